import ArgumentParser
import FoundationEssentials
import HedgeModel

/// `hedgetop size [hedge]`: contracts for a hedge.
struct SizeHedgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hedge", abstract: "Contracts that bring spot positions to a hedge ratio or a net beta.",
    discussion: """
      A position is ASSET:QUANTITY@PRICE or ASSET:VALUE, with :beta=B where its beta to the benchmark is not 1. A \
      contract is SIZE@PRICE, or ASSET:SIZE@PRICE with --same-asset, with :held=N for contracts held already (negative \
      when short) and :beta=B for a future that is not on the benchmark. Everything is in one currency.

      JSON: spot, spot_value, spot_beta, hedge_ratio, target_net_beta, target_notional (negative is short), trades \
      (exact_contracts, contracts, contracts_after, notional, residual_beta, half_lot_beta, band_feasible, warnings), \
      net_beta, drift, achieved_hedge_ratio, band, in_band, impacts. What is not known is null; trades_reason says \
      why.

      Examples:
        hedgetop size --spot alts:100000:beta=1.3
        hedgetop size --spot BTC:5@65000 --contract 1@65000 \\
          --hedge-ratio 0.5 --lot 1
        hedgetop size --spot BTC:3@65000 --spot ETH:40@3500 \\
          --hedge-ratio 0.6 --same-asset
        hedgetop size --spot BTC:120000 --contract 100 --inverse
        hedgetop size --spot stocks:5000000:beta=0.8 --contract 25@8000 \\
          --target-beta 1.5
      """)

  @Option(
    help: ArgumentHelp("A position to hedge; may be repeated.", valueName: "position"),
    transform: SpotPosition.init(parsing:))
  var spot: [SpotPosition]

  @Option(
    help: ArgumentHelp("A future to hedge with; with --same-asset one for each asset.", valueName: "contract"),
    transform: ContractSpecification.init(parsing:))
  var contract: [ContractSpecification] = []

  @Option(
    help: ArgumentHelp("Share of the spot's beta to hedge. (default: 1)", valueName: "ratio"),
    transform: { try SpecificationText.number($0, "the hedge ratio") })
  var hedgeRatio: Decimal?

  @Option(
    help: ArgumentHelp("Net beta to aim at, instead of a hedge ratio.", valueName: "beta"),
    transform: { try SpecificationText.number($0, "the net beta") })
  var targetBeta: Decimal?

  @Flag(help: "Hedge each asset with its own future; one coin a contract at the spot's price unless stated.")
  var sameAsset = false

  @Flag(help: "Contracts are counted in the currency and settled in the coin.")
  var inverse = false

  @Option(
    help: ArgumentHelp("Smallest step of contracts. (default: 0.001, inverse 1)", valueName: "contracts"),
    transform: { try SpecificationText.positive($0, "the lot") })
  var lot: Decimal?

  @Option(help: ArgumentHelp("How contracts are brought onto the lot.", valueName: "rule"))
  var rounding = HedgePolicy.Rounding.nearest

  @Option(
    help: ArgumentHelp("Smallest order, in contracts.", valueName: "contracts"),
    transform: { try SpecificationText.number($0, "the smallest order") })
  var minimumQuantity: Decimal = 0

  @Option(
    help: ArgumentHelp("Smallest order, in the currency.", valueName: "value"),
    transform: { try SpecificationText.number($0, "the smallest order") })
  var minimumNotional: Decimal = 0

  @Option(help: ArgumentHelp("Drift of net beta that is tolerated.", valueName: "beta"))
  var band = 0.05

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if spot.isEmpty { throw ValidationError("--spot: none is stated, expected a position such as BTC:3@65000") }
    if hedgeRatio != nil, targetBeta != nil {
      throw ValidationError("--hedge-ratio and --target-beta: both are stated, expected one")
    }
    if !(band > 0 && band.isFinite) { throw ValidationError("--band: found \(band), expected a number above 0") }
    if !sameAsset, contract.count > 1 {
      throw ValidationError("--contract: found \(contract.count), expected one; several need --same-asset")
    }
    if sameAsset {
      if targetBeta != nil { throw ValidationError("--target-beta cannot be used with --same-asset") }
      for (index, item) in contract.enumerated() {
        guard let asset = item.asset, spot.contains(where: { $0.asset == asset }),
          !contract[..<index].contains(where: { $0.asset == asset })
        else { throw ValidationError("--contract: with --same-asset, expected one for each asset: ETH:0.1@3510") }
      }
    }
  }

  func run() throws {
    let report = SizeReport(try HedgeResult(order))
    print(json ? try JSONOutput.text(report) : PrintableLines.text(report.text), terminator: "")
  }

  var order: HedgeOrder {
    HedgeOrder(
      spot: spot, contracts: contract,
      aim: targetBeta.map { .netBeta($0.inexact) } ?? .hedgeRatio(hedgeRatio ?? 1), isSameAsset: sameAsset,
      isInverse: inverse, lot: lot ?? (inverse ? 1 : Decimal(1) / 1000), rounding: rounding,
      minimumQuantity: minimumQuantity, minimumNotional: minimumNotional, band: band)
  }
}

extension HedgePolicy.Rounding: ExpressibleByArgument {}

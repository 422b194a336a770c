import ArgumentParser
import FoundationEssentials
import HedgeAnalytics
import HedgeConfiguration
import HedgeModel
import HedgeStore
import MarketData

/// `hedgetop plan`: from one coin into another in hedged steps.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Plan a move from one coin into another, hedged at every step.",
    discussion: """
      Each step sells spot, buys the other coin with the proceeds, buys the short back and sells the other short, so \
      that the hedge ratio stands after it. A step that would leave net beta outside the band is refused: the plan is \
      shown and the command ends with 10. Prices are those of now; run it again with the steps that are left for the \
      next one. Without --to the coin is sold into cash.

      With --value no configuration is needed: the coins are stated with their prices, and the value is hedged at the \
      ratio to begin with.

      JSON: schema, at, strategy, currency, from, to, hedge_ratio, band, rest_value, start, steps (number, ticket, sold, \
      bought, futures, after, worst_failure, refusal), fees, refusal.

      Examples:
        hedgetop plan --from BTC --to ETH --ratio 0.3 --steps 5 -c hedge.toml
        hedgetop plan --from BTC@65000 --to ETH@3500:beta=1.2 --ratio 0.3 --steps 5 --value 100000
      """)

  @Option(
    help: ArgumentHelp("The coin to sell: BTC, or BTC@65000:beta=1.", valueName: "coin"),
    transform: CoinText.init(parsing:))
  var from: CoinText

  @Option(
    help: ArgumentHelp("The coin to buy: ETH, or ETH@3500:beta=1.2.", valueName: "coin"),
    transform: CoinText.init(parsing:))
  var to: CoinText?

  @Option(
    help: ArgumentHelp("Hedge ratio to keep. (default: the strategy's)", valueName: "ratio"),
    transform: { try SpecificationText.number($0, "the hedge ratio") })
  var ratio: Decimal?

  @Option(help: ArgumentHelp("In how many steps, 1 to 1000.", valueName: "count"))
  var steps: Int

  @Option(
    help: ArgumentHelp("Coins to sell. (default: all that are held)", valueName: "coins"),
    transform: { try SpecificationText.positive($0, "the coins to sell") })
  var quantity: Decimal?

  @Option(
    help: ArgumentHelp("Value to move, instead of a configuration.", valueName: "value"),
    transform: { try SpecificationText.positive($0, "the value") })
  var value: Decimal?

  @Option(
    help: ArgumentHelp("With --value: smallest step of contracts. (default: 0.001)", valueName: "contracts"),
    transform: { try SpecificationText.positive($0, "the lot") })
  var lot: Decimal?

  @Option(help: ArgumentHelp("With --value: drift of net beta that is tolerated. (default: 0.05)", valueName: "beta"))
  var band: Double?

  @Option(
    help: ArgumentHelp(
      "Fee of a spot trade, with --value of every trade, as a fraction. (default: not known)", valueName: "fraction"))
  var fee: Double?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var portfolio: PortfolioOptions
  @OptionGroup var strategy: StrategyOption
  @OptionGroup var waiting: WaitOptions

  func validate() throws {
    if !(1...1000).contains(steps) { throw ValidationError("--steps: found \(steps), expected 1 to 1000") }
    if let fee, !(0..<1).contains(fee) {
      throw ValidationError("--fee: found \(fee), expected a fraction such as 0.0005")
    }
    if let band, !(band > 0 && band.isFinite) {
      throw ValidationError("--band: found \(band), expected a number above 0")
    }
    if value == nil {
      if lot != nil { throw ValidationError("--lot needs --value") }
      if band != nil { throw ValidationError("--band needs --value; the configuration states the strategy's") }
    } else {
      if !portfolio.config.isEmpty { throw ValidationError("--value and --config: both are stated, expected one") }
      if strategy.strategy != nil { throw ValidationError("--strategy cannot be used with --value") }
      if quantity != nil { throw ValidationError("--quantity cannot be used with --value") }
      if ratio == nil { throw ValidationError("--ratio: none is stated; with --value it is needed") }
    }
  }

  @MainActor
  func run() async throws {
    let report = TransitionReport(try await plan())
    print(json ? try JSONOutput.text(report) : PrintableLines.text(report.text), terminator: "")
    if let refusal = report.plan.refusal { throw ProgramFailure(.breach, refusal.description) }
  }

  @MainActor
  private func plan() async throws -> TransitionPlan {
    let request = try await request()
    do {
      return try TransitionPlan(request)
    } catch {
      throw ProgramFailure(.usage, error.description)
    }
  }

  @MainActor
  private func request() async throws -> TransitionRequest {
    if let value {
      return try StatedTransition(
        from: from, to: to, value: value, ratio: ratio ?? 0, steps: steps, band: band ?? 0.05,
        lot: lot ?? Decimal(1) / 1000, fee: fee
      ).request(at: WallClock().now())
    }
    return try await waiting.withSession(of: portfolio) { session in
      let snapshot = session.store.snapshot
      return try BookTransition(
        from: from, to: to, quantity: quantity, ratio: ratio, steps: steps, spotFee: fee,
        strategy: try strategy.figures(in: snapshot.figures), portfolio: session.configuration.portfolio
      ).request(at: snapshot.now)
    }
  }
}

import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// A transition of a stated value, without a configuration: each coin hedged with a future of one coin a contract at
/// the spot's price, and hedged at the ratio before it begins.
struct StatedTransition {
  let from: CoinText
  let to: CoinText?
  /// Value to move.
  let value: Decimal
  let ratio: Decimal
  let steps: Int
  let band: Double
  /// Lot of the futures.
  let lot: Decimal
  /// Fee of every trade; nil when not stated.
  let fee: Double?

  /// Coins come in hundred-millionths.
  static let coinLot = Decimal(1) / 100_000_000

  /// What is to be planned.
  ///
  /// - Throws: ``ProgramFailure`` when a price is missing.
  func request(at now: Timestamp) throws -> TransitionRequest {
    let price = try Self.price(from, "--from")
    let coins = LotRounding.round((value / price).inexact, lotStep: Self.coinLot, rounding: .nearest)
    let short = LotRounding.round(-(ratio * coins).inexact, lotStep: lot, rounding: .nearest)
    let target = try to.map { (coin: $0, price: try Self.price($0, "--to")) }
    return TransitionRequest(
      strategy: "plan", at: now, currency: "USD", from: coin(from, price, coins), to: target.map { coin($0, $1, 0) },
      hedging: .each(from: hedge(from, price, short), to: target.map { hedge($0, $1, 0) }),
      hedgeRatio: ratio.inexact, steps: steps, band: band)
  }

  private static func price(_ coin: CoinText, _ option: String) throws -> Decimal {
    guard let price = coin.price else {
      throw ProgramFailure(.usage, "\(option) \(coin.asset): with --value its price is needed: \(coin.asset)@65000")
    }
    return price
  }

  private func coin(_ coin: CoinText, _ price: Decimal, _ quantity: Decimal) -> TransitionCoin {
    TransitionCoin(
      spot: Self.market(coin.asset, kind: .spot, name: "spot", lot: Self.coinLot), quantity: quantity,
      price: price.inexact, beta: coin.beta ?? 1, feeRate: fee)
  }

  private func hedge(_ coin: CoinText, _ price: Decimal, _ contracts: Decimal) -> TransitionHedge {
    TransitionHedge(
      instrument: Self.market(coin.asset, kind: .perpetual(fundingInterval: .hours(8)), name: "future", lot: lot),
      contracts: contracts, price: price.inexact, beta: coin.beta ?? 1, feeRate: fee)
  }

  /// A market of one coin a contract that nothing more is known of.
  static func market(_ asset: Asset, kind: Instrument.Kind, name: String, lot: Decimal) -> Instrument {
    Instrument(
      id: InstrumentID(venue: name, symbol: asset.symbol), kind: kind, underlying: asset, quote: "USD",
      settlement: "USD", tickSize: Decimal(1) / 100, lotStep: lot)
  }
}

import FoundationEssentials
import HedgeModel

/// A book of coins whose betas are estimated, one strategy for each policy, and the daily prices they are estimated
/// from.
enum MarketBook {
  static let coins: [Asset] = ["BTC", "ETH", "SOL", "ADA"]

  static func market(_ asset: Asset) -> InstrumentID { InstrumentID(venue: "fake", symbol: asset.symbol) }

  /// The strategies are named `0`, `1`, … in the order of their policies.
  static func portfolio(_ policies: [BetaPolicy], review: ReviewTriggers = ReviewTriggers()) -> Portfolio {
    let holdings = coins.map { Holding(asset: $0, instrument: market($0), quantity: 1) }
    let instruments = coins.map {
      Instrument(
        id: market($0), kind: .spot, underlying: $0, quote: "USD", settlement: "USD", tickSize: 1, lotStep: 1)
    }
    return Portfolio(
      name: "Market", currency: "USD", benchmark: Benchmark("BTC"),
      strategies: policies.enumerated().map { index, policy in
        Strategy(
          name: "\(index)", holdings: holdings, legs: [],
          policy: HedgePolicy(hedgeRatio: 0, band: 10, clearLevel: 9, beta: policy, mode: .sameAsset, review: review))
      }, accounts: [], instruments: Dictionary(uniqueKeysWithValues: instruments.map { ($0.id, $0) }),
      spotMarkets: Dictionary(uniqueKeysWithValues: coins.map { ($0, market($0)) }))
  }

  /// Closes of `days` days up to `end`, of coins that follow the first with betas of their own; one day of the last
  /// coin is missing.
  ///
  /// - Parameters:
  ///   - noise: how much of a coin's moves are its own.
  ///   - betas: the coins' betas on each day, by its number.
  static func bars(
    days: Int, endingAt end: Timestamp, seed: UInt64 = 7, noise: Double = 0.02,
    betas: (Int) -> [Double] = { _ in [1, 1.2, 1.6, 0.8] }
  ) -> [Asset: [Bar]] {
    var random = SeededGenerator(seed: seed)
    var prices = [Double](repeating: 100, count: coins.count)
    var bars: [Asset: [Bar]] = [:]
    for day in 0..<days {
      let move = Double.random(in: -0.05...0.05, using: &random)
      let close = end - .days(Double(days - 1 - day))
      for (index, coin) in coins.enumerated() {
        let own = index == 0 ? 0 : Double.random(in: -noise...noise, using: &random)
        prices[index] *= 1 + betas(day)[index] * move + own
        if index == coins.count - 1, day == days / 2 { continue }
        bars[coin, default: []].append(Bar(close: close, price: prices[index]))
      }
    }
    return bars
  }
}

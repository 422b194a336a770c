import FoundationEssentials
import HedgeModel
import MarketData
import SeededRandom

@testable import HedgeStore

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
  ///   - noise: how much of a coin's moves are its own on each day, by its number.
  ///   - betas: the coins' betas on each day, by its number.
  static func bars(
    days: Int, endingAt end: Timestamp, seed: UInt64 = 7, noise: (Int) -> Double = { _ in 0.02 },
    betas: (Int) -> [Double] = { _ in [1, 1.2, 1.6, 0.8] }
  ) -> [Asset: [Bar]] {
    var random = SeededGenerator(seed: seed)
    var prices = [Double](repeating: 100, count: coins.count)
    var bars: [Asset: [Bar]] = [:]
    for day in 0..<days {
      let move = Double.random(in: -0.05...0.05, using: &random)
      let close = end - .days(Double(days - 1 - day))
      for (index, coin) in coins.enumerated() {
        let own = index == 0 ? 0 : noise(day) * Double.random(in: -1...1, using: &random)
        prices[index] *= 1 + betas(day)[index] * move + own
        if index == coins.count - 1, day == days / 2 { continue }
        bars[coin, default: []].append(Bar(close: close, price: prices[index]))
      }
    }
    return bars
  }

  /// A store that has loaded the bars but the newest few, and then sees them close one after another, with prices.
  ///
  /// - Parameter before: what to do when the history has been loaded.
  @MainActor
  static func store(
    _ portfolio: Portfolio, _ bars: [Asset: [Bar]], live: Int, order: [Asset] = coins,
    before: (StoreFixture) -> Void = { _ in }
  ) throws -> StoreFixture {
    let fixture = try StoreFixture(portfolio, at: Book.start - .days(Double(live)))
    fixture.store.send(.historyLoaded(loaded(bars, through: fixture.clock.now())))
    price(bars, in: fixture, order)
    before(fixture)
    for _ in 0..<live {
      fixture.clock.advance(by: .days(1))
      for asset in order {
        guard let bar = bars[asset]?.first(where: { $0.close == fixture.clock.now() }) else { continue }
        fixture.store.lines[0].inbox.post(.bar(market(asset), .day, bar))
      }
      price(bars, in: fixture, order)
    }
    return fixture
  }

  private static func loaded(_ bars: [Asset: [Bar]], through end: Timestamp) -> [LoadedHistory] {
    bars.map { asset, bars in
      LoadedHistory(
        request: HistoryRequest(instrument: market(asset), interval: .day, count: 366, end: end),
        bars: bars.filter { $0.close <= end })
    }
  }

  /// Quotes each coin at its last close, and refreshes.
  @MainActor
  private static func price(_ bars: [Asset: [Bar]], in fixture: StoreFixture, _ order: [Asset]) {
    for asset in order {
      guard let last = bars[asset]?.last(where: { $0.close <= fixture.clock.now() })?.price else { continue }
      fixture.price(market(asset), last)
    }
    fixture.store.refresh()
  }
}

import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import MarketData
import Testing

@testable import HedgeStore

@Suite("Weights of least variance")
@MainActor
struct CovarianceTests {
  private static func portfolio() -> Portfolio {
    let market = MarketBook.portfolio([BetaPolicy(lookback: 30)])
    let futures = ["BTC", "ETH"].map { coin in
      Instrument(
        id: InstrumentID(venue: "fake", symbol: "\(coin)-PERP"), kind: .perpetual(fundingInterval: .hours(8)),
        underlying: Asset(coin), quote: "USD", settlement: "USD", tickSize: 1, lotStep: Decimal(1) / 1000)
    }
    let strategy = Strategy(
      name: "0", holdings: market.strategies[0].holdings,
      legs: futures.map {
        Leg(instrument: $0.id, account: "main", contracts: 0, entryPrice: nil, leverage: 5)
      }, policy: HedgePolicy(hedgeRatio: 1, beta: BetaPolicy(lookback: 30), mode: .minimumVariance))
    return Portfolio(
      name: "Market", currency: "USD", benchmark: Benchmark("BTC"), strategies: [strategy],
      accounts: [
        Account(
          id: "main", convention: .binance, balances: ["USD": 1000], tiers: [:], fees: FeeSchedule(taker: 0, maker: 0))
      ],
      instruments: market.instruments.merging(futures.map { ($0.id, $0) }) { $1 }, spotMarkets: market.spotMarkets)
  }

  @Test("the hedge is shared out once there is history, anew with each bar, and is unknown before, never equal")
  func bars() throws {
    let all = MarketBook.bars(days: 45, endingAt: Book.start)
    let fixture = try StoreFixture(Self.portfolio())
    func price(_ fixture: StoreFixture) {
      for coin in MarketBook.coins {
        let last = all[coin]?.last?.price ?? 1
        fixture.price(MarketBook.market(coin), last)
        fixture.price(InstrumentID(venue: "fake", symbol: "\(coin)-PERP"), last)
      }
      fixture.store.refresh()
    }
    price(fixture)
    #expect(fixture.strategy.hedgeShares?.unknownReason != nil && fixture.strategy.suggestions.isEmpty)
    fixture.store.send(
      .historyLoaded(
        all.map { asset, bars in
          LoadedHistory(
            request: HistoryRequest(instrument: MarketBook.market(asset), interval: .day, count: 366, end: Book.start),
            bars: bars)
        }))
    price(fixture)
    let shares = try #require(fixture.strategy.hedgeShares?.value)
    #expect(shares.notionals.count == 2 && shares.effectiveness > 0.3)
    #expect(!fixture.strategy.suggestions.isEmpty)
    for coin in MarketBook.coins {
      fixture.store.lines[0].inbox.post(
        .bar(MarketBook.market(coin), .day, Bar(close: Book.start + .days(1), price: all[coin]?.last?.price)))
    }
    fixture.clock.advance(by: .days(1))
    price(fixture)
    let next = try #require(fixture.strategy.hedgeShares?.value)
    #expect(next != shares)
    fixture.clock.advance(by: .days(3))
    price(fixture)
    #expect(fixture.strategy.suggestions.isEmpty, "bars that should have closed are missing")
  }
}

import FoundationEssentials
import HedgeModel
import HedgeStore
import MarketData

/// A thousand coins held and a thousand perpetuals short against them, in one or more strategies.
struct LargeBook {
  static let start = Timestamp(milliseconds: 1_750_000_000_000)
  static let feed = FeedIdentity(name: "bench", label: "BENCH", isLive: false, staleAfter: .seconds(30))
  static let count = 1_000

  let portfolio: Portfolio
  private let coins: [Asset]
  private let prices: [Double]

  init(strategies: Int) {
    let coins = (0..<Self.count).map { Asset($0 == 0 ? "BTC" : "C\($0)") }
    let account = Account(
      id: "margin", convention: .binance, balances: ["USDT": 20_000_000],
      tiers: Dictionary(uniqueKeysWithValues: coins.compactMap { coin in Self.tiers.map { (coin.future, $0) } }),
      fees: FeeSchedule(taker: 0.0005, maker: 0.0002))
    self.coins = coins
    prices = coins.indices.map { 10 + Double($0) }
    portfolio = Portfolio(
      name: "Large", currency: "USDT", benchmark: Benchmark("BTC"),
      strategies: (0..<strategies).map { Self.strategy($0, of: strategies, coins) }, accounts: [account],
      instruments: Dictionary(
        uniqueKeysWithValues: coins.flatMap { [($0.spot, $0.spotSpecification), ($0.future, $0.futureSpecification)] }),
      spotMarkets: Dictionary(uniqueKeysWithValues: coins.map { ($0, $0.spot) }))
  }

  /// One quote of each coin, one mark and one rate of each perpetual; every call moves every price.
  func events(at now: Timestamp, move: Double = 1) -> [FeedEvent] {
    zip(coins, prices).flatMap { coin, price -> [FeedEvent] in
      let values: [(InstrumentID, MarketUpdate.Value?)] = [
        (coin.spot, Quote(price: price * move).map { .quote($0) }), (coin.future, .mark(price * move * 1.0005)),
        (coin.future, FundingRate(rate: 0.0001, interval: .hours(8), nextStamp: now + .hours(3)).map { .funding($0) }),
      ]
      return values.compactMap { id, value in
        value.map { .update(MarketUpdate(instrument: id, at: now, value: $0)) }
      }
    }
  }

  /// Ninety days and two days of hours of every coin.
  func history() -> [LoadedHistory] {
    var noise = Noise(seed: 3)
    let market = (0..<120).map { _ in noise.normal(0.03) }
    return zip(coins, prices).flatMap { coin, price in
      [(BetaPolicy.BarInterval.day, 91), (.hour, 49)].map { interval, count in
        var level = price
        let bars = (0..<count).map { index in
          level *= 1 + market[index] + noise.normal(0.01)
          return Bar(close: Self.start - interval.duration * (count - 1 - index), price: level)
        }
        let request = HistoryRequest(instrument: coin.spot, interval: interval, count: count, end: Self.start)
        return LoadedHistory(request: request, bars: bars)
      }
    }
  }

  private static func strategy(_ index: Int, of count: Int, _ coins: [Asset]) -> Strategy {
    let own = coins.indices.filter { $0 % count == index }
    return Strategy(
      name: "Book \(index)",
      holdings: own.map { Holding(asset: coins[$0], instrument: coins[$0].spot, quantity: Decimal($0 + 1)) },
      legs: own.map {
        Leg(
          instrument: coins[$0].future, account: "margin", contracts: -Decimal($0 + 1),
          entryPrice: Decimal(10 + $0), leverage: 5)
      },
      policy: HedgePolicy(hedgeRatio: 0.8, mode: .benchmark(coins[own[0]].future)))
  }

  private static let tiers = MarginTiers(
    rule: .marginal,
    tiers: [(0, 0.004), (50_000, 0.005), (600_000, 0.01), (3_000_000, 0.025), (12_000_000, 0.05)].map {
      MarginTiers.Tier(floor: $0.0, maintenanceRate: $0.1)
    }, source: "benchmark")
}

extension Asset {
  fileprivate var spot: InstrumentID { InstrumentID(venue: "bench", symbol: "\(symbol)USDT") }
  fileprivate var future: InstrumentID { InstrumentID(venue: "bench", symbol: "\(symbol)USDT-PERP") }

  fileprivate var spotSpecification: Instrument {
    Instrument(
      id: spot, kind: .spot, underlying: self, quote: "USDT", settlement: "USDT", tickSize: 0.01, lotStep: 0.00001)
  }

  fileprivate var futureSpecification: Instrument {
    Instrument(
      id: future, kind: .perpetual(fundingInterval: .hours(8)), underlying: self, quote: "USDT", settlement: "USDT",
      tickSize: 0.1, lotStep: 0.001, minimumNotional: 5)
  }
}

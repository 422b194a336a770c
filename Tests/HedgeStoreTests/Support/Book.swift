import FoundationEssentials
import HedgeModel

/// A small book with stated betas, so that its figures need nothing but prices.
///
/// 2 BTC at 50,000 and 20 ETH at 2,500 (beta 1.2) make a spot value of 150,000 and a spot beta of 160,000; the linear
/// leg is short 2 coins. An inverse leg in an account of its own is there but flat until a test asks for it.
enum Book {
  static let start = Timestamp(milliseconds: 1_700_000_000_000)
  static let strategy = "Core"
  static let account: AccountID = "main"
  static let coinAccount: AccountID = "coins"
  static let btc = InstrumentID(venue: "fake", symbol: "BTC")
  static let eth = InstrumentID(venue: "fake", symbol: "ETH")
  static let perpetual = InstrumentID(venue: "fake", symbol: "BTC-PERP")
  static let inverse = InstrumentID(venue: "fake", symbol: "BTC-INVERSE")
  static let all = [btc, eth, perpetual, inverse]
  static let prices: [InstrumentID: Double] = [btc: 50_000, eth: 2500, perpetual: 50_000, inverse: 50_000]
  static let leg = LegID(strategy: strategy, instrument: perpetual, account: account)
  static let inverseLeg = LegID(strategy: strategy, instrument: inverse, account: coinAccount)

  /// H at which the standard legs leave no drift: 100,000 of 160,000.
  static let exactRatio = Decimal(625) / 1000

  static func portfolio(
    hedgeRatio: Decimal = exactRatio, contracts: Decimal = -2, inverseContracts: Decimal = 0,
    openedAt: Timestamp? = nil, overrides: [Asset: Double] = ["ETH": 1.2], review: ReviewTriggers = ReviewTriggers()
  ) -> Portfolio {
    let policy = HedgePolicy(
      hedgeRatio: hedgeRatio, beta: BetaPolicy(overrides: overrides), mode: .benchmark(perpetual), review: review)
    let legs = [
      Leg(
        instrument: perpetual, account: account, contracts: contracts, entryPrice: 50_000, leverage: 5,
        openedAt: openedAt),
      Leg(
        instrument: inverse, account: coinAccount, contracts: inverseContracts, entryPrice: 50_000, leverage: 5,
        openedAt: openedAt),
    ]
    let holdings = [
      Holding(asset: "BTC", instrument: btc, quantity: 2), Holding(asset: "ETH", instrument: eth, quantity: 20),
    ]
    return Portfolio(
      name: "Book", currency: "USD", benchmark: Benchmark("BTC"),
      strategies: [Strategy(name: strategy, holdings: holdings, legs: legs, policy: policy)], accounts: accounts,
      instruments: Dictionary(uniqueKeysWithValues: instruments.map { ($0.id, $0) }),
      spotMarkets: ["BTC": btc, "ETH": eth])
  }

  private static let instruments = [
    spot(btc, "BTC"), spot(eth, "ETH"), future(perpetual, .linear, multiplier: 1, lot: Decimal(1) / 1000),
    future(inverse, .inverse, multiplier: 100, lot: 1),
  ]

  private static var accounts: [Account] {
    let fees = FeeSchedule(taker: Decimal(5) / 10_000, maker: Decimal(2) / 10_000)
    let tier = MarginTiers.Tier(floor: 0, maintenanceRate: Decimal(4) / 1000)
    let tiers = MarginTiers(rule: .marginal, tiers: [tier], source: "test")
    return [
      Account(
        id: account, convention: .binance, balances: ["USD": 40_000], tiers: tiers.map { [perpetual: $0] } ?? [:],
        fees: fees),
      Account(
        id: coinAccount, convention: .binance, balances: [:], tiers: tiers.map { [inverse: $0] } ?? [:], fees: fees),
    ]
  }

  private static func spot(_ id: InstrumentID, _ asset: Asset) -> Instrument {
    Instrument(
      id: id, kind: .spot, underlying: asset, quote: "USD", settlement: "USD", tickSize: 1, lotStep: Decimal(1) / 1000)
  }

  private static func future(
    _ id: InstrumentID, _ convention: Instrument.Convention, multiplier: Decimal, lot: Decimal
  ) -> Instrument {
    Instrument(
      id: id, kind: .perpetual(fundingInterval: .hours(8)), convention: convention, underlying: "BTC", quote: "USD",
      settlement: convention == .linear ? "USD" : "BTC", multiplier: multiplier, tickSize: 1, lotStep: lot)
  }
}

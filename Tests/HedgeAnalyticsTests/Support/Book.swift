import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// Builds the inputs of a valuation in a few words.
struct Book {
  static let now = Timestamp(milliseconds: 1_700_000_000_000)

  var currency: Asset = "USD"
  var benchmark = Benchmark("BTC")
  var prices: [Asset: Double] = [:]
  var marks: [InstrumentID: Double] = [:]
  var betas: [Asset: BetaEstimate] = [:]
  var fundings: [InstrumentID: FundingRate] = [:]
  var instruments: [InstrumentID: Instrument] = [:]
  var strategies: [Strategy] = []
  var accounts: [Account] = []
  var conversionRates: [Asset: Double] = [:]
  var dayAgoPrices: [InstrumentID: Double] = [:]
  var staleMarkets: Set<InstrumentID> = []
  var missingMarkets: Set<InstrumentID> = []
  var baselines: [String: ReviewBaseline] = [:]
  var accruedFunding: [LegID: AccruedFunding] = [:]

  static func spot(_ asset: Asset) -> InstrumentID { InstrumentID(venue: "spot", symbol: asset.symbol) }

  static func perpetual(_ asset: Asset) -> InstrumentID { InstrumentID(venue: "perp", symbol: asset.symbol) }

  static let flatTiers = tiers([(0, 0.005)])

  static func tiers(
    _ brackets: [(Decimal, Decimal)], rule: MarginTiers.Rule = .marginal, growth: Decimal = 0
  ) -> MarginTiers? {
    MarginTiers(
      rule: rule, tiers: brackets.map { MarginTiers.Tier(floor: $0.0, maintenanceRate: $0.1) }, growthPerCoin: growth,
      source: "test")
  }

  /// Lists a coin's spot market with its price and beta.
  mutating func list(_ asset: Asset, price: Double, beta: Double? = nil, error: Double = 0.05) {
    let id = Self.spot(asset)
    prices[asset] = price
    instruments[id] = Instrument(
      id: id, kind: .spot, underlying: asset, quote: currency, settlement: currency, tickSize: Decimal(0.01),
      lotStep: Decimal(exactly: "0.00001") ?? 1)
    if let beta { betas[asset] = BetaEstimate(source: .regression, beta: beta, standardError: error) }
  }

  /// Lists a future.
  @discardableResult
  mutating func future(
    _ asset: Asset, mark: Double, lot: String = "0.1", multiplier: Decimal = 1,
    convention: Instrument.Convention = .linear, quote: Asset? = nil, kind: Instrument.Kind? = nil,
    minimumQuantity: Decimal = 0, minimumNotional: Decimal = 0, venue: String = "perp"
  ) -> InstrumentID {
    let id = InstrumentID(venue: venue, symbol: asset.symbol)
    marks[id] = mark
    instruments[id] = Instrument(
      id: id, kind: kind ?? .perpetual(fundingInterval: .hours(8)), convention: convention, underlying: asset,
      quote: quote ?? currency, settlement: convention == .linear ? quote ?? currency : asset,
      multiplier: multiplier, tickSize: Decimal(0.01), lotStep: Decimal(exactly: lot) ?? 1,
      minimumQuantity: minimumQuantity, minimumNotional: minimumNotional)
    return id
  }

  mutating func account(
    _ id: AccountID = "main", balances: [Asset: Decimal] = [:], convention: MarginConvention = .binance,
    tiers: MarginTiers? = Book.flatTiers, taker: Decimal = Decimal(exactly: "0.0005") ?? 0
  ) {
    let table = Dictionary(uniqueKeysWithValues: instruments.keys.compactMap { id in tiers.map { (id, $0) } })
    accounts.append(
      Account(
        id: id, convention: convention, balances: balances, tiers: table, fees: FeeSchedule(taker: taker, maker: 0)))
  }

  static func holding(_ asset: Asset, _ quantity: Decimal, cost: Decimal? = nil) -> Holding {
    Holding(asset: asset, instrument: spot(asset), quantity: quantity, cost: cost)
  }

  static func leg(
    _ asset: Asset, _ contracts: Decimal, entry: Decimal? = nil, account: AccountID = "main",
    mode: Leg.MarginMode = .cross, leverage: Decimal = 10, venue: String = "perp"
  ) -> Leg {
    Leg(
      instrument: InstrumentID(venue: venue, symbol: asset.symbol), account: account, contracts: contracts,
      entryPrice: entry, marginMode: mode, leverage: leverage)
  }

  mutating func strategy(
    _ name: String = "core", _ holdings: [Holding], _ legs: [Leg], ratio: Decimal = Decimal(exactly: "0.5") ?? 0,
    mode: HedgePolicy.Mode = .benchmark(Book.perpetual("BTC")), rounding: HedgePolicy.Rounding = .nearest,
    overrides: [Asset: Double] = [:]
  ) {
    strategies.append(
      Strategy(
        name: name, holdings: holdings, legs: legs,
        policy: HedgePolicy(
          hedgeRatio: ratio, beta: BetaPolicy(overrides: overrides), mode: mode, rounding: rounding)))
  }

  var portfolio: Portfolio {
    Portfolio(
      name: "test", currency: currency, benchmark: benchmark, strategies: strategies, accounts: accounts,
      instruments: instruments, spotMarkets: prices.keys.reduce(into: [:]) { $0[$1] = Self.spot($1) },
      conversionRates: conversionRates)
  }

  var input: ValuationInput {
    let provenance = Provenance(asOf: Self.now, source: "test")
    var markets: [InstrumentID: InstrumentMarket] = [:]
    for (id, instrument) in instruments where !missingMarkets.contains(id) {
      let seen =
        staleMarkets.contains(id) ? Provenance(asOf: Self.now - .hours(1), source: "late", isStale: true) : provenance
      var market = InstrumentMarket(unknown: id)
      if instrument.kind == .spot, let quote = prices[instrument.underlying].flatMap({ Quote(price: $0) }) {
        market.quote = .known(quote, seen)
      }
      if let mark = marks[id] { market.mark = .known(mark, seen) }
      if let funding = fundings[id] { market.funding = .known(funding, seen) }
      markets[id] = market
    }
    let estimates = betas.mapValues { Reading.known($0, provenance) }
    return ValuationInput(
      portfolio: portfolio, now: Self.now, markets: MarketTable(markets), dayAgoPrices: dayAgoPrices,
      betas: Dictionary(strategies.map { ($0.name, estimates) }) { first, _ in first },
      accruedFunding: accruedFunding, baselines: baselines)
  }

  func evaluate() -> PortfolioFigures { PortfolioValuation.evaluate(input) }
}

extension Decimal {
  /// An exact decimal from its text, for tests.
  static func exact(_ text: String) -> Decimal { Decimal(exactly: text) ?? .nan }
}

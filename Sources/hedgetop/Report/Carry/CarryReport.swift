import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// Carry yields and hedge prices as JSON and text.
struct CarryReport: Encodable {
  /// What the figures rest on: what the command line states; null where each strategy has its own.
  struct Terms: Encodable {
    @Nullable var holdingPeriodDays: Double?
    @Nullable var averagingWindowDays: Double?
    let historyDays: Double
    @Nullable var drop: Double?
    @Nullable var spotFee: Double?
    @Nullable var slippage: Double?
    let borrowRates: [String: Decimal]
    let rollDays: Double
  }

  let schema = "hedgetop.carry.v1"
  let at: String
  let portfolio: String
  let currency: String
  let terms: Terms
  let instruments: [InstrumentCarryReport]
  let strategies: [HedgePriceReport]

  init(_ figures: PortfolioFigures, options: CarryOptions, market: CarryMarket) {
    at = figures.now.iso8601
    portfolio = figures.name
    currency = figures.currency.symbol
    terms = Terms(
      holdingPeriodDays: options.days, averagingWindowDays: options.windowDays, historyDays: options.historyDays,
      drop: options.drop, spotFee: options.spotFeeBps.map { $0 / 10_000 },
      slippage: options.slippageBps.map { $0 / 10_000 },
      borrowRates: Dictionary(options.borrow.map { ($0.asset.symbol, $0.value) }) { first, _ in first },
      rollDays: options.rollDays)
    instruments = InstrumentCarry.all(in: figures, market: market, terms: options.listTerms).map {
      InstrumentCarryReport($0, now: figures.now)
    }
    strategies = figures.strategies.map { strategy in
      let terms = options.priceTerms(of: strategy)
      return HedgePriceReport(
        strategy.name, HedgePricing.figures(of: strategy, terms: terms, market: market, at: figures.now),
        HedgeAlternatives.all(of: strategy, terms: terms, market: market, at: figures.now), now: figures.now)
    }
  }
}

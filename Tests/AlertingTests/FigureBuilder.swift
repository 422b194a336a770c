import Foundation
import HedgeAnalytics
import HedgeModel

/// Figures in which only what an alert looks at is filled in; everything else is unknown.
struct FigureBuilder {
  static let now = Timestamp(milliseconds: 1_700_000_000_000)
  static let perpetual = InstrumentID(venue: "sim", symbol: "BTC-PERP")
  static let legID = LegID(strategy: "Main", instrument: perpetual, account: "Futures")

  var now = FigureBuilder.now
  var drift: Reading<Double> = fresh(0)
  var policy = HedgePolicy(hedgeRatio: 1, mode: .sameAsset)
  var spotValue: Reading<Double> = fresh(100)
  var benchmarkPrice: Reading<Double> = fresh(100)
  var normalisedRatio: Reading<Double> = fresh(0.1)
  var liquidatingMove: Reading<Double> = fresh(0.9)
  var kind: Instrument.Kind = .perpetual(fundingInterval: .hours(8))
  var contracts: Decimal = -1
  var rate: Reading<FundingRate> = unknown
  var hasReversed = false
  var fundingPerDay: Reading<Double> = .unknown(FigureBuilder.missing)
  var fundingPerYear: Reading<Double> = .unknown(FigureBuilder.missing)
  var basis: Reading<Double> = .unknown(FigureBuilder.missing)
  var beta: Reading<BetaEstimate> = .unknown(FigureBuilder.missing)

  static var unknown: Reading<FundingRate> { .unknown(missing) }
  static let missing = UnknownReason(.notReceived, "no mark price of sim:BTC-PERP")
  private var none: Reading<Double> { .unknown(Self.missing) }

  static func fresh<Value>(_ value: Value) -> Reading<Value> {
    .known(value, Provenance(asOf: now, source: "sim"))
  }

  static func stale<Value>(_ value: Value) -> Reading<Value> {
    .known(value, Provenance(asOf: now, source: "sim", isStale: true))
  }

  static func funding(_ rate: Double) -> Reading<FundingRate> {
    FundingRate(rate: rate, interval: .hours(8), nextStamp: nil).map { fresh($0) } ?? unknown
  }

  var figures: PortfolioFigures {
    PortfolioFigures(
      now: now, name: "Book", currency: "USD", benchmark: Benchmark("BTC"), benchmarkPrice: benchmarkPrice,
      benchmarkChange: none, strategies: [strategy],
      totals: PortfolioTotals(of: [strategy]),
      allocation: AllocationFigures(capital: none, isCapitalStated: false, rows: [], unallocated: none),
      accounts: [account])
  }

  private var strategy: StrategyFigures {
    StrategyFigures(
      name: "Main", kind: .spotHedge, policy: policy, holdings: [], legs: [leg], equity: none, leverage: none,
      spotValue: spotValue,
      spotChange: none, legNotional: none, unrealisedProfit: none, netBeta: netBeta, funding: funding,
      suggestions: [], suggestionsUnavailable: nil)
  }

  private var netBeta: NetBetaFigures {
    NetBetaFigures(
      denominator: .spotValue, denominatorValue: none, spotBeta: none, netBeta: none, netBetaOverEquity: none,
      target: none, drift: drift, driftValue: none, achievedHedgeRatio: none, driftStandardError: none,
      isWithinNoise: .unknown(Self.missing), band: policy.band, verdict: .inBand,
      attribution: .unknown(Self.missing))
  }

  private var funding: FundingFigures {
    FundingFigures(
      perDay: fundingPerDay, annualisedYield: fundingPerYear, accrued: none, projected: none, holdingPeriod: .days(30),
      roundTripFees: none, breakEvenMove: none, nextStamp: nil)
  }

  private var leg: LegFigures {
    LegFigures(
      id: Self.legID, leg: Leg(instrument: Self.perpetual, account: "Futures", contracts: contracts, entryPrice: nil),
      instrument: Instrument(
        id: Self.perpetual, kind: kind, underlying: "BTC", quote: "USD", settlement: "USD", tickSize: 1, lotStep: 1),
      mark: none, notional: none, beta: beta, betaDollars: none, contribution: none,
      unrealisedProfit: none, basis: basis, annualisedBasis: none,
      funding: LegFundingFigures(
        rate: rate, annualisedRate: none, perDay: none, accrued: none, accruedSince: nil, projected: none,
        hasReversed: hasReversed),
      maintenanceMargin: none, initialMargin: none, liquidationPrice: none, liquidationDistance: none)
  }

  private var account: AccountFigures {
    AccountFigures(
      id: "Futures", convention: .binance, walletBalance: none, unrealisedProfit: none, equity: none,
      initialMargin: none, maintenanceMargin: none,
      ratio: MarginRatio(name: "Margin ratio", value: normalisedRatio, direction: .highIsBad, liquidatesAt: 1),
      normalisedRatio: normalisedRatio, liquidatingBenchmarkMove: liquidatingMove, collateralToSurvive: none,
      survivalMove: 0.2)
  }
}

import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// What holding one strategy's hedge costs, as JSON. Cash received is positive in a carry, cash paid in a cost.
struct HedgePriceReport: Encodable {
  /// What the past holding periods brought.
  struct Outcomes: Encodable {
    let count: Int
    let independent: Int
    let minimum: Double
    let p05: Double
    let p25: Double
    let median: Double
    let p75: Double
    let p95: Double
    let maximum: Double
    let mean: Double

    init(_ outcomes: CarryOutcomes) {
      count = outcomes.count
      independent = outcomes.independentCount
      minimum = outcomes.minimum
      p05 = outcomes.percentile(0.05)
      p25 = outcomes.percentile(0.25)
      median = outcomes.median
      p75 = outcomes.percentile(0.75)
      p95 = outcomes.percentile(0.95)
      maximum = outcomes.maximum
      mean = outcomes.mean
    }
  }

  /// Whether a leg's funding has turned.
  struct Reversal: Encodable {
    let instrument: String
    let rate: Bool
    let expectedCarry: Bool
    @Nullable var lastTurn: String?
  }

  /// When a dated leg is rolled first.
  struct Roll: Encodable {
    let instrument: String
    let at: String
  }

  let strategy: String
  let holdingPeriodDays: Double
  let averagingWindowDays: Double
  let drop: Double
  let expectedCarry: FigureReport<Double>
  let carryError: FigureReport<Double>
  let outcomes: FigureReport<Outcomes>
  let fees: FigureReport<Double>
  let slippage: FigureReport<Double>
  let expectedCost: FigureReport<Double>
  let includesSlippage: Bool
  let breakEvenMove: FigureReport<Double>
  let exposure: FigureReport<Double>
  let protectedLoss: FigureReport<Double>
  /// The instant, or "never".
  let exhaustedAt: FigureReport<String>
  let inefficient: FigureReport<Bool>
  let inefficientShare: FigureReport<Double>
  let reversals: [Reversal]
  let rolls: [Roll]
  let comparisons: [HedgeAlternativesReport]

  init(_ name: String, _ figures: HedgePriceFigures, _ comparisons: [HedgeAlternatives], now: Timestamp) {
    func figure<Value>(_ reading: Reading<Value>) -> FigureReport<Value> { FigureReport(reading: reading, now: now) }
    strategy = name
    holdingPeriodDays = figures.terms.holdingPeriod.inDays
    averagingWindowDays = figures.terms.averagingWindow.inDays
    drop = figures.terms.drop
    expectedCarry = figure(figures.expectedCarry)
    carryError = figure(figures.carryError)
    outcomes = figure(figures.outcomes.map(Outcomes.init))
    fees = figure(figures.fees)
    slippage = figure(figures.slippage)
    expectedCost = figure(figures.expectedCost)
    includesSlippage = figures.includesSlippage
    breakEvenMove = figure(figures.breakEvenMove)
    exposure = figure(figures.exposure)
    protectedLoss = figure(figures.protectedLoss)
    exhaustedAt = figure(figures.exhaustion.map { $0.instant?.iso8601 ?? "never" })
    inefficient = figure(figures.isInefficient)
    inefficientShare = figure(figures.inefficientShare)
    reversals = figures.reversals.sorted { $0.key < $1.key }.map {
      Reversal(
        instrument: $0.key.description, rate: $0.value.isRateReversed, expectedCarry: $0.value.isCarryReversed,
        lastTurn: $0.value.lastTurn?.iso8601)
    }
    rolls = figures.nextRolls.sorted { $0.key < $1.key }.map {
      Roll(instrument: $0.key.description, at: $0.value.iso8601)
    }
    self.comparisons = comparisons.map { HedgeAlternativesReport($0, now: now) }
  }
}

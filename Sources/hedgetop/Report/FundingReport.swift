import HedgeAnalytics
import HedgeModel

/// What a strategy's legs cost or pay, as JSON: cash received positive, paid negative; the drag is the negative of it.
struct FundingReport: Encodable {
  let perDay: FigureReport<Double>
  let dragPerDay: FigureReport<Double>
  let annualisedYield: FigureReport<Double>
  let accrued: FigureReport<Double>
  let projected: FigureReport<Double>
  let holdingPeriodDays: Double
  let roundTripFees: FigureReport<Double>
  let breakEvenMove: FigureReport<Double>
  @Nullable var nextStamp: String?

  init(_ figures: FundingFigures, now: Timestamp) {
    func figure(_ reading: Reading<Double>) -> FigureReport<Double> { FigureReport(reading: reading, now: now) }
    perDay = figure(figures.perDay)
    dragPerDay = figure(figures.perDay.map { 0 - $0 })
    annualisedYield = figure(figures.annualisedYield)
    accrued = figure(figures.accrued)
    projected = figure(figures.projected)
    holdingPeriodDays = figures.holdingPeriod.inDays
    roundTripFees = figure(figures.roundTripFees)
    breakEvenMove = figure(figures.breakEvenMove)
    nextStamp = figures.nextStamp?.iso8601
  }
}

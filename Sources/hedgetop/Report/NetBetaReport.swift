import HedgeAnalytics
import HedgeModel

/// Net beta against its target as JSON.
struct NetBetaReport: Encodable {
  /// What moved the drift since the last review.
  struct AttributionReport: Encodable, Sendable {
    let since: String
    let prices: Double
    let fills: Double
    let betas: Double
    let target: Double
    let total: Double
  }

  let denominator: String
  let denominatorValue: FigureReport<Double>
  let spotBeta: FigureReport<Double>
  let netBeta: FigureReport<Double>
  let netBetaOverEquity: FigureReport<Double>
  let target: FigureReport<Double>
  let drift: FigureReport<Double>
  let driftValue: FigureReport<Double>
  let band: Double
  let achievedHedgeRatio: FigureReport<Double>
  let driftStandardError: FigureReport<Double>
  let withinNoise: FigureReport<Bool>
  let attribution: FigureReport<AttributionReport>

  init(_ figures: NetBetaFigures, now: Timestamp) {
    func figure(_ reading: Reading<Double>) -> FigureReport<Double> { FigureReport(reading: reading, now: now) }
    denominator = figures.denominator.rawValue
    denominatorValue = figure(figures.denominatorValue)
    spotBeta = figure(figures.spotBeta)
    netBeta = figure(figures.netBeta)
    netBetaOverEquity = figure(figures.netBetaOverEquity)
    target = figure(figures.target)
    drift = figure(figures.drift)
    driftValue = figure(figures.driftValue)
    band = figures.band
    achievedHedgeRatio = figure(figures.achievedHedgeRatio)
    driftStandardError = figure(figures.driftStandardError)
    withinNoise = FigureReport(reading: figures.isWithinNoise, now: now)
    attribution = FigureReport(
      reading: figures.attribution.map {
        AttributionReport(
          since: $0.since.iso8601, prices: $0.prices, fills: $0.fills, betas: $0.betas, target: $0.target,
          total: $0.total)
      }, now: now)
  }
}

import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// Profit by its causes, as JSON, in the portfolio's currency: gains positive, losses and costs negative.
struct ProfitPartsReport: Encodable {
  let beta: FigureReport<Double>
  let alpha: FigureReport<Double>
  let basis: FigureReport<Double>
  let funding: FigureReport<Decimal>
  let fees: FigureReport<Decimal>
  let slippage: FigureReport<Decimal>
  let collateral: FigureReport<Double>
  let total: FigureReport<Double>
  let equityChange: FigureReport<Decimal>
  let residual: FigureReport<Decimal>

  init(_ parts: AttributionParts, now: Timestamp) {
    func figure<Value>(_ reading: Reading<Value>) -> FigureReport<Value> { FigureReport(reading: reading, now: now) }
    beta = figure(parts.beta)
    alpha = figure(parts.alpha)
    basis = figure(parts.basis)
    funding = figure(parts.funding)
    fees = figure(parts.fees)
    slippage = figure(parts.slippage)
    collateral = figure(parts.collateral)
    total = figure(parts.total)
    equityChange = figure(parts.equityChange)
    residual = figure(parts.residual)
  }
}

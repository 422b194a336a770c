import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// The same hedge in each future it could be held in, as JSON; the cheapest first.
struct HedgeAlternativesReport: Encodable {
  /// One of them.
  struct Alternative: Encodable {
    let instrument: String
    let basisBps: FigureReport<Double>
    let carry: FigureReport<Double>
    let fees: FigureReport<Double>
    @Nullable var rollDate: String?
    let rolls: Int
    let rollCost: FigureReport<Double>
    let slippage: FigureReport<Double>
    let cost: FigureReport<Double>
    let costPerYear: FigureReport<Double>

    init(_ alternative: HedgeAlternative, now: Timestamp) {
      func figure(_ reading: Reading<Double>) -> FigureReport<Double> { FigureReport(reading: reading, now: now) }
      instrument = alternative.instrument.id.description
      basisBps = figure(alternative.basis.map { $0 * 10_000 })
      carry = figure(alternative.carry)
      fees = figure(alternative.fees)
      rollDate = alternative.rollDate?.iso8601
      rolls = alternative.rolls.count
      rollCost = figure(alternative.rollCost)
      slippage = figure(alternative.slippage)
      cost = figure(alternative.cost)
      costPerYear = figure(alternative.costPerYear)
    }
  }

  let underlying: String
  let notional: Double
  let alternatives: [Alternative]

  init(_ comparison: HedgeAlternatives, now: Timestamp) {
    underlying = comparison.underlying.symbol
    notional = comparison.notional
    alternatives = comparison.alternatives.map { Alternative($0, now: now) }
  }
}

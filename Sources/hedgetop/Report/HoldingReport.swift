import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// A spot position as JSON.
struct HoldingReport: Encodable {
  let asset: String
  let instrument: String
  let origin: String
  @Nullable var account: String?
  let quantity: FigureReport<Decimal>
  let price: FigureReport<Double>
  let change: FigureReport<Double>
  let value: FigureReport<Double>
  let weight: FigureReport<Double>
  let beta: FigureReport<BetaReport>
  let contribution: FigureReport<Double>
  let unrealisedProfit: FigureReport<Double>

  init(_ holding: HoldingFigures, now: Timestamp) {
    func figure(_ reading: Reading<Double>) -> FigureReport<Double> { FigureReport(reading: reading, now: now) }
    asset = holding.asset.symbol
    instrument = holding.instrument.description
    switch holding.origin {
    case .spot:
      origin = "spot"
      account = nil
    case .collateral(let id):
      origin = "collateral"
      account = id.name
    }
    quantity = FigureReport(reading: holding.quantity, now: now)
    price = figure(holding.price)
    change = figure(holding.change)
    value = figure(holding.value)
    weight = figure(holding.weight)
    beta = FigureReport(reading: holding.beta.map(BetaReport.init), now: now)
    contribution = figure(holding.contribution)
    unrealisedProfit = figure(holding.unrealisedProfit)
  }
}

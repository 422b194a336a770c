import HedgeAnalytics
import HedgeModel
import HedgeStore

/// A spot position of a strategy; collateral carries the label of its account.
struct HoldingSubject: MetricSubject {
  let figures: HoldingFigures
  let labels: LabelText
  let currency: String
  let now: Timestamp

  init(_ figures: HoldingFigures, of strategy: StrategySubject) {
    self.figures = figures
    let labels = strategy.labels.adding([
      ("asset", figures.asset.symbol), ("instrument", figures.instrument.description),
    ])
    if case .collateral(let account) = figures.origin {
      self.labels = labels.adding("account", account.name)
    } else {
      self.labels = labels
    }
    currency = strategy.currency
    now = strategy.now
  }
}

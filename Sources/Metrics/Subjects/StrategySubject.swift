import HedgeAnalytics
import HedgeModel
import HedgeStore

/// One of a portfolio's strategies.
struct StrategySubject: MetricSubject {
  let portfolio: PortfolioSubject
  let figures: StrategyFigures
  let labels: LabelText

  init(_ figures: StrategyFigures, of portfolio: PortfolioSubject) {
    self.portfolio = portfolio
    self.figures = figures
    labels = portfolio.labels.adding("strategy", figures.name)
  }

  var currency: String { portfolio.currency }
  var now: Timestamp { portfolio.now }
  var snapshot: HedgeSnapshot { portfolio.snapshot }
}

import HedgeAnalytics
import HedgeModel
import HedgeStore

/// A margin account of a portfolio.
struct AccountSubject: MetricSubject {
  let figures: AccountFigures
  let readAt: Timestamp?
  /// Its figures beside the venue's own; nil where it is not read from one.
  let reconciliation: Reconciliation?
  let labels: LabelText
  let currency: String
  let now: Timestamp

  init(_ figures: AccountFigures, of portfolio: PortfolioSubject) {
    self.figures = figures
    readAt = portfolio.snapshot.accountsReadAt[figures.id]
    reconciliation = portfolio.snapshot.reconciliations.first { $0.account == figures.id }
    labels = portfolio.labels.adding("account", figures.id.name)
    currency = portfolio.currency
    now = portfolio.now
  }
}

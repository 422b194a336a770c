import Alerting
import HedgeModel
import HedgeStore

/// An alert that is not over.
struct AlertSubject: MetricSubject {
  let alert: Alert
  let labels: LabelText
  let currency: String
  let now: Timestamp

  init(_ alert: Alert, of portfolio: PortfolioSubject) {
    self.alert = alert
    labels = portfolio.labels.adding("alert", alert.id)
    currency = portfolio.currency
    now = portfolio.now
  }

  /// The sort of trouble: `drift` of `drift/Main`.
  var rule: String { String(alert.id.prefix { $0 != "/" }) }
}

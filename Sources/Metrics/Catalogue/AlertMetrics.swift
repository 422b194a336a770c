import Alerting
import HedgeModel
import HedgeStore

/// Metrics of the alerts that are not over.
enum AlertMetrics {
  static let rows: [MetricRow<AlertSubject>] = [
    .facts("alert_active", "1 for an alert that is not over; labels tell its rule and severity.") {
      [("rule", $0.rule), ("severity", $0.alert.severity.word.lowercased())]
    },
    .flag("alert_acknowledged", "1 when somebody has acknowledged it.") { $0.alert.acknowledgedAt != nil },
    .flag("alert_unverified", "1 while the figure it rests on is unknown or stale.") { $0.alert.isUnverified },
    .instant("alert_raised_timestamp_seconds", "When it was raised, in the time the feeds live in.") {
      $0.alert.raisedAt
    },
  ]
}

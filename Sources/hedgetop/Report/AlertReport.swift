import Alerting
import HedgeModel

/// An alert as JSON.
struct AlertReport: Encodable {
  let id: String
  let severity: String
  let message: String
  let raisedAt: String
  @Nullable var acknowledgedAt: String?
  @Nullable var snoozedUntil: String?
  let unverified: Bool

  init(_ alert: Alert) {
    id = alert.id
    severity = alert.severity.word.lowercased()
    message = alert.message
    raisedAt = alert.raisedAt.iso8601
    acknowledgedAt = alert.acknowledgedAt?.iso8601
    snoozedUntil = alert.snoozedUntil?.iso8601
    unverified = alert.isUnverified
  }
}

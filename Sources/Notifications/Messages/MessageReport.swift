import Alerting
import HedgeModel

/// A message as JSON for programs: `hedgetop.alert.v1`.
struct MessageReport: Encodable {
  /// One notice.
  struct Line: Encodable {
    let event: String
    let alert: String
    let severity: String
    let message: String
    let raised_at: String
    let cleared_at: String?

    init(_ notice: Notice) {
      event = notice.event.rawValue
      alert = notice.alert
      severity = notice.severity.word.lowercased()
      message = notice.message
      raised_at = notice.raisedAt.iso8601
      cleared_at = notice.clearedAt?.iso8601
    }
  }

  /// Most notices that are written out; the rest are counted in ``more``.
  static let longest = 50

  let schema = "hedgetop.alert.v1"
  let at: String
  let portfolio: String
  let title: String
  let text: String
  let severity: String
  let alerts: [Line]
  let more: Int

  init(_ message: Message) {
    at = message.at.iso8601
    portfolio = message.lead?.portfolio ?? ""
    title = message.title
    text = message.text
    severity = message.severity.word.lowercased()
    alerts = message.notices.prefix(Self.longest).map(Line.init)
    more = max(0, message.notices.count - Self.longest)
  }
}

import Alerting
import HedgeModel

/// A message as Prometheus Alertmanager takes it: `POST /api/v2/alerts`, a list of alerts with their labels.
///
/// Labels are an alert's identity there, so they are the same when it is told again and when it is over. A change of
/// severity is another alert.
enum AlertmanagerBody {
  /// One alert.
  struct Line: Encodable {
    let labels: [String: String]
    let annotations: [String: String]
    let startsAt: String
    let endsAt: String
  }

  /// The alerts of a message: those that last, with the instant at which they count as over unless they are told again,
  /// and those that are over.
  ///
  /// - Parameter span: how long an alert lasts that is not told again.
  static func lines(_ message: Message, lasting span: Duration) -> [Line] {
    var latest: [[String: String]: Notice] = [:]
    var order: [[String: String]] = []
    for notice in message.notices + message.firing {
      let labels = labels(of: notice)
      if latest.updateValue(notice, forKey: labels) == nil { order.append(labels) }
    }
    return order.compactMap { labels in
      latest[labels].map { line($0, labels, message.at, $0.event == .cleared ? .zero : span) }
    }
  }

  private static func line(_ notice: Notice, _ labels: [String: String], _ now: Timestamp, _ span: Duration) -> Line {
    // The market's time may be ahead of the wall's: an alert must not begin after its end. Told in whole seconds, one
    // that lasts ends with the second that has begun: told as over too early, it would be raised and resolved in turn.
    let begun = span == .zero ? Duration.zero : .milliseconds(999)
    return
      Line(
        labels: labels, annotations: ["summary": notice.words, "alert_id": notice.alert],
        startsAt: min(notice.raisedAt, now).iso8601, endsAt: (now + span + begun).iso8601)
  }

  private static func labels(of notice: Notice) -> [String: String] {
    [
      "alertname": name(notice.alert), "alert": notice.alert, "severity": notice.severity.word.lowercased(),
      "portfolio": notice.portfolio, "source": "hedgetop",
    ]
  }

  /// `HedgetopFundingCost` of `funding-cost/year/Main`: the sort of trouble, by which routes are chosen.
  private static func name(_ alert: String) -> String {
    let kind = alert.prefix { $0 != "/" }
    let words = kind.split { !$0.isASCII || !$0.isLetter }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return "Hedgetop" + words.joined()
  }
}

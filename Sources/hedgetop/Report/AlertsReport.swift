import Alerting
import FoundationEssentials
import HedgeConfiguration

/// What is watched and who is told, as `alerts list` prints it.
struct AlertsReport: Encodable {
  /// A rule.
  struct Rule: Encodable {
    let name: String
    let watched: Bool
  }

  let rules: [Rule]
  @Nullable var quietHours: String?
  let channels: [AlertChannelReport]

  init(_ alerts: AlertConfiguration, channels: [AlertChannelReport]) {
    let policy = AlertPolicy(alerts)
    rules = AlertKind.allCases.map { kind in
      Rule(
        name: kind.rawValue,
        watched: !policy.switchedOff.contains(kind) && (kind != .fundingReversal || alerts.fundingReversal))
    }
    quietHours = alerts.quietHours?.words
    self.channels = channels
  }

  /// For people.
  var text: String {
    var rules = TextTable([.init("rule", .words), .init("watched", .words)])
    for rule in self.rules { rules.add([rule.name, rule.watched ? "yes" : "no"]) }
    var table = TextTable([
      .init("channel", .words), .init("kind", .words), .init("from", .words), .init("waiting"), .init("state", .words),
    ])
    for channel in channels {
      table.add([channel.name, channel.kind, channel.severity, "\(channel.waiting)", channel.words])
    }
    let quiet = quietHours.map { "quiet hours \($0)\n\n" } ?? ""
    return rules.text() + "\n" + quiet + (channels.isEmpty ? "no channel but the screen\n" : table.text())
  }
}

extension QuietHoursConfiguration {
  /// `22:00 to 07:00, Europe/Berlin, but for critical`.
  fileprivate var words: String {
    let names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    let days = self.days.count == 7 ? "" : " on " + self.days.sorted().map { names[$0] }.joined(separator: ", ")
    return "\(Self.clock(from)) to \(Self.clock(to))\(days), \(zone.identifier), but for \(breakthrough.rawValue)"
  }

  private static func clock(_ seconds: Int) -> String {
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
  }
}

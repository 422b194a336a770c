import Alerting
import HedgeModel

/// What is sent to a channel at once: one notice, or a burst that is summed up.
public struct Message: Hashable, Sendable {
  /// The notices, oldest first; empty when only ``firing`` is told again.
  public let notices: [Notice]
  /// Every alert that lasts, for channels that are told of them again and again.
  public let firing: [Notice]
  /// When it is sent, by the clock of the wall.
  public let at: Timestamp

  /// A message; see the properties.
  public init(_ notices: [Notice], firing: [Notice] = [], at: Timestamp) {
    self.notices = notices
    self.firing = firing
    self.at = at
  }

  /// The notice that is told in full: the most severe of those that are not over, and of these the oldest.
  public var lead: Notice? {
    let lasting = notices.filter { $0.event != .cleared }
    return (lasting.isEmpty ? notices : lasting).reduce(nil) { worst, notice in
      guard let worst, worst.severity >= notice.severity else { return notice }
      return worst
    }
  }

  /// How bad it is.
  public var severity: Alert.Severity { lead?.severity ?? .info }

  /// A few words: `Main book: CRITICAL`.
  public var title: String {
    guard let lead else { return "hedgetop" }
    let word =
      switch lead.event {
      case .cleared: "over"
      case .test: "TEST"
      case .raised, .escalated, .reminded: lead.severity.word
      }
    return "\(lead.portfolio): \(word)"
  }

  /// One line: the lead, and how many more there are.
  public var text: String {
    let more = notices.count - 1
    return (lead?.words ?? "") + (more > 0 ? ", and \(more) more" : "")
  }
}

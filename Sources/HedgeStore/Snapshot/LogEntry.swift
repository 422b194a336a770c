import Alerting
import HedgeModel

/// One line of what has happened.
public struct LogEntry: Hashable, Sendable {
  /// What sort of thing.
  public enum Kind: String, Hashable, Sendable {
    /// Something the user decided and that is kept.
    case decision
    /// An alert was raised, escalated, acknowledged or is over.
    case alert
    /// A feed changed its state or did not understand something.
    case feed
    /// Something else the user should know, such as a decision that could not be kept.
    case notice
  }

  /// When it happened.
  public let at: Timestamp
  /// What sort of thing.
  public let kind: Kind
  /// How bad it is.
  public let severity: Alert.Severity
  /// What happened, one line.
  public let message: String

  /// An entry; see the properties.
  public init(at: Timestamp, kind: Kind, severity: Alert.Severity, message: String) {
    self.at = at
    self.kind = kind
    self.severity = severity
    self.message = message
  }
}

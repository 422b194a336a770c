import HedgeModel

/// Something that was told of an alert, as it is kept.
public struct AlertEvent: Hashable, Sendable {
  /// What happened. The words are frozen: files in use hold them.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It was not there and now is.
    case raised
    /// It has become more severe.
    case escalated
    /// It is over.
    case cleared
    /// It lasts.
    case reminded
  }

  /// When it was told.
  public let at: Timestamp
  /// What happened.
  public let kind: Kind
  /// The alert's stable identity.
  public let alert: String
  /// How bad it is, in a word.
  public let severity: String
  /// What it says.
  public let message: String

  /// An event; see the properties.
  public init(at: Timestamp, kind: Kind, alert: String, severity: String, message: String) {
    self.at = at
    self.kind = kind
    self.alert = alert
    self.severity = severity
    self.message = message
  }
}

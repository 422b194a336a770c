/// Something about an alert that its reader must be told.
public struct AlertTransition: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It was not there and now is.
    case raised
    /// It has become more severe.
    case escalated
    /// It is over.
    case cleared
    /// It lasts, and nobody has acknowledged it.
    case reminded
  }

  /// What happened.
  public let kind: Kind
  /// The alert as it is after that.
  public let alert: Alert

  /// A transition; see the properties.
  public init(_ kind: Kind, _ alert: Alert) {
    self.kind = kind
    self.alert = alert
  }
}

import HedgeModel

/// Something the user must know, from when it was raised until it is over.
public struct Alert: Hashable, Sendable, Identifiable {
  /// How bad it is.
  public enum Severity: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// Worth knowing.
    case info
    /// Worth acting on soon.
    case warning
    /// Worth acting on now.
    case critical

    /// Orders by urgency.
    public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

    /// `INFO`, `WARNING` or `CRITICAL`: severity is never told by colour alone.
    public var word: String {
      switch self {
      case .info: "INFO"
      case .warning: "WARNING"
      case .critical: "CRITICAL"
      }
    }
  }

  /// Stable identity, the same each time the same thing happens: `drift/Main`.
  public let id: String
  /// How bad it is now.
  public var severity: Severity
  /// One line with the numbers: `Main: drift +0.0612 is beyond ±0.05`.
  public var message: String
  /// When it was raised.
  public let raisedAt: Timestamp
  /// When it was over; nil while it lasts.
  public var clearedAt: Timestamp?
  /// When the user acknowledged it; nil until then.
  public var acknowledgedAt: Timestamp?
  /// Until when the user does not want to hear of it; nil when that is not wished.
  public var snoozedUntil: Timestamp?
  /// True while the figure it rests on is unknown or stale: neither confirmed nor over.
  public var isUnverified: Bool

  /// An alert; see the properties.
  public init(
    id: String, severity: Severity, message: String, raisedAt: Timestamp, clearedAt: Timestamp? = nil,
    acknowledgedAt: Timestamp? = nil, snoozedUntil: Timestamp? = nil, isUnverified: Bool = false
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.raisedAt = raisedAt
    self.clearedAt = clearedAt
    self.acknowledgedAt = acknowledgedAt
    self.snoozedUntil = snoozedUntil
    self.isUnverified = isUnverified
  }

  /// True until it is over.
  public var isActive: Bool { clearedAt == nil }

  /// True while its reader does not want to hear of it.
  public func isSnoozed(at now: Timestamp) -> Bool { snoozedUntil.map { now < $0 } ?? false }

  /// True while it lasts and is neither acknowledged nor snoozed.
  public func wantsAnswer(at now: Timestamp) -> Bool { isActive && acknowledgedAt == nil && !isSnoozed(at: now) }
}

import FoundationEssentials

/// Something the user decided, as it is kept in the journal: what was, what is now, and when.
public struct Decision: Hashable, Sendable {
  /// What was decided.
  public enum Change: Hashable, Sendable {
    /// The hedge ratio of a strategy.
    case hedgeRatio(old: Decimal, new: Decimal)
    /// The net beta a strategy is steered to, where one is stated instead of a ratio.
    case netBeta(old: Decimal, new: Decimal)
    /// A trade the user made on the venue and recorded here.
    case fill(Fill)
    /// The user has looked at the strategy: drift is attributed, and triggers count, from here.
    case review
    /// An alert was acknowledged; `alert` is its stable identity.
    case acknowledgement(alert: String)
    /// The user does not want to hear of an alert until an instant, unless it gets worse.
    case snooze(alert: String, until: Timestamp)
    /// An earlier decision was taken back; `id` is its identity.
    case undo(id: Int64)
  }

  /// Rising number given by the journal; 0 before it is recorded.
  public let id: Int64
  /// When it was decided.
  public let at: Timestamp
  /// The strategy it concerns.
  public let strategy: String
  /// What was decided.
  public let change: Change
  /// The command it was made in: `watch`; nil for one recorded before that was kept, or whose maker left it to the
  /// journal to say.
  public let command: String?

  /// True for an alert's acknowledgement or snooze.
  public var answersAlert: Bool {
    switch change {
    case .acknowledgement, .snooze: true
    case .hedgeRatio, .netBeta, .fill, .review, .undo: false
    }
  }

  /// A decision; see the properties.
  public init(id: Int64 = 0, at: Timestamp, strategy: String, change: Change, command: String? = nil) {
    self.id = id
    self.at = at
    self.strategy = strategy
    self.change = change
    self.command = command
  }
}

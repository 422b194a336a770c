import HedgeModel

/// What has happened to a journal since it was last asked.
public struct JournalNews: Hashable, Sendable {
  /// Decisions that another process has made, oldest first.
  public var decisions: [Decision] = []
  /// What the user should read, one line each.
  public var notices: [String] = []
  /// Whether decisions can be kept now.
  public var standing: JournalStanding
  /// True when the figures' past and alerts are to be handed over here.
  public var keepsHistory: Bool { standing == .writes }

  /// News; see the properties.
  public init(standing: JournalStanding) {
    self.standing = standing
  }
}

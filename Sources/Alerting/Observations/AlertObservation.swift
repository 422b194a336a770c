/// What one rule sees at one instant.
public struct AlertObservation: Hashable, Sendable {
  /// What was found.
  public enum Finding: Hashable, Sendable {
    /// A figure that may be relied on, and the thresholds it is held against.
    case measured(Double, AlertLevels)
    /// The trouble is there; the words say what it is.
    case present(Alert.Severity, words: String)
    /// The trouble is not there.
    case absent
    /// The figure is unknown or stale, for this reason: nothing is confirmed and nothing is over.
    case unverifiable(String)
  }

  /// What is watched.
  public let rule: AlertRule
  /// What was found.
  public let finding: Finding
  /// How long the finding must last before it is told.
  public let dwell: Duration
  /// What the measured figure is of, where the rule does not say: the coin whose beta has moved.
  public let detail: String?

  /// An observation; see the properties.
  public init(_ rule: AlertRule, _ finding: Finding, dwell: Duration = .zero, detail: String? = nil) {
    self.rule = rule
    self.finding = finding
    self.dwell = dwell
    self.detail = detail
  }
}

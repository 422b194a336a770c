/// What is known of an alert from before this start of the program: what was told of it last.
public struct KeptAlert: Hashable, Sendable {
  /// The alert's stable identity: `drift/Main`.
  public let id: String
  /// How bad it was then, in a word: `warning`.
  public let severity: String
  /// True when that was told because it was over.
  public let isOver: Bool
  /// When it was raised, became more severe, or was over.
  public let at: Timestamp

  /// What is known of an alert; see the properties.
  public init(id: String, severity: String, isOver: Bool, at: Timestamp) {
    self.id = id
    self.severity = severity
    self.isOver = isOver
    self.at = at
  }
}

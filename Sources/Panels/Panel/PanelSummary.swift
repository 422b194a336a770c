/// A panel's most important figure in a few words.
public struct PanelSummary: Hashable, Sendable {
  /// The words: `−0.012 in band`.
  public let text: String
  /// What they mean.
  public let role: ThemeRole

  /// A summary; see the properties.
  public init(_ text: String, role: ThemeRole) {
    self.text = text
    self.role = role
  }
}

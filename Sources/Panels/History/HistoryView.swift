import HedgeModel

/// The past of one strategy as it was read, to be drawn.
public struct HistoryView: Hashable, Sendable {
  /// What was read.
  public enum Content: Hashable, Sendable {
    /// Figures, and what was decided in their time, oldest first.
    case series(HistorySeries, decisions: [Decision])
    /// Nothing, and why.
    case unavailable(String)
  }

  /// What was asked for.
  public let request: HistoryRequest
  /// The first instant shown.
  public let since: Timestamp
  /// The last.
  public let until: Timestamp
  /// What was read.
  public let content: Content

  /// A view; see the properties.
  public init(request: HistoryRequest, since: Timestamp, until: Timestamp, content: Content) {
    self.request = request
    self.since = since
    self.until = until
    self.content = content
  }
}

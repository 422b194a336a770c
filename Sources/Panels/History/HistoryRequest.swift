/// What the page of history wants to show.
public struct HistoryRequest: Hashable, Sendable {
  /// The strategy's name.
  public let strategy: String
  /// How much of the past.
  public let range: HistoryRange
  /// How many points a chart has room for.
  public let points: Int

  /// A request; see the properties.
  public init(strategy: String, range: HistoryRange, points: Int) {
    self.strategy = strategy
    self.range = range
    self.points = points
  }
}

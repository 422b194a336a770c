/// Which part of the past is asked for.
public struct HistoryQuery: Hashable, Sendable {
  /// The strategy's name.
  public let strategy: String
  /// The figures wanted.
  public let figures: [HistoryFigure]
  /// The first instant, inclusive.
  public let since: Timestamp
  /// The last instant, inclusive.
  public let until: Timestamp
  /// At most so many points, spread over the span; the finest the journal has when fewer are kept.
  public let points: Int
  /// How far apart points are at least; nil for as near as ``points`` allows.
  public let every: Duration?

  /// A query; see the properties.
  public init(
    strategy: String, figures: [HistoryFigure] = HistoryFigure.allCases, since: Timestamp, until: Timestamp,
    points: Int, every: Duration? = nil
  ) {
    self.strategy = strategy
    self.figures = figures
    self.since = since
    self.until = until
    self.points = points
    self.every = every
  }
}

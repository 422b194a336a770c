/// The past of one strategy's figures, by columns of equal length, oldest first.
///
/// A point stands for the span from its instant to the next one's: its value is the last one known in that span, beside
/// the lowest and highest of it, so that a breach between two points is not lost. Nil is unknown or stale then, or not
/// watched at all.
public struct HistorySeries: Hashable, Sendable {
  /// One figure.
  public struct Column: Hashable, Sendable {
    /// The last value of each span.
    public let last: [Double?]
    /// The lowest value of each span.
    public let lowest: [Double?]
    /// The highest value of each span.
    public let highest: [Double?]

    /// A column; see the properties.
    public init(last: [Double?], lowest: [Double?], highest: [Double?]) {
      self.last = last
      self.lowest = lowest
      self.highest = highest
    }

    /// A column of points that stand for themselves.
    public init(_ values: [Double?]) {
      self.init(last: values, lowest: values, highest: values)
    }
  }

  /// The instants the points begin at.
  public let instants: [Timestamp]
  /// How long a span is.
  public let spacing: Duration
  /// The figures asked for.
  public let columns: [HistoryFigure: Column]

  /// A series; see the properties.
  public init(instants: [Timestamp], spacing: Duration, columns: [HistoryFigure: Column]) {
    self.instants = instants
    self.spacing = spacing
    self.columns = columns
  }

  /// Nothing is known of the past.
  public static let empty = HistorySeries(instants: [], spacing: .seconds(1), columns: [:])
}

/// A strategy's figures at one instant, on their way into the past that is kept.
public struct HistorySample: Hashable, Sendable {
  /// The instant.
  public let at: Timestamp
  /// The strategy's name.
  public let strategy: String
  /// The figures in the order of ``HistoryFigure``; nil is unknown or stale then.
  public let values: [Double?]

  /// A sample of the figures `value` tells; one that is not finite is unknown.
  public init(at: Timestamp, strategy: String, _ value: (HistoryFigure) -> Double?) {
    self.at = at
    self.strategy = strategy
    values = HistoryFigure.allCases.map { figure in value(figure).flatMap { $0.isFinite ? $0 : nil } }
  }
}

/// Where the past of the figures is kept: the port of screens and commands to durable storage.
public protocol FigureHistory: Sendable {
  /// The past a query asks for; empty where nothing is kept of it. Waits for the disk: not for the main actor.
  ///
  /// - Throws: when the storage cannot be read.
  func series(_ query: HistoryQuery) throws -> HistorySeries
}

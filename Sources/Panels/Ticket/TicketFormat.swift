/// How a ticket is written to a file.
public enum TicketFormat: String, Hashable, Sendable, CaseIterable {
  /// One row a trade.
  case csv
  /// Everything the ticket knows.
  case json
}

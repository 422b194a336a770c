import FoundationEssentials
import HedgeAnalytics
import HedgeConfiguration
import Panels

/// Writes a ticket to a file of its own, readable by its owner only; a file that exists is left as it is.
enum TicketFile {
  /// Writes a ticket.
  ///
  /// - Parameter path: where; `~/` is the user's home.
  /// - Returns: the path written to.
  /// - Throws: when the file exists or cannot be written.
  static func write(
    _ ticket: TradeTicket, _ format: TicketFormat, to path: String,
    home: String? = ProcessInfo.processInfo.environment["HOME"]
  ) throws -> String {
    let place = path.hasPrefix("~/") ? (home ?? "~") + path.dropFirst(1) : path
    let text =
      switch format {
      case .csv: ticket.csv
      case .json: try JSONOutput.text(TicketReport(ticket))
      }
    try ConfigurationWriter.write(text, to: place)
    return place
  }
}

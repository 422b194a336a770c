import HedgeModel

/// Who has the pen of a portfolio.
public struct PenHolder: Hashable, Sendable, CustomStringConvertible {
  /// The process.
  public let process: Int32
  /// The command it runs: `watch`.
  public let command: String
  /// Since when.
  public let since: Timestamp

  /// A holder; see the properties.
  public init(process: Int32, command: String, since: Timestamp) {
    self.process = process
    self.command = command
    self.since = since
  }

  /// `hedgetop watch, pid 812, since 2026-11-29T03:00:00Z`
  public var description: String { "hedgetop \(command), pid \(process), since \(since.iso8601)" }
}

extension PenHolder {
  /// What stands in the pen's file: three lines.
  var text: String { "\(process)\n\(command)\n\(since.milliseconds)\n" }

  /// Reads what stands in the pen's file; nil when that is not what a holder writes.
  init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, let process = Int32(lines[0]), let milliseconds = Int64(lines[2]),
      !lines[1].isEmpty, lines[1].count <= 40,
      lines[1].utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
    else { return nil }
    self.init(process: process, command: String(lines[1]), since: Timestamp(milliseconds: milliseconds))
  }
}

import Glibc
import HedgeModel
import MarketData

/// The log of a service: lines on standard error.
///
/// Under systemd, which says by `JOURNAL_STREAM` which file standard error is, each line begins with its level in the
/// way journald takes it.
@MainActor
final class ServiceLog {
  /// The portfolios the lines are about, once they are known.
  var portfolios: [String] = []
  private let format: ServiceLogFormat
  private let isPrefixed: Bool
  private let clock: any MarketClock
  private let write: @MainActor (String) -> Void

  /// A log that has said nothing.
  ///
  /// - Parameters:
  ///   - isPrefixed: whether journald reads it.
  ///   - write: takes a line with its line break.
  init(
    _ format: ServiceLogFormat, isPrefixed: Bool, clock: any MarketClock = WallClock(),
    write: @escaping @MainActor (String) -> Void = ServiceLog.writeToStandardError
  ) {
    self.format = format
    self.isPrefixed = isPrefixed
    self.clock = clock
    self.write = write
  }

  /// Writes a line.
  ///
  /// - Parameter portfolio: what it is about; nil for all of them.
  func say(_ line: ServiceLogLine, of portfolio: String? = nil) {
    let now = clock.now()
    let named = portfolios.count > 1 ? portfolio.map { line.naming($0) } ?? line : line
    let text =
      switch format {
      case .text: named.text(at: now, isPrefixed: isPrefixed)
      case .json:
        line.json(at: now, portfolio: portfolio ?? portfolios.joined(separator: ", "), isPrefixed: isPrefixed)
      }
    write(text + "\n")
  }

  /// Writes a line for each line of `words`, as errors of a configuration have one for each mistake.
  func say(_ kind: String, _ level: ServiceLogLine.Level, _ words: String, of portfolio: String? = nil) {
    for line in words.split(separator: "\n") { say(ServiceLogLine(kind, level, String(line)), of: portfolio) }
  }

  /// Whether standard error is the stream that `JOURNAL_STREAM` names: `device:inode`.
  static func isRead(byJournalOf environment: [String: String]) -> Bool {
    var status = stat()
    guard let stream = environment["JOURNAL_STREAM"], fstat(STDERR_FILENO, &status) == 0 else { return false }
    return stream == "\(status.st_dev):\(status.st_ino)"
  }

  /// Writes all of it, or what a closed or full stream takes: a log that nobody reads ends nothing.
  static func writeToStandardError(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}

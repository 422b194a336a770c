import FoundationEssentials
import HedgeModel
import TerminalCells

/// One thing a service has to say.
struct ServiceLogLine: Hashable, Sendable {
  /// How much it matters, by the numbers of syslog.
  enum Level: Int, Sendable {
    /// The hedge is in danger, or something that was decided could not be kept.
    case critical = 2
    /// Something was asked for and cannot be done.
    case error = 3
    /// Something is not as it should be.
    case warning = 4
    /// The service itself: began, ended, read its configuration.
    case notice = 5
    /// Anything else.
    case info = 6

    /// The word for it.
    var word: String { String(describing: self) }
  }

  /// What it is about: `service`, `feed`, `alert`, `decision`, `verdict`, `viewer`, `notice`.
  let kind: String
  let level: Level
  let message: String
  /// The instant of the market, where it lives in a time of its own.
  let marketTime: Timestamp?

  /// A line; see the properties.
  init(_ kind: String, _ level: Level, _ message: String, marketTime: Timestamp? = nil) {
    self.kind = kind
    self.level = level
    self.message = message
    self.marketTime = marketTime
  }

  /// The same line with the portfolio it is about, where there are several.
  func naming(_ portfolio: String) -> ServiceLogLine {
    ServiceLogLine(kind, level, "\(portfolio): \(message)", marketTime: marketTime)
  }

  /// One line of text without control characters and without a line break at its end.
  ///
  /// - Parameters:
  ///   - now: the time of the wall.
  ///   - isPrefixed: for the journal of systemd, which takes `<4>` for the level and has a clock of its own.
  func text(at now: Timestamp, isPrefixed: Bool) -> String {
    let market = marketTime.map { " [market \($0.iso8601)]" } ?? ""
    let words = "\(kind): \(message.sanitised)\(market)"
    return isPrefixed ? "<\(level.rawValue)>\(words)" : "\(now.iso8601) \(level.word) \(words)"
  }

  /// One line of JSON: at, level, kind, portfolio, message and, in a market with a time of its own, market_at.
  func json(at now: Timestamp, portfolio: String, isPrefixed: Bool) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let object = Object(
      at: now.iso8601, level: level.word, kind: kind, portfolio: portfolio.sanitised, message: message.sanitised,
      market_at: marketTime?.iso8601)
    let text = (try? encoder.encode(object)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    return isPrefixed ? "<\(level.rawValue)>\(text)" : text
  }

  private struct Object: Encodable {
    let at: String
    let level: String
    let kind: String
    let portfolio: String
    let message: String
    let market_at: String?
  }
}

import Alerting

/// Shows each message on the desktop by `notify-send` of libnotify, arguments by argument, without a shell.
public struct DesktopChannel: AlertChannel {
  private let program: String
  private let limit: Duration

  /// A channel to the desktop.
  ///
  /// - Parameter program: what stands in for `notify-send`.
  public init(program: String = "notify-send", limit: Duration = .seconds(10)) {
    self.program = program
    self.limit = limit
  }

  /// Shows a message.
  public func send(_ message: Message) async -> ChannelOutcome {
    await CommandRun(command: arguments(message), input: [], limit: limit).outcome()
  }

  /// The program and its arguments. What follows `--` is no option, whatever it begins with; the body is markup, so
  /// what would be a mark is escaped.
  func arguments(_ message: Message) -> [String] {
    let urgency =
      switch message.severity {
      case .info: "low"
      case .warning: "normal"
      case .critical: "critical"
      }
    let body = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")].reduce(message.text) { $0.replacing($1.0, with: $1.1) }
    return [program, "--app-name=hedgetop", "--urgency=\(urgency)", "--", message.title, body]
  }
}

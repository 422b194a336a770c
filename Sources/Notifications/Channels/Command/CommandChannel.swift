/// Runs a program of the user's for each message and hands it the message as JSON on its standard input. No shell reads
/// any of it, and nothing of the message stands in the arguments.
public struct CommandChannel: AlertChannel {
  private let command: [String]
  private let limit: Duration

  /// A channel to `command`, found on the path, with its arguments.
  public init(_ command: [String], limit: Duration = .seconds(10)) {
    self.command = command
    self.limit = limit
  }

  /// Runs the program.
  public func send(_ message: Message) async -> ChannelOutcome {
    guard let body = try? JSONText.bytes(MessageReport(message)) else {
      return .refused("the message cannot be written as JSON")
    }
    return await CommandRun(command: command, input: body + [UInt8(ascii: "\n")], limit: limit).outcome()
  }
}

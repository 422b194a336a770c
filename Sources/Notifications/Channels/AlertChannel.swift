/// A way to people or programs. Sending may take its time and never throws: what went wrong is an outcome.
public protocol AlertChannel: Sendable {
  /// Sends a message, within the channel's own time limit, and tells what became of it. The words hold no secret.
  func send(_ message: Message) async -> ChannelOutcome
}

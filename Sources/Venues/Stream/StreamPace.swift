/// How fast messages may be sent on a connection.
public struct StreamPace: Hashable, Sendable {
  /// Messages in a row.
  public let messages: Int
  /// The time they need.
  public let window: Duration

  /// A pace: at most `messages` in each `window`.
  public init(_ messages: Int, per window: Duration) {
    self.messages = messages
    self.window = window
  }
}

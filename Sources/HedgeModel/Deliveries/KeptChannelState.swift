/// How a channel fared when something was last told to it, for programs that start later.
public struct KeptChannelState: Hashable, Sendable {
  /// The channel's name.
  public let name: String
  /// The state in one word: `ok`.
  public let state: String
  /// The state in a line: `retrying after "connection refused"`.
  public let words: String
  /// Since when, by the clock of the wall.
  public let at: Timestamp

  /// A state; see the properties.
  public init(name: String, state: String, words: String, at: Timestamp) {
    self.name = name
    self.state = state
    self.words = words
    self.at = at
  }
}

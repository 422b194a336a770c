import Alerting
import HedgeModel

/// A change in how a channel fares, for the log.
public struct ChannelReport: Hashable, Sendable {
  /// The channel's name.
  public let channel: String
  /// How it fares now.
  public let state: ChannelState
  /// What has happened, in a line: `ntfy: gave up 3 messages after 6 h: connection refused`.
  public let words: String

  /// A report; see the properties.
  public init(channel: String, state: ChannelState, words: String) {
    self.channel = channel
    self.state = state
    self.words = words
  }
}

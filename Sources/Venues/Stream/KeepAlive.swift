/// What is sent so that a venue does not close a quiet connection.
public struct KeepAlive: Hashable, Sendable {
  /// What is sent.
  public enum Beat: Hashable, Sendable {
    /// A WebSocket ping frame.
    case ping
    /// A message in the venue's own words.
    case message(String)
  }

  /// What is sent.
  public let beat: Beat
  /// How often.
  public let interval: Duration
  /// With nothing heard for so long after a beat the connection is dead.
  public let patience: Duration

  /// A keep-alive; see the properties.
  public init(_ beat: Beat, every interval: Duration, patience: Duration = .seconds(10)) {
    self.beat = beat
    self.interval = interval
    self.patience = patience
  }
}

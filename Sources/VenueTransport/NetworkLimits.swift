/// How long is waited and how much is taken.
public struct NetworkLimits: Hashable, Sendable {
  /// For the name and the connection to its host.
  public var connecting: Duration = .seconds(10)
  /// For a WebSocket connection to be open, from the start: name, connection, proxy, certificate and upgrade.
  public var opening: Duration = .seconds(15)
  /// For the other side's farewell after ours, and for the rest of a refusal to open.
  public var closing: Duration = .seconds(2)
  /// For the next bytes of a response.
  public var reading: Duration = .seconds(30)
  /// How long messages of a stream gather before they are read together; zero reads each as it comes.
  public var gathering: Duration = .milliseconds(50)
  /// How long a connection for requests is kept without one.
  public var idling: Duration = .seconds(30)
  /// Connections for requests to one host at a time.
  public var connectionsPerHost = 2
  /// Bytes of a response's body, unpacked.
  public var responseBody = 32 << 20
  /// Bytes of a WebSocket message and of each of its frames. The library's own 16 KiB are less than venues send.
  public var message = 16 << 20
  /// Fragments of a WebSocket message.
  public var fragments = 1 << 14
  /// Bytes kept of the body with which a WebSocket connection is refused.
  public var refusalBody = 64 << 10

  /// The limits for venues; each may be changed.
  public init() {}
}

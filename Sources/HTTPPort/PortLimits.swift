/// How much one client may take of a port, and for how long. What is beyond is refused in words where the client still
/// listens, and cut off where it does not.
public struct PortLimits: Hashable, Sendable {
  /// Bytes of one header, and of the request's target.
  public var headerBytes = 8192
  /// Bytes of all headers of a request.
  public var headerListBytes = 16_384
  /// Headers of a request.
  public var headerCount = 64
  /// Connections that are open at once. One more closes the one that has been idle longest.
  public var connections = 128
  /// From the first byte of a request to its last.
  public var requestTime = Duration.seconds(10)
  /// Between two requests, and before the first.
  public var idleTime = Duration.seconds(120)
  /// From an answer's first byte until all of it is taken.
  public var answerTime = Duration.seconds(30)
  /// From the last answer of a connection until its end, where the client does not end it.
  public var leaveTime = Duration.seconds(2)

  /// The usual limits.
  public init() {}
}

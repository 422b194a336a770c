/// What a client did on a WebSocket connection.
public struct SessionRecord: Sendable {
  /// The request it was opened with.
  public let request: RecordedRequest
  /// Text messages the client sent.
  public internal(set) var texts: [String] = []
  /// Payloads of the pings it sent.
  public internal(set) var pings: [[UInt8]] = []
  /// Payloads of the pongs it sent.
  public internal(set) var pongs: [[UInt8]] = []
  /// Frames of all sorts it sent.
  public internal(set) var frames = 0
  /// Frames of all sorts that were not masked, as a client's must be.
  public internal(set) var unmaskedFrames = 0
  /// The keys its frames were masked with, one after the other.
  public internal(set) var maskingKeys: [[UInt8]] = []
  /// The code of its close frame; 1005 when it had none; nil when none came.
  public internal(set) var closeCode: Int?
  /// Whether the script was played to its end.
  public internal(set) var isPlayed = false
  /// Whether the connection is gone.
  public internal(set) var isEnded = false
  /// What went wrong for the server.
  public internal(set) var errors: [String] = []
}

/// One step of what the server does on a WebSocket connection. Pings and close frames of the client are answered at
/// any time but after ``halfOpen``; after the last step the connection stays open and silent.
public enum SessionStep: Sendable {
  /// Sends a text message.
  case text(String)
  /// Sends a binary message.
  case binary([UInt8])
  /// Sends a text message in fragments, a frame each.
  case fragments([String])
  /// Sends a ping.
  case ping([UInt8])
  /// Sends bytes as they are, which need not be a frame.
  case bytes([UInt8])
  /// Sends messages of a recording, the whole of it `rounds` times.
  case recording([RecordedFrame], PlaybackPace, rounds: Int = 1)
  /// Waits for a text message that contains this; messages before it are passed over.
  case awaitText(String)
  /// Waits for a pong.
  case awaitPong
  /// Waits for a ping.
  case awaitPing
  /// Waits for so long.
  case pause(Duration)
  /// Does nothing more but to answer pings: for ever.
  case silence
  /// Reads and writes nothing more, for ever; the connection stays.
  case halfOpen
  /// Sends the first half of a text message and ends the connection without a farewell.
  case dropMidFrame(String)
  /// Ends the connection without a farewell.
  case drop
  /// Sends a close frame and ends the connection when the client's came.
  case close(code: Int, reason: String = "")

  /// A text message of so many bytes: that of Binance's exchange information has 177,377.
  public static func text(bytes count: Int) -> SessionStep { .text(String(repeating: "x", count: count)) }
}

/// Is told every message of the market streams as it came. What is asked, what is sent, and what concerns accounts does
/// not come by here.
public protocol StreamTap: Sendable {
  /// Takes a message, on the connection's own thread.
  ///
  /// - Parameters:
  ///   - message: the bytes of one whole message.
  ///   - feed: the market's name.
  ///   - url: where it came from.
  func received(_ message: [UInt8], of feed: String, from url: String)
}

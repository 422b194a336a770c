/// What became of one message.
public enum ChannelOutcome: Hashable, Sendable {
  /// It arrived; the words say what came back: `200`.
  case delivered(String)
  /// It did not, and may another time; `retryAfter` is what the receiver asked for.
  case failed(String, retryAfter: Duration? = nil)
  /// It was refused, and would be again.
  case refused(String)

  /// What came back, or why nothing did.
  public var words: String {
    switch self {
    case .delivered(let words), .failed(let words, _), .refused(let words): words
    }
  }
}

import HedgeModel

/// How a channel fares.
public enum ChannelState: Hashable, Sendable {
  /// Nothing was sent yet.
  case idle
  /// The last message arrived.
  case ok
  /// The last try failed for this reason; the next is at this instant.
  case retrying(at: Timestamp, reason: String)
  /// Messages were given up for this reason; the next is tried all the same.
  case gaveUp(reason: String)

  /// The state in one word, for programs.
  public var word: String {
    switch self {
    case .idle: "idle"
    case .ok: "ok"
    case .retrying: "retrying"
    case .gaveUp: "gave_up"
    }
  }

  /// The state in words: `retrying in 12 s after "connection refused"`.
  public func words(at now: Timestamp) -> String {
    switch self {
    case .idle: "nothing sent yet"
    case .ok: "ok"
    case .retrying(let at, let reason):
      "retrying in \(max(0, (at - now).wholeMilliseconds + 999) / 1000) s after \"\(reason)\""
    case .gaveUp(let reason): "gave up after \"\(reason)\""
    }
  }
}

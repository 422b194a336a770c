import HedgeModel

extension FeedHealth {
  /// True while values arrive in time.
  public var isLive: Bool {
    if case .live = state { true } else { false }
  }

  /// The state in words for the screen: `live`, `stale 35 s`, `failed: connection refused, retry in 4 s`.
  public func description(at now: Timestamp) -> String {
    switch state {
    case .connecting(let since): "connecting \(Self.words(now - since))"
    case .live: "live"
    case .stale(let since): "stale \(Self.words(now - since))"
    case .failed(let message, let retryAt?) where retryAt > now:
      "failed: \(message), retry in \(Self.words(retryAt - now, .up))"
    case .failed(let message, .some): "failed: \(message), retrying"
    case .failed(let message, nil): "failed: \(message)"
    case .ended: "ended"
    }
  }

  /// `35 s`, `12 min`, `3 h`, `4 d`: the largest unit that gives at least 2, or seconds. Never negative.
  private static func words(_ duration: Duration, _ rule: FloatingPointRoundingRule = .down) -> String {
    let seconds = max(0, duration.inSeconds)
    let units = [(86_400.0, "d"), (3600, "h"), (60, "min"), (1, "s")]
    let (length, name) = units.first { seconds >= 2 * $0.0 } ?? (1, "s")
    return "\(Int((seconds / length).rounded(rule))) \(name)"
  }
}

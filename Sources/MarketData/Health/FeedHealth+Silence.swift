import HedgeModel

extension FeedHealth {
  /// True when values have stopped, or have not begun, for longer than a feed of this kind may take.
  public func isSilent(at now: Timestamp, longerThan limit: Duration) -> Bool {
    switch state {
    case .live: false
    case .connecting(let since): now - since > limit
    case .stale, .failed, .ended: true
    }
  }
}

import HedgeModel

/// Tells the market's time: the only thing in the program that may differ between two runs of a recording.
public protocol MarketClock: Sendable {
  /// The present instant of the market.
  func now() -> Timestamp
}

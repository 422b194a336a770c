/// Calls a feed regularly; tests have one that is turned by hand.
public protocol Ticker: AnyObject, Sendable {
  /// Calls `tick`, one call after the other, until ``stop()``; whoever was called before is not any more.
  func start(_ tick: @escaping @Sendable () -> Void)

  /// Calls nobody any more.
  func stop()
}

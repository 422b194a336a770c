/// A budget a venue gives: so much weight in each window. Venues that share one (by host and account) share its name.
public struct RateLimit: Hashable, Sendable {
  /// What it is called here: `binance-futures-weight`.
  public let name: String
  /// Weight a window has.
  public let capacity: Int
  /// Length of a window.
  public let window: Duration

  /// A limit; see the properties.
  public init(_ name: String, capacity: Int, per window: Duration) {
    self.name = name
    self.capacity = capacity
    self.window = window
  }
}

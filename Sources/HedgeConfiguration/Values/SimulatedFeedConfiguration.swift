/// A market made up by hedgetop; the same seed always makes the same market.
public struct SimulatedFeedConfiguration: Hashable, Sendable {
  /// The seed of its randomness.
  public let seed: UInt64
  /// Simulated seconds for each second of the clock, above 0.
  public let speed: Double

  /// A simulated market; see the properties.
  public init(seed: UInt64 = 1, speed: Double = 1) {
    self.seed = seed
    self.speed = speed
  }
}

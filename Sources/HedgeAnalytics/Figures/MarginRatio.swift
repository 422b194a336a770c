import HedgeModel

/// A venue's margin ratio, as the venue names and counts it.
public struct MarginRatio: Hashable, Sendable {
  /// Which end of the scale is dangerous.
  public enum Direction: Hashable, Sendable {
    /// The account is liquidated at or above the limit.
    case highIsBad
    /// The account is liquidated at or below the limit.
    case lowIsBad
  }

  /// The venue's name for it: `Margin ratio`, `uniMMR`, `Account MM rate`.
  public let name: String
  /// The ratio as a fraction: 0.4149 is 41.49 %.
  public let value: Reading<Double>
  /// Which end is dangerous.
  public let direction: Direction
  /// The ratio at which the venue liquidates, a fraction.
  public let liquidatesAt: Double

  /// A ratio; see the properties.
  public init(name: String, value: Reading<Double>, direction: Direction, liquidatesAt: Double) {
    self.name = name
    self.value = value
    self.direction = direction
    self.liquidatesAt = liquidatesAt
  }
}

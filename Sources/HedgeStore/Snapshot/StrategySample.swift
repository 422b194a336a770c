import HedgeModel

/// A strategy's figures at one instant of its history. Nil is unknown or stale then.
public struct StrategySample: Hashable, Sendable {
  /// The instant.
  public let at: Timestamp
  /// Net beta.
  public let netBeta: Double?
  /// Its target.
  public let target: Double?
  /// Worst normalised margin ratio of the accounts its legs stand in, 0…1.
  public let marginRatio: Double?
  /// Value of the spot.
  public let spotValue: Double?

  /// A sample; see the properties.
  public init(at: Timestamp, netBeta: Double?, target: Double?, marginRatio: Double?, spotValue: Double?) {
    self.at = at
    self.netBeta = netBeta
    self.target = target
    self.marginRatio = marginRatio
    self.spotValue = spotValue
  }

  /// Net beta less target; nil when either is.
  public var drift: Double? {
    guard let netBeta, let target else { return nil }
    return netBeta - target
  }
}

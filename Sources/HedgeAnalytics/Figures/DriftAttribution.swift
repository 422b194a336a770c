import HedgeModel

/// What moved the drift between two instants; the four parts add up to `total` exactly.
public struct DriftAttribution: Hashable, Sendable {
  /// The instant it is measured from: the last review.
  public let since: Timestamp
  /// Prices moved.
  public let prices: Double
  /// Holdings or contracts changed.
  public let fills: Double
  /// Betas were estimated anew.
  public let betas: Double
  /// The target was changed.
  public let target: Double

  /// Change of the drift: the sum of the parts.
  public var total: Double { prices + fills + betas + target }

  /// An attribution; see the properties.
  public init(since: Timestamp, prices: Double, fills: Double, betas: Double, target: Double) {
    self.since = since
    self.prices = prices
    self.fills = fills
    self.betas = betas
    self.target = target
  }
}

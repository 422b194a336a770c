import HedgeModel

/// A beta that is no longer what it was at the last review.
public struct BetaShift: Hashable, Sendable {
  /// Whose beta.
  public let asset: Asset
  /// Beta at the review.
  public let before: Double
  /// Beta now.
  public let after: Double
  /// How far it has moved, in standard errors of the estimate at the review.
  public let standardErrors: Double

  /// A shift; see the properties.
  public init(asset: Asset, before: Double, after: Double, standardErrors: Double) {
    self.asset = asset
    self.before = before
    self.after = after
    self.standardErrors = standardErrors
  }
}

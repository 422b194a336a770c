import HedgeModel

/// One asset's betas by several methods, side by side.
public struct BetaComparison: Hashable, Sendable {
  /// The estimate of one method.
  public struct Row: Hashable, Sendable {
    /// How it was estimated.
    public let method: BetaMethod
    /// Beta with what the method says of its error; unknown with the reason.
    public let estimate: Reading<BetaEstimate>

    /// A row; see the properties.
    public init(method: BetaMethod, estimate: Reading<BetaEstimate>) {
      self.method = method
      self.estimate = estimate
    }
  }

  /// The asset.
  public let asset: Asset
  /// In the order they were asked for.
  public let rows: [Row]

  /// A comparison; see the properties.
  public init(asset: Asset, rows: [Row]) {
    self.asset = asset
    self.rows = rows
  }

  /// The smallest and the largest of the known betas; nil when none is known.
  public var range: ClosedRange<Double>? {
    let betas = rows.compactMap(\.estimate.value?.beta)
    guard let low = betas.min(), let high = betas.max() else { return nil }
    return low...high
  }
}

/// A part of the portfolio with a purpose of its own.
public enum Bucket: String, Hashable, Sendable, CaseIterable {
  /// What is held for the long run.
  case core
  /// Futures on top of it: hedges and leverage.
  case overlay
  /// Positions that are to earn apart from the market: spreads and carries.
  case alpha
}

/// How large each bucket is meant to be.
public struct BucketRanges: Hashable, Sendable {
  /// Share of the capital.
  public let core: ClosedRange<Double>
  /// Share of the core.
  public let overlay: ClosedRange<Double>
  /// Share of the capital.
  public let alpha: ClosedRange<Double>

  /// Ranges; see the properties.
  public init(
    core: ClosedRange<Double> = 0.4...0.7, overlay: ClosedRange<Double> = 0...0.3,
    alpha: ClosedRange<Double> = 0.1...0.3
  ) {
    self.core = core
    self.overlay = overlay
    self.alpha = alpha
  }

  /// The range of a bucket.
  public subscript(bucket: Bucket) -> ClosedRange<Double> {
    switch bucket {
    case .core: core
    case .overlay: overlay
    case .alpha: alpha
    }
  }
}

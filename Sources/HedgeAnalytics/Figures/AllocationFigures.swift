import HedgeModel

/// How the capital is spread over the buckets, against the ranges it is meant to keep.
public struct AllocationFigures: Hashable, Sendable {
  /// One bucket.
  public struct Row: Hashable, Sendable {
    /// How a share stands to its range.
    public enum Standing: String, Hashable, Sendable {
      /// Less than meant.
      case below
      /// As meant.
      case within
      /// More than meant.
      case above
    }

    /// The bucket.
    public let bucket: Bucket
    /// Core: value of the coins. Overlay: gross notional of the legs on them. Alpha: what the strategies' net betas are
    /// divided by, the size of their long side.
    public let value: Reading<Double>
    /// Of the capital; the overlay's of the core.
    public let share: Reading<Double>
    /// The range meant.
    public let range: ClosedRange<Double>

    /// A row; see the properties.
    public init(bucket: Bucket, value: Reading<Double>, share: Reading<Double>, range: ClosedRange<Double>) {
      self.bucket = bucket
      self.value = value
      self.share = share
      self.range = range
    }

    /// How the share stands to its range.
    public var standing: Reading<Standing> {
      share.map { $0 < range.lowerBound ? .below : $0 > range.upperBound ? .above : .within }
    }
  }

  /// What there is to allot: as stated, or the equity.
  public let capital: Reading<Double>
  /// True when the capital is stated.
  public let isCapitalStated: Bool
  /// Core, overlay, alpha.
  public let rows: [Row]
  /// Capital in neither core nor alpha, less the initial margin that the overlay binds; negative when more is used than
  /// there is.
  public let unallocated: Reading<Double>

  /// Allocation figures; see the properties.
  public init(capital: Reading<Double>, isCapitalStated: Bool, rows: [Row], unallocated: Reading<Double>) {
    self.capital = capital
    self.isCapitalStated = isCapitalStated
    self.rows = rows
    self.unallocated = unallocated
  }
}

/// Whether one line has held over a window: cumulated recursive residuals against the boundary they should stay within.
///
/// W_r = Σ_{t≤r} w_t / σ̂ with σ̂ the sample deviation (n − 1) of the recursive residuals; the boundary is
/// ±a·(√m + 2·j/√m) after j of m residuals, a = 0.948 for 5 %. A beta that changed makes W leave it.
///
/// Source: Brown, Durbin and Evans (1975); σ̂ as in Greene.
public struct CusumTest: Hashable, Sendable {
  /// The chance that a line that holds leaves the boundary.
  public enum Level: Double, Hashable, Sendable, CaseIterable {
    /// 1 %.
    case one = 0.01
    /// 5 %.
    case five = 0.05
    /// 10 %.
    case ten = 0.1

    /// a.
    public var factor: Double {
      switch self {
      case .one: 1.143
      case .five: 0.948
      case .ten: 0.850
      }
    }
  }

  /// The residuals.
  public let residuals: RecursiveResiduals
  /// W after each residual.
  public let sums: [Double]
  /// Half the width of the boundary there.
  public let boundary: [Double]
  /// The chance of a false alarm the boundary is drawn for.
  public let level: Level

  /// The test of `pairs`, oldest first; nil with fewer than five or so of them (see ``RecursiveResiduals``), or when
  /// the line fits without error.
  public init?(_ pairs: PairedReturns, level: Level = .five) {
    guard let residuals = RecursiveResiduals(pairs), let deviation = RealisedVolatility.deviation(residuals.values),
      deviation > 0
    else { return nil }
    var sum = 0.0
    self.residuals = residuals
    self.level = level
    sums = residuals.values.map { residual in
      sum += residual / deviation
      return sum
    }
    let root = Double(residuals.values.count).squareRoot()
    boundary = residuals.values.indices.map { level.factor * (root + 2 * Double($0 + 1) / root) }
  }

  /// The first pair at which W is beyond the boundary, counted from 0; nil while it stays within.
  public var crossing: Int? {
    sums.indices.first { abs(sums[$0]) > boundary[$0] }.map { $0 + residuals.skipped }
  }

  /// The largest share of the boundary W has used: above 1 the line has not held.
  public var reach: Double { zip(sums, boundary).reduce(0) { max($0, abs($1.0) / $1.1) } }

  /// True while W stays within the boundary.
  public var isStable: Bool { crossing == nil }
}

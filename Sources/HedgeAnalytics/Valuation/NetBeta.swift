import HedgeModel

/// Net beta, its target and the drift between them: the definitions every figure and the backtest share.
public enum NetBeta {
  /// (B_S + ΣN_jβ_j) / V.
  public static func net(unhedged: Double, legs: Double, over value: Double) -> Double { (unhedged + legs) / value }

  /// β* = (1 − H)·β_S.
  public static func target(hedgeRatio: Double, unhedgedBeta: Double) -> Double { (1 - hedgeRatio) * unhedgedBeta }

  /// The target as a line over the unhedged beta: β* = base + share·β_S.
  public struct TargetLine: Hashable, Sendable {
    private let base: Double
    private let share: Double

    /// (0, 1 − H).
    public init(hedgeRatio: Double) {
      (base, share) = (0, 1 - hedgeRatio)
    }

    /// (0, 1 − H) for a hedge ratio, (β*, 0) for a stated net beta.
    public init(_ aim: HedgePolicy.Aim) {
      switch aim {
      case .hedgeRatio(let ratio): (base, share) = (0, 1 - ratio.inexact)
      case .netBeta(let beta): (base, share) = (beta.inexact, 0)
      }
    }

    /// The target for a book of this beta.
    public func target(unhedgedBeta: Double) -> Double { base + share * unhedgedBeta }

    /// The target times the value of a book of these beta-dollars: β*·V, known for an empty book as well.
    func betaDollars(unhedged: Double, value: Double) -> Double { base * value + share * unhedged }
  }

  /// δ = net − target.
  public static func drift(net: Double, target: Double) -> Double { net - target }

  /// H_now = −ΣN_jβ_j / B_S; nil when there is no beta to hedge.
  public static func achievedHedgeRatio(unhedged: Double, legs: Double) -> Double? {
    unhedged == 0 ? nil : -legs / unhedged
  }

  /// |δ| > band, strictly.
  ///
  /// A drift that differs from the band by rounding only is on it, and on it is no breach: 0.55 − 0.5 is not more
  /// than 0.05.
  public static func isBreach(drift: Double, band: Double) -> Bool { abs(drift) - band > 1e-12 }

  /// se(δ) = √Σ(V_i·se_i)² / V, from each underlying's net value.
  public static func standardError(sumOfSquares: Double, over value: Double) -> Double {
    sumOfSquares.squareRoot() / abs(value)
  }

  /// True when |δ| is within two standard errors of the band's edge.
  public static func isWithinNoise(drift: Double, band: Double, standardError: Double) -> Bool {
    abs(abs(drift) - band) <= 2 * standardError
  }
}

import HedgeModel

/// Standard errors that do not assume residuals of one size without memory.
///
/// Source: White (1980); Newey and West (1987) with the Bartlett kernel.
public struct RobustErrors: Hashable, Sendable {
  /// Standard error of the slope.
  public let slope: Double
  /// Standard error of the intercept.
  public let intercept: Double

  /// These errors times √(n/(n − 2)), the small-sample factor.
  public func corrected(observations: Int) -> RobustErrors {
    let factor = (Double(observations) / Double(observations - 2)).squareRoot()
    return RobustErrors(slope: slope * factor, intercept: intercept * factor)
  }

  /// Heteroscedasticity-consistent errors without small-sample factor (HC0); `corrected` makes them HC1.
  public static func white(_ pairs: PairedReturns, _ line: Regression) -> RobustErrors {
    neweyWest(pairs, line, lag: 0)
  }

  /// Newey–West errors without small-sample factor, weights 1 − l/(L + 1).
  ///
  /// - Parameter lag: L; by default that of ``defaultLag(observations:)``.
  public static func neweyWest(_ pairs: PairedReturns, _ line: Regression, lag: Int? = nil) -> RobustErrors {
    let influence = Influence(pairs, line)
    let lag = lag ?? defaultLag(observations: pairs.count)
    return RobustErrors(
      slope: LongRunVariance.total(influence.slope, lag: lag).squareRoot(),
      intercept: LongRunVariance.total(influence.intercept, lag: lag).squareRoot())
  }

  /// Newey–West error of the slope alone, which is all a beta needs.
  static func neweyWestSlope(_ pairs: PairedReturns, _ line: Regression) -> Double {
    LongRunVariance.total(Influence(pairs, line).slope, lag: defaultLag(observations: pairs.count)).squareRoot()
  }

  /// L = ⌊4·(n/100)^(2/9)⌋.
  public static func defaultLag(observations: Int) -> Int {
    Int((4 * Power.raised(Double(observations) / 100, to: 2.0 / 9)).rounded(.down))
  }

  /// How much each observation's residual moves the estimates.
  private struct Influence {
    var slope: [Double] = []
    var intercept: [Double] = []

    init(_ pairs: PairedReturns, _ line: Regression) {
      let count = Double(pairs.count)
      let mean = pairs.benchmark.reduce(0, +) / count
      let spread = pairs.benchmark.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      for (x, residual) in zip(pairs.benchmark, OrdinaryLeastSquares.residuals(of: pairs, line)) {
        let weight = (x - mean) / spread
        slope.append(residual * weight)
        intercept.append(residual * (1 / count - mean * weight))
      }
    }
  }
}

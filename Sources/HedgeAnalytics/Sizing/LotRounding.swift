import FoundationEssentials
import HedgeModel

/// Brings an estimated number of contracts onto the venue's lot step, exactly.
public enum LotRounding {
  /// Quantities closer to a lot, or to the middle of two, than this part of themselves are taken to be there: the
  /// estimate carries rounding errors of its own, and 2.5000000000000004 lots means two and a half. Never more than a
  /// quarter of a lot, so that billions of lots are not rounded to a neighbour.
  private static let slack = 1e-9

  /// `exact` on the grid of `lotStep`: a whole multiple of it, as an exact decimal.
  ///
  /// Ties of `nearest` go away from zero; those of `minimumResidual` towards it, because of two equally good trades
  /// the smaller is cheaper. Zero when `exact` or the step is not a number that can be counted in lots.
  public static func round(_ exact: Double, lotStep: Decimal, rounding: HedgePolicy.Rounding) -> Decimal {
    Decimal(lots(in: exact, of: lotStep.inexact, rounding)) * lotStep
  }

  /// The signed number of lots.
  static func lots(in exact: Double, of lotStep: Double, _ rounding: HedgePolicy.Rounding) -> Int {
    lotStep > 0 ? Int(exactly: lots(exact / lotStep, rounding)) ?? 0 : 0
  }

  private static func lots(_ exact: Double, _ rounding: HedgePolicy.Rounding) -> Double {
    let size = abs(exact)
    let slack = min(slack * max(1, size), 0.25)
    let count: Double =
      switch rounding {
      case .nearest: (size + 0.5 + slack).rounded(.down)
      case .minimumResidual: (size - 0.5 - slack).rounded(.up)
      case .towardZero: (size + slack).rounded(.down)
      case .awayFromZero: (size - slack).rounded(.up)
      }
    return exact < 0 ? -max(0, count) : max(0, count)
  }
}

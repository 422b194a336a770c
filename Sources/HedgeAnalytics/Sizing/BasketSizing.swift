/// A long and a short basket sized against each other.
public struct BasketSizing: Hashable, Sendable {
  /// Value of the long basket, positive.
  public let longValue: Double
  /// Value of the short basket, positive.
  public let shortValue: Double
  /// Value of the benchmark leg that makes the book beta-neutral as well; negative is short.
  public let benchmarkValue: Double

  /// Beta-neutral baskets of a gross value G: V_L = G·β_S/(β_L + β_S), V_S = G·β_L/(β_L + β_S); no benchmark leg.
  ///
  /// Nil when the betas add up to zero.
  public static func betaNeutral(gross: Double, longBeta: Double, shortBeta: Double) -> BasketSizing? {
    let sum = longBeta + shortBeta
    guard sum != 0 else { return nil }
    return BasketSizing(longValue: gross * shortBeta / sum, shortValue: gross * longBeta / sum, benchmarkValue: 0)
  }

  /// Dollar-neutral baskets of a gross value, made beta-neutral by a benchmark leg −(V_L·β_L − V_S·β_S).
  public static func dollarNeutral(gross: Double, longBeta: Double, shortBeta: Double) -> BasketSizing {
    let half = gross / 2
    return BasketSizing(
      longValue: half, shortValue: half, benchmarkValue: -(half * longBeta - half * shortBeta))
  }
}

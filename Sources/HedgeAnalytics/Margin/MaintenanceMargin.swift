import HedgeModel

/// Maintenance margin by a venue's bracket table.
public enum MaintenanceMargin {
  /// The margin below which a position is liquidated, in the unit of `notional`.
  ///
  /// - marginal: |N|·r_k − cum_k of the bracket the notional lies in;
  /// - whole position: |N|·r_k;
  /// - linear growth: |N|·(r + slope·size).
  ///
  /// It is never divided by leverage.
  ///
  /// - Parameters:
  ///   - notional: unsigned, in the quote currency when linear, in the coin when inverse.
  ///   - size: unsigned size in coins; only linear growth needs it.
  public static func amount(notional: Double, size: Double, tiers: MarginTiers) -> Double {
    switch tiers.rule {
    case .linearGrowth:
      return notional * (tiers.brackets[0].rate + tiers.growthPerCoinValue * size)
    case .marginal, .wholePosition:
      let bracket = bracket(for: notional, in: tiers)
      return notional * bracket.rate - bracket.deduction
    }
  }

  /// The bracket `notional` lies in; a notional on a floor belongs to the bracket that begins there.
  public static func bracket(for notional: Double, in tiers: MarginTiers) -> MarginBracket {
    tiers.brackets.last { $0.floor <= notional } ?? tiers.brackets[0]
  }

  /// Initial margin: |N| / leverage.
  public static func initial(notional: Double, leverage: Double) -> Double { abs(notional) / leverage }
}

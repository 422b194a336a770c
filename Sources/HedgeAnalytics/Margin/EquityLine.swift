import HedgeModel

/// Equity behind one position as a straight line in its price, and where the margin required meets it.
struct EquityLine {
  /// Everything behind the position but its own profit.
  let available: Double
  /// +1 when it gains as the price rises, −1 when it loses.
  let side: Double
  /// Unsigned size, positive.
  let size: Double
  /// Entry price.
  let entry: Double
  /// The price now: of several crossings the first one met from here counts.
  let current: Double

  /// The crossing met first on the way the position loses, positive; nil when there is none.
  ///
  /// - Parameter coins: the size in coins where it does not depend on the price (linear); nil where it is the
  ///   notional itself (inverse).
  func liquidation(
    _ tiers: MarginTiers, coins: Double?, _ requirement: LiquidationPrice.Requirement
  ) -> Double? {
    switch tiers.rule {
    case .linearGrowth: growing(tiers, coins: coins, requirement)
    case .marginal, .wholePosition: bracketed(tiers.brackets, requirement)
    }
  }

  /// Of two crossings the one met first; of two behind the present price, the one passed last.
  private func first(_ best: Double?, _ candidate: Double) -> Double? {
    guard candidate > 0, candidate.isFinite else { return best }
    guard let best else { return candidate }
    let ahead = (side < 0 ? best >= current : best <= current, side < 0 ? candidate >= current : candidate <= current)
    if ahead.0 != ahead.1 { return ahead.0 ? best : candidate }
    return (ahead.0 == (side < 0)) ? min(best, candidate) : max(best, candidate)
  }

  private func bracketed(_ brackets: [MarginBracket], _ requirement: LiquidationPrice.Requirement) -> Double? {
    var best: Double?
    for (index, bracket) in brackets.enumerated() {
      let rate = bracket.rate * requirement.multiple + requirement.feeRate
      let ceiling = index + 1 < brackets.count ? brackets[index + 1].floor : .infinity
      let price =
        (available + bracket.deduction * requirement.multiple - side * size * entry) / (size * (rate - side))
      // A hair of slack: where the margin is continuous both brackets meet on the floor, and rounding must not lose it.
      let notional = size * price
      if notional >= bracket.floor * (1 - 1e-12), notional <= ceiling * (1 + 1e-12) { best = first(best, price) }
      if index > 0, jumps(from: brackets[index - 1], to: bracket, requirement) {
        best = first(best, bracket.floor / size)
      }
    }
    return best
  }

  /// True when the equity covers the margin just below the floor of `upper` but not on it.
  private func jumps(
    from lower: MarginBracket, to upper: MarginBracket, _ requirement: LiquidationPrice.Requirement
  ) -> Bool {
    let equity = available + side * (upper.floor - size * entry) - upper.floor * requirement.feeRate
    let below = (upper.floor * lower.rate - lower.deduction) * requirement.multiple
    let above = (upper.floor * upper.rate - upper.deduction) * requirement.multiple
    return equity >= below && equity < above
  }

  private func growing(
    _ tiers: MarginTiers, coins: Double?, _ requirement: LiquidationPrice.Requirement
  ) -> Double? {
    let rate = tiers.brackets[0].rate * requirement.multiple + requirement.feeRate
    let growth = tiers.growthPerCoinValue * requirement.multiple
    let constant = available - side * size * entry
    if let coins { return first(nil, constant / (size * (rate + growth * coins - side))) }
    // growth·(size·u)² + (rate − side)·size·u − constant = 0
    let linear = (rate - side) * size
    let square = growth * size * size
    guard square != 0 else { return first(nil, constant / linear) }
    let discriminant = linear * linear + 4 * square * constant
    guard discriminant >= 0 else { return nil }
    let root = discriminant.squareRoot()
    return first(first(nil, (-linear + root) / (2 * square)), (-linear - root) / (2 * square))
  }
}

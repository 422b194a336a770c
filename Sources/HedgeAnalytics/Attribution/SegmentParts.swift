import HedgeModel

/// What the moves of the prices over one segment brought, in the portfolio's currency.
///
/// Alpha and basis are remainders, so beta + alpha + basis + collateral = moved, whatever was rounded.
struct SegmentParts {
  private(set) var beta = Reading<Double>.stated(0)
  private(set) var alpha = Reading<Double>.stated(0)
  private(set) var basis = Reading<Double>.stated(0)
  /// What coins that were there before were worth more.
  private(set) var collateral = Reading<Double>.stated(0)
  /// The whole of it.
  private(set) var moved = Reading<Double>.stated(0)
  /// Profit of an inverse future, in coin.
  private(set) var coinProfit = Reading<Double>.stated(0)

  /// Coins, and the value at which they have been counted so far.
  struct Coins {
    /// Coins held.
    var amount = 0.0
    /// What has been attributed of their value.
    var counted = 0.0
  }

  init(
    of kind: AttributedPosition.Kind, size: Double, coins: Coins, from segment: AttributionSegment,
    to marks: PositionMarks, benchmark: Reading<Double>
  ) {
    if coins.amount != 0 || coins.counted != 0 {
      collateral = marks.coin.map { coins.amount * $0 - coins.counted }
      moved = collateral
    }
    guard size != 0 else { return }
    let whole: Reading<Double>
    let market: Reading<Double>
    switch kind {
    case .collateral: return
    case .spot, .linear:
      whole = marks.price.combined(with: segment.price) { size * ($0 - $1) }
      market = kind == .spot ? whole : marks.spot.combined(with: segment.spot) { size * ($0 - $1) }
      beta = segment.spot.combined(with: segment.beta) { size * $0 * $1 } * benchmark
    case .inverse:
      // The notional is constant in the quote currency, so the coin's own return is what it brings there.
      coinProfit = marks.price.combined(with: segment.price) { size / $1 - size / $0 }
      whole = coinProfit * marks.coin
      market = marks.spot.combined(with: segment.spot) { size * ($0 / $1 - 1) }
      beta = segment.beta.map { size * $0 } * benchmark
    }
    alpha = market - beta
    basis = kind == .spot ? .stated(0) : whole - market
    moved = whole + moved
  }
}

extension MarginPool {
  /// The range of benchmark moves that is searched: −100 % to +1000 %.
  public static let searchedMoves: ClosedRange<Double> = -1...10

  private static let upward = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10]
  private static let downward = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1]

  /// The signed move of the benchmark at which the pool is liquidated: the nearer one where both directions do it,
  /// zero when it is past liquidation now, nil when no move in ``searchedMoves`` does.
  ///
  /// The excess is concave wherever rates rise with the notional, so a coarse walk outwards cannot step over a
  /// crossing; where a whole position jumps into a dearer bracket it finds the jump.
  public func liquidatingMove() -> Double? {
    guard !isEmpty else { return nil }
    let now = point(at: 0)
    if now.excess <= 0 { return 0 }
    let up = firstCrossing(from: now, by: Self.upward)
    // Every step values the whole pool: downwards it goes only as far as a crossing would be the nearer one.
    let down = firstCrossing(from: now, by: Self.downward.map { -$0 }, nearerThan: up ?? .infinity)
    guard let up, let down else { return up ?? down }
    return up <= -down ? up : down
  }

  /// Collateral to add now so that the pool stands at `move` too, and now; zero when none is needed.
  ///
  /// The excess is concave in the move, so what holds at both ends holds between them.
  public func collateralToSurvive(_ move: Double) -> Double {
    guard !isEmpty else { return 0 }
    return max(0, -state(at: 0).excess, -state(at: move).excess)
  }

  /// A move of the benchmark, and what is left above the requirement there.
  private typealias Point = (move: Double, excess: Double)

  private func point(at move: Double) -> Point { (move, state(at: move).excess) }

  /// The crossing met first on the way from `now` through `moves`; nil when there is none, or none nearer than `limit`.
  private func firstCrossing(from now: Point, by moves: [Double], nearerThan limit: Double = .infinity) -> Double? {
    var inner = now
    for move in moves where abs(inner.move) < limit {
      let outer = point(at: move)
      if outer.excess <= 0 { return refine(inner, outer) }
      inner = outer
    }
    return nil
  }

  /// Narrows a crossing by the Illinois method, which keeps it bracketed: `safe` has an excess, `lost` has none.
  ///
  /// At a jump there is no zero to converge to, so after enough steps it halves the bracket instead.
  private func refine(_ safe: Point, _ lost: Point) -> Double {
    var (safe, lost) = (safe, lost)
    let negligible = 1e-15 * (safe.excess - lost.excess)
    var lastWasSafe: Bool?
    var steps = 0
    while steps < 100, abs(lost.move - safe.move) > 1e-15 * max(1, abs(lost.move)) {
      let chord = lost.move - lost.excess * (lost.move - safe.move) / (lost.excess - safe.excess)
      let isInside = chord > min(safe.move, lost.move) && chord < max(safe.move, lost.move)
      let middle = point(at: isInside && steps < 40 ? chord : (safe.move + lost.move) / 2)
      if abs(middle.excess) <= negligible { return middle.move }
      if middle.excess > 0 {
        safe = middle
        if lastWasSafe == true { lost.excess /= 2 }
      } else {
        lost = middle
        if lastWasSafe == false { safe.excess /= 2 }
      }
      lastWasSafe = middle.excess > 0
      steps += 1
    }
    return lost.move
  }
}

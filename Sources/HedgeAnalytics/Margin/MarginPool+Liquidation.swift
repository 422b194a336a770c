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
    if state(at: 0).excess <= 0 { return 0 }
    let up = firstCrossing(Self.upward)
    let down = firstCrossing(Self.downward.map { -$0 })
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

  private func firstCrossing(_ moves: [Double]) -> Double? {
    var inner = 0.0
    for outer in moves {
      if state(at: outer).excess <= 0 { return refine(inner, outer) }
      inner = outer
    }
    return nil
  }

  /// Narrows a crossing by the Illinois method, which keeps it bracketed: `safe` has an excess, `lost` has none.
  ///
  /// At a jump there is no zero to converge to, so after enough steps it halves the bracket instead.
  private func refine(_ safe: Double, _ lost: Double) -> Double {
    var (safe, lost) = (safe, lost)
    var (above, below) = (state(at: safe).excess, state(at: lost).excess)
    let negligible = 1e-15 * (above - below)
    var lastWasSafe: Bool?
    var steps = 0
    while steps < 100, abs(lost - safe) > 1e-15 * max(1, abs(lost)) {
      let chord = lost - below * (lost - safe) / (below - above)
      let isInside = chord > min(safe, lost) && chord < max(safe, lost)
      let middle = isInside && steps < 40 ? chord : (safe + lost) / 2
      let excess = state(at: middle).excess
      if abs(excess) <= negligible { return middle }
      if excess > 0 {
        (safe, above) = (middle, excess)
        if lastWasSafe == true { below /= 2 }
      } else {
        (lost, below) = (middle, excess)
        if lastWasSafe == false { above /= 2 }
      }
      lastWasSafe = excess > 0
      steps += 1
    }
    return lost
  }
}

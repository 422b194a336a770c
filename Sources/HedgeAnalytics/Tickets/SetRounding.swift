/// Rounds several trades together: each to one of the lots on either side of it, chosen so that what rounding leaves
/// open over the *set* is least, not over each trade alone.
///
/// Two legs rounded down by 0.4 lots each leave 0.8 lots open; one down and one up leave 0.2. Of choices that leave the
/// same, the one that keeps each leg closest to its own size is taken.
///
/// Up to ``exactLimit`` trades with two choices are searched exactly, by branch and bound. Beyond, blocks of that many
/// are solved exactly in turn while the others are held, for at most four rounds from the nearest lot of each. That is
/// never worse than any way of rounding leg by leg, but not proven to be the best.
public struct SetRounding: Hashable, Sendable {
  /// A trade: what it may become, and what it was meant to be, all in one measure such as beta-dollars.
  public struct Leg: Hashable, Sendable {
    /// What it is meant to be.
    public let wanted: Double
    /// What it may become: one value or two.
    public let choices: [Double]

    /// A trade that may become one of two values, or has only one.
    public init(wanted: Double, _ first: Double, or second: Double? = nil) {
      self.wanted = wanted
      choices = second.map { [first, $0] } ?? [first]
    }
  }

  /// Most trades with two choices that are searched exactly.
  public static let exactLimit = 12

  /// Which of its choices each trade takes: 0 or 1.
  public let picks: [Int]
  /// What is left open: `open` + Σ of the values taken, signed.
  public let residual: Double
  /// Σ|taken − wanted|.
  public let deviation: Double

  /// Chooses.
  ///
  /// - Parameters:
  ///   - legs: the trades.
  ///   - open: what is open before them; −Σ wanted when the wanted sizes leave nothing.
  public init(_ legs: [Leg], open: Double) {
    let search = SetRoundingSearch(legs, open: open)
    let picks = search.best()
    self.picks = picks
    residual = search.residual(of: picks)
    deviation = search.deviation(of: picks)
  }
}

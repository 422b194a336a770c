import FoundationEssentials

/// What a hedge is meant to do, and when its owner wants to look at it again.
public struct HedgePolicy: Hashable, Sendable {
  /// Which future hedges which coin.
  public enum Mode: Hashable, Sendable {
    /// Each coin with a future on itself.
    case sameAsset
    /// Everything with the future `instrument` on the benchmark.
    case benchmark(InstrumentID)
  }

  /// How a number of contracts is brought onto the lot step.
  public enum Rounding: String, Hashable, Sendable, CaseIterable {
    /// To the nearest lot, ties away from zero.
    case nearest
    /// Never more than asked.
    case towardZero = "toward-zero"
    /// Never less than asked.
    case awayFromZero = "away-from-zero"
    /// The lot that leaves the smallest |residual beta|.
    case minimumResidual = "min-residual"
  }

  /// Share of the spot beta to hedge, H: 0 is none, 1 is all.
  public let hedgeRatio: Decimal
  /// Drift beyond which the hedge is off: breach when |drift| > band, strictly.
  public let band: Double
  /// |drift| below which a breach is over; below `band`, so that an alert does not flutter.
  public let clearLevel: Double
  /// How betas are obtained.
  public let beta: BetaPolicy
  /// Which future hedges which coin.
  public let mode: Mode
  /// How contracts are rounded.
  public let rounding: Rounding
  /// When the hedge is due for another look.
  public let review: ReviewTriggers
  /// How long the hedge is meant to be held: funding is projected over it.
  public let holdingPeriod: Duration

  /// A policy; see the properties.
  public init(
    hedgeRatio: Decimal, band: Double = 0.05, clearLevel: Double = 0.04, beta: BetaPolicy = BetaPolicy(),
    mode: Mode, rounding: Rounding = .nearest, review: ReviewTriggers = ReviewTriggers(),
    holdingPeriod: Duration = .days(30)
  ) {
    self.hedgeRatio = hedgeRatio
    self.band = band
    self.clearLevel = clearLevel
    self.beta = beta
    self.mode = mode
    self.rounding = rounding
    self.review = review
    self.holdingPeriod = holdingPeriod
  }

  /// The same policy with another hedge ratio.
  public func with(hedgeRatio: Decimal) -> HedgePolicy {
    HedgePolicy(
      hedgeRatio: hedgeRatio, band: band, clearLevel: clearLevel, beta: beta, mode: mode, rounding: rounding,
      review: review, holdingPeriod: holdingPeriod)
  }

  /// The same policy with another way of rounding.
  public func with(rounding: Rounding) -> HedgePolicy {
    HedgePolicy(
      hedgeRatio: hedgeRatio, band: band, clearLevel: clearLevel, beta: beta, mode: mode, rounding: rounding,
      review: review, holdingPeriod: holdingPeriod)
  }
}

import FoundationEssentials

/// What a hedge is meant to do, and when its owner wants to look at it again.
public struct HedgePolicy: Hashable, Sendable {
  /// Which future hedges which coin.
  public enum Mode: Hashable, Sendable {
    /// Each coin with a future on itself.
    case sameAsset
    /// Everything with the future `instrument` on the benchmark.
    case benchmark(InstrumentID)
    /// Everything with the futures there are, on two coins or more, shared out so that the least variance is left.
    case minimumVariance
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

  /// What net beta is steered to.
  public enum Aim: Hashable, Sendable {
    /// Share of the beta to hedge, H: 0 is none, 1 is all. Net beta is steered to (1−H)·β_S.
    case hedgeRatio(Decimal)
    /// A stated net beta.
    case netBeta(Decimal)

    /// The hedge ratio or the net beta.
    public var value: Decimal {
      switch self {
      case .hedgeRatio(let value), .netBeta(let value): value
      }
    }

    /// The same sort of aim at another value.
    public func at(_ value: Decimal) -> Aim {
      switch self {
      case .hedgeRatio: .hedgeRatio(value)
      case .netBeta: .netBeta(value)
      }
    }

    /// `hedge ratio` or `net beta`.
    public var words: String {
      switch self {
      case .hedgeRatio: "hedge ratio"
      case .netBeta: "net beta"
      }
    }
  }

  /// A name for how much is hedged, as it is spoken of.
  public enum Stance: String, Hashable, Sendable, CaseIterable {
    /// Most of the beta hedged: a ratio from 0.7 to 0.9.
    case defensive
    /// All of it: a ratio of 1.
    case marketNeutral = "market-neutral"
    /// Partly, while spot is moved from one coin to another.
    case transition
  }

  /// What net beta is steered to.
  public private(set) var aim: Aim
  /// The name for it, when the user gives one.
  public let stance: Stance?
  /// Drift beyond which the hedge is off: breach when |drift| > band, strictly.
  public let band: Double
  /// |drift| below which a breach is over; below `band`, so that an alert does not flutter.
  public let clearLevel: Double
  /// How betas are obtained.
  public let beta: BetaPolicy
  /// Which future hedges which coin.
  public let mode: Mode
  /// How contracts are rounded.
  public private(set) var rounding: Rounding
  /// When the hedge is due for another look.
  public let review: ReviewTriggers
  /// How long the hedge is meant to be held: funding is projected over it.
  public let holdingPeriod: Duration
  /// What its cost is judged by.
  public let costs: CostPolicy

  /// A policy that hedges a share of the beta; see the properties.
  public init(
    hedgeRatio: Decimal, band: Double = 0.05, clearLevel: Double = 0.04, beta: BetaPolicy = BetaPolicy(),
    mode: Mode, rounding: Rounding = .nearest, review: ReviewTriggers = ReviewTriggers(),
    holdingPeriod: Duration = .days(30), costs: CostPolicy = CostPolicy()
  ) {
    self.init(
      aim: .hedgeRatio(hedgeRatio), band: band, clearLevel: clearLevel, beta: beta, mode: mode, rounding: rounding,
      review: review, holdingPeriod: holdingPeriod, costs: costs)
  }

  /// A policy; see the properties.
  public init(
    aim: Aim, stance: Stance? = nil, band: Double = 0.05, clearLevel: Double = 0.04, beta: BetaPolicy = BetaPolicy(),
    mode: Mode, rounding: Rounding = .nearest, review: ReviewTriggers = ReviewTriggers(),
    holdingPeriod: Duration = .days(30), costs: CostPolicy = CostPolicy()
  ) {
    self.aim = aim
    self.stance = stance
    self.band = band
    self.clearLevel = clearLevel
    self.beta = beta
    self.mode = mode
    self.rounding = rounding
    self.review = review
    self.holdingPeriod = holdingPeriod
    self.costs = costs
  }

  /// The share of the beta to hedge; nil when a net beta is stated instead.
  public var hedgeRatio: Decimal? { if case .hedgeRatio(let ratio) = aim { ratio } else { nil } }

  /// The same policy with another value of its aim: a hedge ratio, or a net beta where one is stated.
  public func aiming(at value: Decimal) -> HedgePolicy {
    var policy = self
    policy.aim = aim.at(value)
    return policy
  }

  /// The same policy with another way of rounding.
  public func with(rounding: Rounding) -> HedgePolicy {
    var policy = self
    policy.rounding = rounding
    return policy
  }
}

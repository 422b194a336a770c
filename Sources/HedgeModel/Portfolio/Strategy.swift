/// One hedge within a portfolio: its holdings, its legs, and what they are meant to do together.
public struct Strategy: Hashable, Sendable {
  /// What sort of position it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Coins held, futures short against them at a hedge ratio.
    case spotHedge = "spot-hedge"
    /// Long futures on several coins, short the benchmark's future against their beta.
    case basket
    /// Long one coin, short another, in equal beta-dollars: a rotation.
    case pair
    /// Long one basket, short another, sized so that their beta-dollars cancel.
    case sectorSpread = "sector-spread"
    /// Coins held, the same number of coins short in futures: the basis or the funding is the income.
    case cashAndCarry = "cash-and-carry"
    /// Coins borrowed and sold, the same number of coins long in futures.
    case reverseCarry = "reverse-carry"
    /// Futures long on top of what is held, up to a stated net beta.
    case leveragedLong = "leveraged-long"
  }

  /// The user's name for it, unique in the portfolio.
  public let name: String
  /// What sort of position it is.
  public let kind: Kind
  /// Coins held.
  public let holdings: [Holding]
  /// Futures positions.
  public let legs: [Leg]
  /// What it is meant to do.
  public let policy: HedgePolicy
  /// How much it is meant to be, for a pair or a sector spread; nil when only its short side follows its long one.
  public let spread: SpreadPlan?
  /// The part of the portfolio it is counted to; nil for what its kind says: ``Bucket/alpha`` for a spread or a carry,
  /// otherwise its coins to ``Bucket/core`` and its legs to ``Bucket/overlay``.
  public let bucket: Bucket?
  /// What borrowing the coins sold costs a year, a fraction, for a reverse carry; nil when nothing is borrowed.
  public let borrowRate: Double?
  /// A move from one of its coins into another that is to be made in steps; nil when none is planned.
  public let transition: TransitionIntent?

  /// A strategy; see the properties.
  public init(
    name: String, kind: Kind = .spotHedge, holdings: [Holding], legs: [Leg], policy: HedgePolicy,
    spread: SpreadPlan? = nil, bucket: Bucket? = nil, borrowRate: Double? = nil, transition: TransitionIntent? = nil
  ) {
    self.name = name
    self.kind = kind
    self.holdings = holdings
    self.legs = legs
    self.policy = policy
    self.spread = spread
    self.bucket = bucket
    self.borrowRate = borrowRate
    self.transition = transition
  }

  /// The same strategy with other legs.
  public func with(legs: [Leg]) -> Strategy {
    Strategy(
      name: name, kind: kind, holdings: holdings, legs: legs, policy: policy, spread: spread, bucket: bucket,
      borrowRate: borrowRate, transition: transition)
  }

  /// The same strategy with another policy.
  public func with(policy: HedgePolicy) -> Strategy {
    Strategy(
      name: name, kind: kind, holdings: holdings, legs: legs, policy: policy, spread: spread, bucket: bucket,
      borrowRate: borrowRate, transition: transition)
  }
}

extension Strategy.Kind {
  /// True when long legs are part of what is hedged, and only short ones hedge it: what is short in a spread stands
  /// against what is long. Otherwise the coins are hedged, and every leg counts as hedge.
  public var hedgesLongLegs: Bool {
    switch self {
    case .basket, .pair, .sectorSpread: true
    case .spotHedge, .cashAndCarry, .reverseCarry, .leveragedLong: false
    }
  }

  /// True for a long side against a short one, of which neither is a holding for its own sake.
  public var isSpread: Bool { self == .pair || self == .sectorSpread }

  /// True when the same coins stand on both sides, and what they yield is the purpose.
  public var isCarry: Bool { self == .cashAndCarry || self == .reverseCarry }

  /// The kind in words.
  public var words: String {
    switch self {
    case .spotHedge: "spot hedge"
    case .basket: "basket"
    case .pair: "pair"
    case .sectorSpread: "sector spread"
    case .cashAndCarry: "cash and carry"
    case .reverseCarry: "reverse carry"
    case .leveragedLong: "leveraged long"
    }
  }
}

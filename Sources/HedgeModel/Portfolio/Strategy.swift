/// One hedge within a portfolio: its holdings, its legs, and what they are meant to do together.
public struct Strategy: Hashable, Sendable {
  /// What sort of position it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Coins held, futures short against them at a hedge ratio.
    case spotHedge = "spot-hedge"
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

  /// A strategy; see the properties.
  public init(name: String, kind: Kind = .spotHedge, holdings: [Holding], legs: [Leg], policy: HedgePolicy) {
    self.name = name
    self.kind = kind
    self.holdings = holdings
    self.legs = legs
    self.policy = policy
  }

  /// The same strategy with other legs.
  public func with(legs: [Leg]) -> Strategy {
    Strategy(name: name, kind: kind, holdings: holdings, legs: legs, policy: policy)
  }

  /// The same strategy with another policy.
  public func with(policy: HedgePolicy) -> Strategy {
    Strategy(name: name, kind: kind, holdings: holdings, legs: legs, policy: policy)
  }
}

/// What may happen to the market: how prices move, and what happens to betas, the basis and funding at the same time.
///
/// Scenarios are data: those that ship with the program and those of the user come from files, never from code.
public struct StressScenario: Hashable, Sendable {
  /// What sort of scenario it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The benchmark moves, every coin by its beta.
    case benchmark
    /// Every correlation goes to one: coins move by their volatilities.
    case correlation
    /// The benchmark moves and the betas turn out to be off by some standard errors.
    case beta
    /// The futures' basis widens while spot stands.
    case basis
    /// Funding is paid at its cap.
    case funding
    /// Something that has happened: the moves of the coins between two closes.
    case historical
    /// Stated by the user.
    case custom
  }

  /// The name it is chosen by.
  public let name: String
  /// What sort of scenario it is.
  public let kind: Kind
  /// Where its figures come from: dates and source of a historical one, the file of a stated one.
  public let source: String
  /// How prices move.
  public let prices: PriceShock
  /// How far the betas are off; nil when they are as estimated.
  public let betas: BetaShock?
  /// What the futures do beyond moving with their underlying; nil when they keep their basis.
  public let basis: BasisShock?
  /// What is paid or received while it lasts; nil when nothing is.
  public let funding: FundingShock?

  /// A scenario; see the properties.
  public init(
    name: String, kind: Kind, source: String, prices: PriceShock = .unmoved, betas: BetaShock? = nil,
    basis: BasisShock? = nil, funding: FundingShock? = nil
  ) {
    self.name = name
    self.kind = kind
    self.source = source
    self.prices = prices
    self.betas = betas
    self.basis = basis
    self.funding = funding
  }
}

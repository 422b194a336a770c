import FoundationEssentials

/// A margin account: what stands behind the legs it holds, and by whose rules.
public struct Account: Hashable, Sendable {
  /// The user's name for it.
  public let id: AccountID
  /// Whose margin rules and ratio it follows.
  public let convention: MarginConvention
  /// Wallet balance per coin, without unrealised profit. Coins other than the portfolio's currency are exposure.
  public let balances: [Asset: Decimal]
  /// Maintenance tiers per instrument the account may trade.
  public let tiers: [InstrumentID: MarginTiers]
  /// What a trade costs here.
  public let fees: FeeSchedule

  /// An account; see the properties.
  public init(
    id: AccountID, convention: MarginConvention, balances: [Asset: Decimal], tiers: [InstrumentID: MarginTiers],
    fees: FeeSchedule
  ) {
    self.id = id
    self.convention = convention
    self.balances = balances
    self.tiers = tiers
    self.fees = fees
  }
}

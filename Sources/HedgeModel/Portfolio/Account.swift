import FoundationEssentials

/// A margin account: what stands behind the legs it holds, and by whose rules.
public struct Account: Hashable, Sendable {
  /// The user's name for it.
  public let id: AccountID
  /// Whose margin rules and ratio it follows.
  public let convention: MarginConvention
  /// Wallet balance per coin, without unrealised profit and without the margin of isolated legs, which stands apart.
  /// What has no stated conversion rate into the portfolio's currency is a coin: its price moves, so it is exposure.
  public let balances: [Asset: Decimal]
  /// Maintenance tiers per instrument the account may trade.
  public let tiers: [InstrumentID: MarginTiers]
  /// What a trade costs here.
  public let fees: FeeSchedule
  /// True when balances and positions are read from the venue, where fills show by themselves.
  public let isRead: Bool

  /// An account; see the properties.
  public init(
    id: AccountID, convention: MarginConvention, balances: [Asset: Decimal], tiers: [InstrumentID: MarginTiers],
    fees: FeeSchedule, isRead: Bool = false
  ) {
    self.id = id
    self.convention = convention
    self.balances = balances
    self.tiers = tiers
    self.fees = fees
    self.isRead = isRead
  }

  /// The same account with other balances, as after a realised profit.
  public func with(balances: [Asset: Decimal]) -> Account {
    Account(id: id, convention: convention, balances: balances, tiers: tiers, fees: fees, isRead: isRead)
  }
}

import FoundationEssentials
import HedgeModel

/// An account as its venue told it.
public struct AccountSnapshot: Hashable, Sendable {
  /// When the venue told it, in the venue's time.
  public let at: Timestamp
  /// Wallet balance per coin, without unrealised profit and without the margin of isolated positions.
  public let balances: [Asset: Decimal]
  /// Coins that lie in the venue's spot wallet, where it is another than the margin's; counted as held where asked.
  public let spotBalances: [Asset: Decimal]
  /// Positions that are open, and those of which the venue did not tell how large they are.
  public let positions: [AccountPosition]
  /// The margin as the venue computes it.
  public let margin: AccountMargin

  /// A snapshot; see the properties.
  public init(
    at: Timestamp, balances: [Asset: Decimal], spotBalances: [Asset: Decimal] = [:], positions: [AccountPosition],
    margin: AccountMargin = AccountMargin()
  ) {
    self.at = at
    self.balances = balances
    self.spotBalances = spotBalances
    self.positions = positions
    self.margin = margin
  }
}

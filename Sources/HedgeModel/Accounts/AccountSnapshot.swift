import FoundationEssentials

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

extension AccountSnapshot {
  /// Why it cannot be right, so that nothing may be built on it; nil when nothing speaks against it.
  ///
  /// A position whose size is missing, and margin that is tied up by no position at all, are answers that a program
  /// easily reads as flat. They are not.
  public var contradiction: String? {
    if let unsized = positions.first(where: { $0.contracts == nil }) {
      return "it does not tell how large the position in \(unsized.instrument.symbol) is"
    }
    let isFlat = positions.allSatisfy { $0.contracts == 0 }
    if isFlat, let margin = margin.maintenanceMargin, margin > 0 {
      return "it reckons maintenance margin but shows no position"
    }
    if let margined = positions.first(where: { $0.contracts == 0 && ($0.venue.maintenanceMargin ?? 0) > 0 }) {
      return "it reckons maintenance margin for \(margined.instrument.symbol) but shows a size of 0"
    }
    return nil
  }
}

extension AccountSnapshot {
  /// True when balances and positions are those of `other`; prices and margins may have moved.
  public func holdsTheSame(as other: AccountSnapshot) -> Bool {
    balances == other.balances && spotBalances == other.spotBalances
      && positions.map(\.withoutVenueFigures) == other.positions.map(\.withoutVenueFigures)
  }
}

extension AccountPosition {
  /// The position without what follows from prices.
  fileprivate var withoutVenueFigures: AccountPosition {
    AccountPosition(
      instrument: instrument, contracts: contracts, entryPrice: entryPrice, marginMode: marginMode, leverage: leverage,
      openedAt: openedAt)
  }
}

import FoundationEssentials

/// Positions that nobody knows yet. They stand in the book as one position without a specification, so that every sum
/// they belong to is unknown until the account has been read: an account that was not read is not a flat one.
extension Leg {
  private static let unreadSymbol = "positions not read yet"

  /// Whatever stands in `account`, which is read from `venue` and has not been.
  public static func unread(in account: AccountID, of venue: String) -> Leg {
    Leg(
      instrument: InstrumentID(venue: venue, symbol: unreadSymbol), account: account, contracts: -1, entryPrice: 1)
  }

  /// True for positions that have not been read.
  public var isUnread: Bool { instrument.symbol == Self.unreadSymbol }
}

/// Coins that nobody knows yet, as ``Leg/unread(in:of:)`` for positions.
extension Holding {
  private static let unreadSymbol = "coins not read yet"

  /// Whatever coins lie in an account that is read from `venue` and has not been.
  public static func unread(of venue: String) -> Holding {
    Holding(
      asset: Asset(unreadSymbol), instrument: InstrumentID(venue: venue, symbol: unreadSymbol), quantity: 1)
  }

  /// True for coins that have not been read.
  public var isUnread: Bool { instrument.symbol == Self.unreadSymbol }
}

import FoundationEssentials

/// Positions that nobody knows yet. They stand in the book as one position without a specification, so that every sum
/// they belong to is unknown until the account has been read: an account that was not read is not a flat one.
extension Leg {
  /// Whatever stands in `account`, which is read from `venue` and has not been.
  public static func unread(in account: AccountID, of venue: String) -> Leg {
    Leg(
      instrument: .unread("positions", in: account, at: venue), account: account, contracts: -1, entryPrice: 1)
  }

  /// True for positions that have not been read.
  public var isUnread: Bool { instrument.isUnread }
}

/// Coins that nobody knows yet, as ``Leg/unread(in:of:)`` for positions.
extension Holding {
  /// Whatever coins lie in `account`, which is read from `venue` and has not been.
  public static func unread(in account: AccountID, of venue: String) -> Holding {
    let instrument = InstrumentID.unread("coins", in: account, at: venue)
    return Holding(asset: Asset(instrument.symbol), instrument: instrument, quantity: 1)
  }

  /// True for coins that have not been read.
  public var isUnread: Bool { instrument.isUnread }
}

extension InstrumentID {
  /// What no symbol of a venue ends with: they have no blanks.
  private static let unreadEnding = " not read yet"

  /// Stands for what has not been read, in words: `positions of binance not read yet`.
  static func unread(_ what: String, in account: AccountID, at venue: String) -> InstrumentID {
    InstrumentID(venue: venue, symbol: "\(what) of \(account)\(unreadEnding)")
  }

  /// True for what stands for positions or coins that have not been read, and is no instrument.
  public var isUnread: Bool { symbol.hasSuffix(Self.unreadEnding) }
}

extension UnknownReason {
  /// Why nothing is known of what rests on `account`: it is read from its venue, and has not been.
  public static func unread(_ account: AccountID) -> UnknownReason {
    UnknownReason(.notReceived, "the account \(account) has not been read yet")
  }
}

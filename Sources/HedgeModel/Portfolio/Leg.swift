import FoundationEssentials

/// A futures position: signed contracts of one instrument in one account.
public struct Leg: Hashable, Sendable {
  /// How the position is collateralised.
  public enum MarginMode: Hashable, Sendable {
    /// The whole account's balance stands behind it.
    case cross
    /// Only `margin` stands behind it, in the instrument's settlement asset.
    case isolated(margin: Decimal)
    /// The venue does not tell, or not with how much: margin and liquidation are unknown, and not those of either.
    case untold
  }

  /// The future.
  public let instrument: InstrumentID
  /// The account that holds it.
  public let account: AccountID
  /// The side it is meant to stand on, also while it holds nothing.
  public let side: PositionSide
  /// Signed contracts, exact: negative is short. Zero is a leg that may be traded but holds nothing now.
  public let contracts: Decimal
  /// Average entry price; nil when nothing is held or it is not known.
  public let entryPrice: Decimal?
  /// Cross or isolated.
  public let marginMode: MarginMode
  /// Leverage chosen on the venue, which sets the initial margin: |notional| / leverage. Positive; nil when the venue does
  /// not tell it.
  public let leverage: Decimal?
  /// When the position was opened: funding is accrued from here. Nil when not stated.
  public let openedAt: Timestamp?
  /// `contracts` for estimates, converted once.
  public let contractsValue: Double
  /// `entryPrice` for estimates, converted once.
  public let entryPriceValue: Double?
  /// `leverage` for estimates, converted once.
  public let leverageValue: Double?
  /// The isolated margin for estimates, converted once; nil unless the leg is known to be isolated.
  public let isolatedMarginValue: Double?

  /// A leg; see the properties.
  ///
  /// - Parameter side: nil for the one its contracts say, short while there are none.
  public init(
    instrument: InstrumentID, account: AccountID, contracts: Decimal, entryPrice: Decimal?,
    marginMode: MarginMode = .cross, leverage: Decimal? = 1, openedAt: Timestamp? = nil,
    side: PositionSide? = nil
  ) {
    self.instrument = instrument
    self.account = account
    self.side = side ?? (contracts > 0 ? .long : .short)
    self.contracts = contracts
    self.entryPrice = entryPrice
    self.marginMode = marginMode
    self.leverage = leverage
    self.openedAt = openedAt
    self.contractsValue = contracts.inexact
    self.entryPriceValue = entryPrice?.inexact
    self.leverageValue = leverage?.inexact
    self.isolatedMarginValue = if case .isolated(let margin) = marginMode { margin.inexact } else { nil }
  }

  /// The same leg with another margin behind it, as after a payment out of an isolated one.
  public func with(marginMode: MarginMode) -> Leg {
    Leg(
      instrument: instrument, account: account, contracts: contracts, entryPrice: entryPrice, marginMode: marginMode,
      leverage: leverage, openedAt: openedAt, side: side)
  }

  /// The same leg with other contracts and entry price, as after a fill; it keeps the side it is meant for.
  ///
  /// - Parameter openedAt: when the position began; nil for when it did before.
  public func with(contracts: Decimal, entryPrice: Decimal?, openedAt: Timestamp? = nil) -> Leg {
    Leg(
      instrument: instrument, account: account, contracts: contracts, entryPrice: entryPrice, marginMode: marginMode,
      leverage: leverage, openedAt: openedAt ?? self.openedAt, side: side)
  }
}

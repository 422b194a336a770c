import FoundationEssentials
import HedgeModel

/// A position whose profit is attributed: what it is, how much of it is held, and where its prices are read.
public struct AttributedPosition: Hashable, Sendable {
  /// What tells one position from another.
  public enum ID: Hashable, Sendable {
    /// Coins held outright.
    case holding(InstrumentID)
    /// A future.
    case leg(LegID)
    /// Coins in the wallet of an account.
    case wallet(AccountID, Asset)
    /// Coins set apart as the margin of an isolated leg.
    case margin(LegID)
  }

  /// How its profit comes about.
  public enum Kind: Hashable, Sendable {
    /// q·p.
    case spot
    /// Contracts of the coin: profit n·m·ΔF in the quote currency.
    case linear
    /// Contracts of the quote currency: profit n·m·(1/F₀ − 1/F₁) in coin, which stays in the account as coin.
    case inverse
    /// Coins in an account, apart from the profit of its legs.
    case collateral
  }

  /// Where a position comes from that was opened before the ledger began.
  public struct Entry: Sendable {
    /// Average price, in the quote currency.
    public let price: Decimal
    /// When it was opened; nil when not stated.
    public let at: Timestamp?
    /// The market then, as far as it is known: without it the split by beta is unknown from the opening on.
    public let market: MarketPoint?

    /// An entry; see the properties.
    public init(price: Decimal, at: Timestamp?, market: MarketPoint? = nil) {
      self.price = price
      self.at = at
      self.market = market
    }
  }

  /// What tells it from others.
  public let id: ID
  /// How its profit comes about.
  public let kind: Kind
  /// The coin whose beta it has.
  public let asset: Asset
  /// Size of one contract; 1 for coins.
  public let multiplier: Decimal
  /// Value of the currency it is quoted in, in the portfolio's currency.
  public let conversion: Decimal
  /// What it is valued at: the quote of a spot market, the mark of a future.
  public let price: AttributionPrice
  /// The spot price of its coin; the same as ``price`` for coins.
  public let spot: AttributionPrice
  /// The price of the coin that an inverse future, or collateral, is counted in.
  public let coin: AttributionPrice

  /// A position; see the properties.
  public init(
    id: ID, kind: Kind, asset: Asset, multiplier: Decimal = 1, conversion: Decimal = 1, price: AttributionPrice,
    spot: AttributionPrice, coin: AttributionPrice
  ) {
    self.id = id
    self.kind = kind
    self.asset = asset
    self.multiplier = multiplier
    self.conversion = conversion
    self.price = price
    self.spot = spot
    self.coin = coin
  }
}

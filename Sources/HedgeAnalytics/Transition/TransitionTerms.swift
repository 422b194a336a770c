import FoundationEssentials
import HedgeModel

/// What a transition of a strategy is to do, besides what its figures tell.
public struct TransitionTerms: Hashable, Sendable {
  /// A coin, with what is stated of it instead of taken from the figures.
  public struct Coin: Hashable, Sendable {
    /// The coin.
    public let asset: Asset
    /// Its price in the portfolio's currency; nil for the market's.
    public let price: Double?
    /// Its beta; nil for the strategy's.
    public let beta: Double?

    /// A coin; see the properties.
    public init(_ asset: Asset, price: Double? = nil, beta: Double? = nil) {
      self.asset = asset
      self.price = price
      self.beta = beta
    }
  }

  /// The coin to sell.
  public let from: Coin
  /// The coin to buy; nil on the way into cash.
  public let to: Coin?
  /// Coins to sell, exact; nil for all that are held.
  public let quantity: Decimal?
  /// H; nil for the policy's.
  public let hedgeRatio: Decimal?
  /// In how many steps.
  public let steps: Int
  /// Fee of spot trades as a fraction, which no configuration states; nil when not stated.
  public let spotFee: Double?
  /// Coins moved by earlier steps.
  public let moved: Decimal
  /// How many steps those were.
  public let stepsBefore: Int

  /// Terms; see the properties.
  public init(
    from: Coin, to: Coin?, quantity: Decimal? = nil, hedgeRatio: Decimal? = nil, steps: Int, spotFee: Double? = nil,
    moved: Decimal = 0, stepsBefore: Int = 0
  ) {
    self.from = from
    self.to = to
    self.quantity = quantity
    self.hedgeRatio = hedgeRatio
    self.steps = steps
    self.spotFee = spotFee
    self.moved = moved
    self.stepsBefore = stepsBefore
  }
}

import FoundationEssentials
import HedgeModel

/// What a transition is to do: sell one coin, buy another with the proceeds, and stay hedged on the way.
public struct TransitionRequest: Hashable, Sendable {
  /// Which future hedges which coin.
  public enum Hedging: Hashable, Sendable {
    /// Each coin with a future on itself; `to` is nil on the way into cash.
    case each(from: TransitionHedge, to: TransitionHedge?)
    /// Both, and the rest of the book, with one future.
    case shared(TransitionHedge)
  }

  /// What the book holds besides the two coins and their hedges. Values are in the portfolio's currency.
  public struct Rest: Hashable, Sendable {
    /// Value of the other coins.
    public let value: Double
    /// Their beta-dollars.
    public let unhedgedBetaValue: Double
    /// Beta-dollars of the other legs, negative when short.
    public let legBetaValue: Double

    /// Nothing else is held.
    public static let none = Rest(value: 0, unhedgedBetaValue: 0, legBetaValue: 0)

    /// The rest of a book; see the properties.
    public init(value: Double, unhedgedBetaValue: Double, legBetaValue: Double) {
      self.value = value
      self.unhedgedBetaValue = unhedgedBetaValue
      self.legBetaValue = legBetaValue
    }
  }

  /// The strategy it is for.
  public let strategy: String
  /// The instant of the prices.
  public let at: Timestamp
  /// The currency of all values.
  public let currency: Asset
  /// The coin to sell.
  public let from: TransitionCoin
  /// The coin to buy; nil on the way into cash.
  public let to: TransitionCoin?
  /// The futures.
  public let hedging: Hedging
  /// Coins to sell in all, exact.
  public let quantity: Decimal
  /// H, held at every step: the target is (1 − H)·β of the spot.
  public let hedgeRatio: Double
  /// In how many steps.
  public let steps: Int
  /// Drift that no step may leave.
  public let band: Double
  /// What else the book holds.
  public let rest: Rest
  /// Coins moved by earlier steps, which are no part of this plan.
  public let moved: Decimal
  /// How many steps those were.
  public let stepsBefore: Int

  /// A transition; see the properties. Without a `quantity` everything held is sold.
  public init(
    strategy: String, at: Timestamp, currency: Asset, from: TransitionCoin, to: TransitionCoin?, hedging: Hedging,
    quantity: Decimal? = nil, hedgeRatio: Double, steps: Int, band: Double = 0.05, rest: Rest = .none,
    moved: Decimal = 0, stepsBefore: Int = 0
  ) {
    self.strategy = strategy
    self.at = at
    self.currency = currency
    self.from = from
    self.to = to
    self.hedging = hedging
    self.quantity = quantity ?? from.quantity
    self.hedgeRatio = hedgeRatio
    self.steps = steps
    self.band = band
    self.rest = rest
    self.moved = moved
    self.stepsBefore = stepsBefore
  }

  /// The same transition in a book that holds something else besides.
  public func with(rest: Rest) -> TransitionRequest {
    TransitionRequest(
      strategy: strategy, at: at, currency: currency, from: from, to: to, hedging: hedging, quantity: quantity,
      hedgeRatio: hedgeRatio, steps: steps, band: band, rest: rest, moved: moved, stepsBefore: stepsBefore)
  }

  /// The futures, one or two.
  public var hedges: [TransitionHedge] {
    switch hedging {
    case .each(let from, let to): [from] + (to.map { [$0] } ?? [])
    case .shared(let hedge): [hedge]
    }
  }
}

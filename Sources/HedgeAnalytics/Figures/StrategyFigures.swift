import HedgeModel

/// One strategy as the screen shows it. Values are in the portfolio's currency.
public struct StrategyFigures: Hashable, Sendable {
  /// The strategy's name.
  public let name: String
  /// What sort of position it is.
  public let kind: Strategy.Kind
  /// The policy in force.
  public let policy: HedgePolicy
  /// Spot positions: holdings first, then coin-margined collateral.
  public let holdings: [HoldingFigures]
  /// Futures legs.
  public let legs: [LegFigures]
  /// How large a pair or sector spread is meant to be; nil when that is not stated.
  public let spread: SpreadPlan?
  /// The part of the portfolio it was put in; nil for the one its kind says.
  public let bucket: Bucket?
  /// What borrowing the coins sold costs a year, a fraction; nil when nothing is borrowed.
  public let borrowRate: Double?
  /// Spot value, cash, and the profit of its legs: what is its own after all positions are closed.
  public let equity: Reading<Double>
  /// Gross exposure, spot and legs, over the equity.
  public let leverage: Reading<Double>
  /// V_S: value of the spot positions.
  public let spotValue: Reading<Double>
  /// Change of the spot value over 24 hours, a fraction.
  public let spotChange: Reading<Double>
  /// ΣN: signed notional of the legs.
  public let legNotional: Reading<Double>
  /// Profit of the legs since entry.
  public let unrealisedProfit: Reading<Double>
  /// Net beta against its target.
  public let netBeta: NetBetaFigures
  /// What the legs cost or pay.
  public let funding: FundingFigures
  /// Trades that would bring the strategy back to its target; empty when already there or an input is unknown or
  /// stale (``suggestionsUnavailable`` says which).
  public let suggestions: [TradeSuggestion]
  /// Why there can be no suggestion; nil when there can.
  public let suggestionsUnavailable: UnknownReason?
  /// How the hedge is shared out among its futures; nil where the policy does not ask for weights of least variance.
  public let hedgeShares: Reading<HedgeShares>?

  /// Strategy figures; see the properties.
  public init(
    name: String, kind: Strategy.Kind, policy: HedgePolicy, spread: SpreadPlan? = nil, bucket: Bucket? = nil,
    borrowRate: Double? = nil, holdings: [HoldingFigures], legs: [LegFigures], equity: Reading<Double>,
    leverage: Reading<Double>,
    spotValue: Reading<Double>, spotChange: Reading<Double>, legNotional: Reading<Double>,
    unrealisedProfit: Reading<Double>, netBeta: NetBetaFigures, funding: FundingFigures,
    suggestions: [TradeSuggestion], suggestionsUnavailable: UnknownReason?,
    hedgeShares: Reading<HedgeShares>? = nil
  ) {
    self.name = name
    self.kind = kind
    self.policy = policy
    self.spread = spread
    self.bucket = bucket
    self.borrowRate = borrowRate
    self.equity = equity
    self.leverage = leverage
    self.holdings = holdings
    self.legs = legs
    self.spotValue = spotValue
    self.spotChange = spotChange
    self.legNotional = legNotional
    self.unrealisedProfit = unrealisedProfit
    self.netBeta = netBeta
    self.funding = funding
    self.suggestions = suggestions
    self.suggestionsUnavailable = suggestionsUnavailable
    self.hedgeShares = hedgeShares
  }
}

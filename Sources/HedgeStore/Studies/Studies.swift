import HedgeAnalytics
import HedgeModel

/// The studies somebody has asked for; nil until they are made, and when nobody asks.
public struct Studies: Sendable {
  /// How the coins move; unknown with the reason while there is no history.
  public var market: Reading<MarketStudy>?
  /// How much each strategy's hedge takes off its risk, by strategy name.
  public var effectiveness: [String: Reading<HedgeEffectiveness>]?
  /// What the scenarios would do.
  public var stress: StressTable?
  /// What carrying each future yields.
  public var carry: [InstrumentCarry]?
  /// What holding each strategy's hedge costs, by strategy name.
  public var prices: [String: HedgePriceFigures]?
  /// Each strategy's hedge in each of the futures it has on a coin, by strategy name.
  public var alternatives: [String: [HedgeAlternatives]]?
  /// The same money in other strategies, by strategy name.
  public var comparisons: [String: Reading<[ComparisonRow]>]?
  /// The trades back to the target as one ticket, by strategy name.
  public var tickets: [String: Reading<TradeTicket>]?
  /// Whether those trades are worth making now, by strategy name.
  public var rebalances: [String: RebalanceFigures]?
  /// The plan of each transition, by strategy name; absent for a strategy that plans none.
  public var transitions: [String: Reading<TransitionPlan>]?

  /// No studies.
  public init() {}
}

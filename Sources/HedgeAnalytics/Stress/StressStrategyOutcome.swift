import HedgeModel

/// One strategy in a scenario.
public struct StressStrategyOutcome: Hashable, Sendable {
  /// The strategy's name.
  public let name: String
  /// What it gains or loses.
  public let profit: StressProfit
  /// Value of its spot positions afterwards, coin collateral included.
  public let spotValueAfter: Reading<Double>
  /// Signed notional of its legs afterwards.
  public let legNotionalAfter: Reading<Double>
  /// Net beta now.
  public let netBetaBefore: Reading<Double>
  /// Net beta afterwards, by the betas of the scenario and before anything is traded.
  public let netBetaAfter: Reading<Double>

  /// An outcome; see the properties.
  public init(
    name: String, profit: StressProfit, spotValueAfter: Reading<Double>, legNotionalAfter: Reading<Double>,
    netBetaBefore: Reading<Double>, netBetaAfter: Reading<Double>
  ) {
    self.name = name
    self.profit = profit
    self.spotValueAfter = spotValueAfter
    self.legNotionalAfter = legNotionalAfter
    self.netBetaBefore = netBetaBefore
    self.netBetaAfter = netBetaAfter
  }
}

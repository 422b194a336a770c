import HedgeModel

/// What the question "trade now or wait" is decided on.
public struct RebalanceCase: Hashable, Sendable {
  /// δ: net beta less its target.
  public let drift: Double
  /// Drift that rounding leaves after the trade.
  public let driftAfter: Double
  /// V: what net beta is measured over, in the portfolio's currency.
  public let value: Double
  /// σ_b: volatility of the benchmark a year.
  public let benchmarkVolatility: Double
  /// t: how long the drift would be left as it is.
  public let horizon: Duration
  /// γ: aversion to risk, without unit. A book of value V gives up γ/2·Var(return) of its value to be rid of a
  /// variance (the mean-variance utility); 0 does not care, 3 is common, more wants the hedge closer.
  public let riskAversion: Double
  /// Fees and slippage of the trade, in the portfolio's currency, positive.
  public let cost: Double

  /// A case; see the properties.
  public init(
    drift: Double, driftAfter: Double = 0, value: Double, benchmarkVolatility: Double, horizon: Duration,
    riskAversion: Double, cost: Double
  ) {
    self.drift = drift
    self.driftAfter = driftAfter
    self.value = value
    self.benchmarkVolatility = benchmarkVolatility
    self.horizon = horizon
    self.riskAversion = riskAversion
    self.cost = cost
  }
}

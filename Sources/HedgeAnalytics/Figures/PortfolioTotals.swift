import HedgeModel

/// The sums over all strategies of a portfolio. Values are in its currency.
public struct PortfolioTotals: Hashable, Sendable {
  /// Value of all spot positions.
  public let spotValue: Reading<Double>
  /// Notional of all long legs.
  public let longNotional: Reading<Double>
  /// Notional of all short legs, negative.
  public let shortNotional: Reading<Double>
  /// Net beta-dollars: Σ V·β + Σ N·β.
  public let betaDollars: Reading<Double>
  /// Net beta-dollars over what the strategies' own net betas are divided by.
  public let netBeta: Reading<Double>
  /// Net beta-dollars over the equity.
  public let netBetaOverEquity: Reading<Double>
  /// Σ δ·V: the value of the benchmark by which all strategies together are off their targets.
  public let driftValue: Reading<Double>
  /// Profit of all legs since entry.
  public let unrealisedProfit: Reading<Double>
  /// Funding received a day.
  public let fundingPerDay: Reading<Double>
  /// Spot value, wallets, and unrealised profit.
  public let equity: Reading<Double>
  /// Gross exposure over the equity.
  public let leverage: Reading<Double>

  /// Totals; see the properties.
  public init(
    spotValue: Reading<Double>, longNotional: Reading<Double>, shortNotional: Reading<Double>,
    betaDollars: Reading<Double>, netBeta: Reading<Double>, netBetaOverEquity: Reading<Double>,
    driftValue: Reading<Double>, unrealisedProfit: Reading<Double>, fundingPerDay: Reading<Double>,
    equity: Reading<Double>, leverage: Reading<Double>
  ) {
    self.spotValue = spotValue
    self.longNotional = longNotional
    self.shortNotional = shortNotional
    self.betaDollars = betaDollars
    self.netBeta = netBeta
    self.netBetaOverEquity = netBetaOverEquity
    self.driftValue = driftValue
    self.unrealisedProfit = unrealisedProfit
    self.fundingPerDay = fundingPerDay
    self.equity = equity
    self.leverage = leverage
  }
}

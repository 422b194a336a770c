import HedgeModel

/// A margin account as the screen shows it. Values are in the portfolio's currency.
public struct AccountFigures: Hashable, Sendable {
  /// Which account.
  public let id: AccountID
  /// Whose rules it follows.
  public let convention: MarginConvention
  /// Wallet balances at current prices.
  public let walletBalance: Reading<Double>
  /// Unrealised profit of its cross legs.
  public let unrealisedProfit: Reading<Double>
  /// Margin balance: wallet plus unrealised profit.
  public let equity: Reading<Double>
  /// Sum of the legs' initial margins.
  public let initialMargin: Reading<Double>
  /// Sum of the cross legs' maintenance margins.
  public let maintenanceMargin: Reading<Double>
  /// The ratio under the venue's own name and direction.
  public let ratio: MarginRatio
  /// 0 is safe, 1 is liquidation: MM / equity, clamped at 0; above 1 when past liquidation; 0 without positions.
  public let normalisedRatio: Reading<Double>
  /// The isolated leg that ``normalisedRatio`` is of; nil when it is of the wallet that the cross legs share.
  public let worstIsolatedLeg: InstrumentID?
  /// Signed move of the benchmark, all prices moving β·x with it, at which the account is liquidated. Unknown
  /// (undefined) when no move of either sign within −100 %…+1000 % does it.
  public let liquidatingBenchmarkMove: Reading<Double>
  /// Collateral to add now to survive a benchmark move of +20 %, zero when none is needed.
  public let collateralToSurvive: Reading<Double>
  /// The move ``collateralToSurvive`` is computed for, a fraction.
  public let survivalMove: Double

  /// Account figures; see the properties.
  public init(
    id: AccountID, convention: MarginConvention, walletBalance: Reading<Double>, unrealisedProfit: Reading<Double>,
    equity: Reading<Double>, initialMargin: Reading<Double>, maintenanceMargin: Reading<Double>, ratio: MarginRatio,
    normalisedRatio: Reading<Double>, worstIsolatedLeg: InstrumentID? = nil,
    liquidatingBenchmarkMove: Reading<Double>, collateralToSurvive: Reading<Double>, survivalMove: Double
  ) {
    self.id = id
    self.convention = convention
    self.walletBalance = walletBalance
    self.unrealisedProfit = unrealisedProfit
    self.equity = equity
    self.initialMargin = initialMargin
    self.maintenanceMargin = maintenanceMargin
    self.ratio = ratio
    self.normalisedRatio = normalisedRatio
    self.worstIsolatedLeg = worstIsolatedLeg
    self.liquidatingBenchmarkMove = liquidatingBenchmarkMove
    self.collateralToSurvive = collateralToSurvive
    self.survivalMove = survivalMove
  }
}

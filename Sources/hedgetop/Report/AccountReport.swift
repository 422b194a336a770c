import HedgeAnalytics
import HedgeModel

/// A margin account as JSON.
struct AccountReport: Encodable {
  /// The venue's own ratio.
  struct RatioReport: Encodable {
    let name: String
    let value: FigureReport<Double>
    let liquidatesAt: Double
    let direction: String
  }

  let account: String
  let convention: String
  /// When it was read from its venue; null for one that was not, or is written down by hand.
  @Nullable var readAt: String?
  let walletBalance: FigureReport<Double>
  let unrealisedProfit: FigureReport<Double>
  let equity: FigureReport<Double>
  let initialMargin: FigureReport<Double>
  let maintenanceMargin: FigureReport<Double>
  let marginRatio: RatioReport
  let normalisedRatio: FigureReport<Double>
  let liquidatingBenchmarkMove: FigureReport<Double>
  let collateralToSurvive: FigureReport<Double>
  let survivalMove: Double

  init(_ account: AccountFigures, readAt: Timestamp?, now: Timestamp) {
    func figure(_ reading: Reading<Double>) -> FigureReport<Double> { FigureReport(reading: reading, now: now) }
    self.account = account.id.name
    convention = account.convention.rawValue
    self.readAt = readAt?.iso8601
    walletBalance = figure(account.walletBalance)
    unrealisedProfit = figure(account.unrealisedProfit)
    equity = figure(account.equity)
    initialMargin = figure(account.initialMargin)
    maintenanceMargin = figure(account.maintenanceMargin)
    marginRatio = RatioReport(
      name: account.ratio.name, value: figure(account.ratio.value), liquidatesAt: account.ratio.liquidatesAt,
      direction: account.ratio.direction == .highIsBad ? "high_is_bad" : "low_is_bad")
    normalisedRatio = figure(account.normalisedRatio)
    liquidatingBenchmarkMove = figure(account.liquidatingBenchmarkMove)
    collateralToSurvive = figure(account.collateralToSurvive)
    survivalMove = account.survivalMove
  }
}

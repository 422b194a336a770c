import FoundationEssentials
import HedgeAnalytics

/// A backtest as JSON and text.
struct BacktestReport: Encodable {
  let from: String
  let to: String
  let days: Int
  let hedge: String
  let value: Double
  let lookback: Int
  let target: Double
  let band: Double
  let fee: Double
  let rebalances: Int
  let turnover: Double
  @Nullable var volUnhedged: Double?
  @Nullable var volHedged: Double?
  let mddUnhedged: Double
  let mddHedged: Double
  let indexUnhedgedEnd: Double
  let indexHedgedEnd: Double
  let finalUnhedged: Double
  let finalEquity: Double
  let hedgePnl: Double
  let fundingReceived: Double
  let fees: Double
  @Nullable var betaUnhedged: Double?
  @Nullable var betaHedged: Double?
  @Nullable var varReduction: Double?
  @Nullable var minAbsGapToBand: Double?
  @Nullable var reason: String?

  init(_ plan: BacktestPlan, _ backtest: Backtest) {
    let summary = backtest.summary
    from = plan.from
    to = plan.to
    days = summary.days
    hedge = plan.hedge
    value = plan.value
    lookback = plan.lookback
    target = plan.target
    band = plan.band
    fee = plan.fee
    rebalances = summary.rebalances
    turnover = summary.turnover
    volUnhedged = summary.volatilityUnhedged
    volHedged = summary.volatilityHedged
    mddUnhedged = summary.maximumDrawdownUnhedged
    mddHedged = summary.maximumDrawdownHedged
    indexUnhedgedEnd = summary.indexUnhedgedEnd
    indexHedgedEnd = summary.indexHedgedEnd
    finalUnhedged = summary.finalUnhedged
    finalEquity = summary.finalEquity
    hedgePnl = summary.hedgeProfit
    fundingReceived = summary.fundingReceived
    fees = summary.fees
    betaUnhedged = summary.betaUnhedged
    betaHedged = summary.betaHedged
    varReduction = summary.varianceReduction
    minAbsGapToBand = summary.smallestGapToBand
    let estimates = [
      summary.volatilityUnhedged, summary.volatilityHedged, summary.betaUnhedged, summary.betaHedged,
      summary.varianceReduction, summary.smallestGapToBand,
    ]
    reason = estimates.allSatisfy(\.isFinite) ? nil : "too few days, or prices that did not move"
  }
}

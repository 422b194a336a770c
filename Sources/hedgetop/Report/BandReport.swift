import HedgeAnalytics

/// A study of bands as JSON and text.
struct BandReport: Encodable {
  /// One band.
  struct Row: Encodable {
    let band: Double
    let rebalances: Int
    let turnover: Double
    let fees: Double
    let slippage: Double
    let costPerYear: Double
    let trackingVariance: Double
    let trackingError: Double
    let riskCost: Double
    let score: Double

    init(_ row: BandRow) {
      band = row.band
      rebalances = row.rebalances
      turnover = row.turnover
      fees = row.fees
      slippage = row.slippage
      costPerYear = row.costPerYear
      trackingVariance = row.trackingVariance
      trackingError = row.trackingError
      riskCost = row.riskCost
      score = row.score
    }
  }

  let from: String
  let to: String
  let days: Int
  let hedge: String
  let value: Double
  let lookback: Int
  let target: Double
  let fee: Double
  let slippage: Double
  let riskAversion: Double
  let bands: [Row]
  @Nullable var best: Row?

  /// A study of the bands of `plan`.
  ///
  /// - Parameter slippage: of a trade, a fraction of its value.
  init(_ plan: BacktestPlan, _ study: BandStudy, slippage: Double) {
    from = plan.from
    to = plan.to
    days = study.days
    hedge = plan.hedge
    value = plan.value
    lookback = plan.lookback
    target = plan.target
    fee = plan.fee
    self.slippage = slippage
    riskAversion = study.riskAversion
    bands = study.rows.map(Row.init)
    best = study.best.map(Row.init)
  }
}

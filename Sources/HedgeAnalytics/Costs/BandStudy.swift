import HedgeModel

/// Which band would have been best over a recorded history: the same backtest for each, told apart by what trading
/// cost and by how far the hedge was from the perfect one.
///
/// The perfect hedge is the same backtest with a band of zero and free trades: back on target at every close. What a
/// wider band saves in trades it loses in closeness; the score adds both up.
public struct BandStudy: Hashable, Sendable {
  /// A row for each band, in the order they were asked for.
  public let rows: [BandRow]
  /// Days, the first and the last included.
  public let days: Int
  /// γ: see ``RebalanceCase/riskAversion``.
  public let riskAversion: Double

  /// The band with the smallest score; of equal ones the narrowest.
  public var best: BandRow? {
    rows.min { ($0.score, $0.band) < ($1.score, $1.band) }
  }

  /// Runs the backtest for every band.
  ///
  /// - Parameters:
  ///   - input: the basket, its prices and the fee; its own band is not used.
  ///   - bands: what to try, each 0 or more.
  ///   - slippage: of a trade, a fraction of its value, on top of the fee.
  ///   - riskAversion: γ, 0 or more.
  /// - Throws: `BacktestError` when a price, a beta or a mark price it needs is missing.
  public init(
    _ input: BacktestInput, bands: [Double], slippage: Double = 0, riskAversion: Double
  ) throws(BacktestError) {
    var perfect = input
    (perfect.band, perfect.fee) = (0, 0)
    let reference = try Backtest(perfect).rows
    var rows: [BandRow] = []
    for band in bands {
      var tried = input
      (tried.band, tried.fee) = (band, input.fee + slippage)
      let path = try Backtest(tried).rows
      rows.append(
        Self.row(band, path, perfect: reference, fee: input.fee, slippage: slippage, riskAversion: riskAversion))
    }
    self.rows = rows
    days = reference.count
    self.riskAversion = riskAversion
  }

  /// The opening trade costs every band the same and is left out.
  private static func row(
    _ band: Double, _ path: [BacktestRow], perfect: [BacktestRow], fee: Double, slippage: Double, riskAversion: Double
  ) -> BandRow {
    var (turnover, squares, relativeCost) = (0.0, 0.0, 0.0)
    for day in path.indices.dropFirst() {
      let (row, before) = (path[day], path[day - 1])
      turnover += abs(row.hedgeAfter - before.hedgeAfter) * row.hedgePrice
      relativeCost += row.fee / before.value
      let difference = row.hedgedReturn + row.fee / before.value - perfect[day].hedgedReturn
      squares += difference * difference
    }
    let steps = Double(path.count - 1)
    let variance = squares / steps * 365
    return BandRow(
      band: band, rebalances: path.dropFirst().count(where: \.isTraded), turnover: turnover, fees: fee * turnover,
      slippage: slippage * turnover, costPerYear: relativeCost / steps * 365, trackingVariance: variance,
      riskCost: riskAversion / 2 * variance)
  }
}

import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite(.enabled(if: ReferenceTable.isPresent, "the shared market data is not beside this package"))
struct BacktestReferenceTests {
  static let names = ["dev_P1_spot_nofee", "dev_P1_perp_fee_funding", "dev_P1_target25"]

  /// One entry of the summary file.
  struct Expected: Decodable {
    let name, hedge, start, end: String
    let V0, target, band, fee: Double
    let weights: [String: Double]
    let lookback, days, rebalances: Int
    let turnover, vol_unhedged, vol_hedged, mdd_unhedged, mdd_hedged, index_hedged_end, index_unhedged_end: Double
    let final_unhedged, final_E, hedge_pnl, funding_received, fees, beta_unhedged, beta_hedged: Double
    let var_reduction, min_abs_gap_to_band: Double
  }

  static func expected(_ name: String) throws -> Expected {
    let text = try #require(ReferenceTable.text(of: "reference/backtest_summary.json"))
    let all = try JSONDecoder().decode([Expected].self, from: Data(text.utf8))
    return try #require(all.first { $0.name == name })
  }

  static func input(_ expected: Expected) throws -> BacktestInput {
    let spot = try #require(ReferencePrices.daily)
    let hedge: [Double]
    var funding: [FundingStamp] = []
    if expected.hedge == "BTC_PERP" {
      let perpetual = try #require(ReferencePrices.perpetual)
      let byClose = Dictionary(uniqueKeysWithValues: zip(perpetual.closes, perpetual.prices["BTC_PERP"] ?? []))
      hedge = spot.closes.map { byClose[$0] ?? .nan }
      funding = try FundingReferenceTests.stamps(of: "BTCUSDT")
    } else {
      hedge = try #require(spot.prices["BTC"])
    }
    let start = try #require(spot.close(of: expected.start).flatMap { spot.closes.firstIndex(of: $0) })
    let end = try #require(spot.close(of: expected.end).flatMap { spot.closes.firstIndex(of: $0) })
    let order = ["ETH", "BNB", "ADA", "XRP", "LINK", "SOL", "DOT", "AVAX"]
    return BacktestInput(
      closes: spot.closes, prices: spot.prices,
      weights: order.compactMap { asset in
        expected.weights[asset].map { BacktestInput.Weight(asset: Asset(asset), weight: $0) }
      }, benchmark: "BTC", hedgePrices: hedge, funding: funding, start: start, end: end, initialValue: expected.V0,
      lookback: expected.lookback, target: expected.target, band: expected.band, fee: expected.fee)
  }

  @Test("the summary of an independent backtest is reproduced", arguments: names)
  func summary(name: String) throws {
    let expected = try Self.expected(name)
    let summary = try Backtest(try Self.input(expected)).summary
    #expect(summary.days == expected.days)
    #expect(summary.rebalances == expected.rebalances)
    let pairs: [(String, Double, Double)] = [
      ("turnover", summary.turnover, expected.turnover),
      ("vol_unhedged", summary.volatilityUnhedged, expected.vol_unhedged),
      ("vol_hedged", summary.volatilityHedged, expected.vol_hedged),
      ("mdd_unhedged", summary.maximumDrawdownUnhedged, expected.mdd_unhedged),
      ("mdd_hedged", summary.maximumDrawdownHedged, expected.mdd_hedged),
      ("index_hedged_end", summary.indexHedgedEnd, expected.index_hedged_end),
      ("index_unhedged_end", summary.indexUnhedgedEnd, expected.index_unhedged_end),
      ("final_unhedged", summary.finalUnhedged, expected.final_unhedged),
      ("final_E", summary.finalEquity, expected.final_E), ("hedge_pnl", summary.hedgeProfit, expected.hedge_pnl),
      ("funding_received", summary.fundingReceived, expected.funding_received),
      ("fees", summary.fees, expected.fees), ("beta_unhedged", summary.betaUnhedged, expected.beta_unhedged),
      ("beta_hedged", summary.betaHedged, expected.beta_hedged),
      ("var_reduction", summary.varianceReduction, expected.var_reduction),
      ("min_abs_gap_to_band", summary.smallestGapToBand, expected.min_abs_gap_to_band),
    ]
    for (field, value, reference) in pairs {
      #expect(isClose(value, reference), "\(name) \(field): \(value), expected \(reference)")
    }
  }

  @Test("every row of an independent backtest is reproduced", arguments: names)
  func path(name: String) throws {
    let rows = try Backtest(try Self.input(try Self.expected(name))).rows
    let reference = try #require(ReferenceTable("reference/backtest_path__\(name).csv"))
    #expect(rows.count == reference.rows.count)
    for (row, expected) in zip(rows, reference.rows) {
      let pairs: [(String, Double)] = [
        ("V", row.value), ("hedge_price", row.hedgePrice), ("beta_port", row.portfolioBeta),
        ("net_before", row.netBetaBefore), ("traded", row.isTraded ? 1 : 0), ("h_after", row.hedgeAfter),
        ("hedge_pnl", row.hedgeProfit), ("funding", row.funding), ("fee", row.fee), ("E", row.equity),
        ("r_hedged", row.hedgedReturn), ("index_hedged", row.hedgedIndex),
      ]
      for (column, value) in pairs {
        #expect(isClose(value, expected.number(column)), "\(column): \(value), expected in \(expected)")
      }
      #expect((row.close - .days(1)).isoDay == expected["date"])
    }
  }

  @Test("a missing price, beta or mark stops the backtest with its name")
  func refuses() throws {
    var input = try Self.input(try Self.expected("dev_P1_perp_fee_funding"))
    let whole = input
    input.start = 100
    #expect(throws: BacktestError.self) { try Backtest(input) }
    input = whole
    input.hedgePrices[input.start + 5] = .nan
    #expect(throws: BacktestError.price(of: "the hedge", at: input.closes[input.start + 5])) { try Backtest(input) }
    input = whole
    input.end = input.start
    #expect(throws: BacktestError.self) { try Backtest(input) }
  }
}

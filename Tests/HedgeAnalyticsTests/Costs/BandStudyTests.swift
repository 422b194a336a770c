import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct BandStudyTests {
  /// Two coins whose betas wander, over a year of days.
  static func input(seed: UInt64 = 7, days: Int = 400, fee: Double = 0.0005) -> BacktestInput {
    var random = SeededGenerator(seed: seed)
    var prices: [Asset: [Double]] = ["BTC": [30_000], "ETH": [2_000], "SOL": [50]]
    for day in 1..<days {
      let market = 0.03 * random.normal()
      let beta = 1.2 + 0.5 * (Double(day % 90) / 90)
      let moves: [Asset: Double] = [
        "BTC": market, "ETH": beta * market + 0.01 * random.normal(), "SOL": 1.5 * market + 0.03 * random.normal(),
      ]
      for (asset, move) in moves.sorted(by: { $0.key < $1.key }) {
        let last = prices[asset]?.last ?? 1
        prices[asset]?.append(last * max(0.5, 1 + move))
      }
    }
    return BacktestInput(
      closes: (0..<days).map { Timestamp(milliseconds: 1_600_000_000_000) + .days(Double($0)) }, prices: prices,
      weights: [.init(asset: "ETH", weight: 0.6), .init(asset: "SOL", weight: 0.4)], benchmark: "BTC",
      hedgePrices: prices["BTC"] ?? [], start: 90, end: days - 1, initialValue: 1_000_000, lookback: 60, fee: fee)
  }

  static let bands = [0, 0.02, 0.05, 0.1, 0.2, 5]

  @Test("each band is the backtest of that band: as many rebalances, and its fees less the opening trade's")
  func isTheBacktest() throws {
    let input = Self.input()
    let study = try BandStudy(input, bands: Self.bands, riskAversion: 3)
    #expect(study.rows.map(\.band) == Self.bands)
    for row in study.rows {
      var same = input
      same.band = row.band
      let backtest = try Backtest(same)
      #expect(row.rebalances == backtest.summary.rebalances, "band \(row.band)")
      #expect(isClose(row.fees, backtest.summary.fees - backtest.rows[0].fee, 1e-8), "band \(row.band)")
      #expect(row.slippage == 0 && isClose(row.cost, row.fees))
    }
  }

  @Test("tracking is what the hedge held earned differently from the perfect one: Σ((h − h*)·ΔP/V)² · 365/days")
  func tracking() throws {
    var input = Self.input(fee: 0)
    let study = try BandStudy(input, bands: [0.1], riskAversion: 3)
    input.band = 0.1
    let path = try Backtest(input).rows
    input.band = 0
    let perfect = try Backtest(input).rows
    let squares = (1..<path.count).reduce(0.0) { sum, day in
      let move = (path[day].hedgePrice - path[day - 1].hedgePrice) / path[day - 1].value
      let difference = (path[day - 1].hedgeAfter - perfect[day - 1].hedgeAfter) * move
      return sum + difference * difference
    }
    #expect(isClose(study.rows[0].trackingVariance, squares / Double(path.count - 1) * 365, 1e-8))
  }

  @Test("fees do not blur the tracking, and slippage is told apart from them")
  func costsStandApart() throws {
    let free = try BandStudy(Self.input(fee: 0), bands: [0.05], riskAversion: 3).rows[0]
    let dear = try BandStudy(Self.input(fee: 0.01), bands: [0.05], slippage: 0.02, riskAversion: 3).rows[0]
    #expect(isClose(free.trackingVariance, dear.trackingVariance, 1e-8))
    #expect(free.score == free.riskCost && free.cost == 0)
    #expect(isClose(dear.slippage, 2 * dear.fees) && isClose(dear.cost, 0.03 * dear.turnover))
  }

  @Test("a band of zero follows the perfect hedge exactly; one never left costs nothing")
  func ends() throws {
    let rows = try BandStudy(Self.input(), bands: Self.bands, riskAversion: 3).rows
    let (first, last) = (try #require(rows.first), try #require(rows.last))
    #expect(first.trackingVariance < 1e-20 && first.rebalances > 250)
    #expect(last.rebalances == 0 && last.cost == 0 && last.score == last.riskCost)
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.rebalances >= $1.rebalances })
  }

  @Test(
    "the best band has the smallest score; more aversion never wants a wider one",
    arguments: 1...6 as ClosedRange<UInt64>)
  func best(seed: UInt64) throws {
    let bands = (1...20).map { Double($0) / 100 }
    var last = Double.infinity
    for aversion in [0.0, 0.5, 3, 20, 1_000] {
      let study = try BandStudy(Self.input(seed: seed), bands: bands, slippage: 0.0005, riskAversion: aversion)
      let best = try #require(study.best)
      #expect(study.rows.allSatisfy { $0.score >= best.score }, "seed \(seed), aversion \(aversion)")
      #expect(study.rows.allSatisfy { $0.cost >= 0 && $0.riskCost >= 0 && $0.score.isFinite })
      #expect(best.trackingVariance <= last, "seed \(seed), aversion \(aversion)")
      last = best.trackingVariance
    }
  }

  @Test("the same input gives the same study; no band gives none; a missing price stops it")
  func isDeterministic() throws {
    let input = Self.input()
    #expect(
      try BandStudy(input, bands: Self.bands, riskAversion: 3) == BandStudy(input, bands: Self.bands, riskAversion: 3))
    #expect(try BandStudy(input, bands: [], riskAversion: 3).best == nil)
    var hole = input
    hole.prices["SOL"]?[120] = .nan
    #expect(throws: BacktestError.self) { try BandStudy(hole, bands: [0.05], riskAversion: 3) }
  }

  @Test(
    "on real prices the reference's band gives the reference's rebalances",
    .enabled(if: ReferenceTable.isPresent, "the shared market data is not beside this package"),
    arguments: BacktestReferenceTests.names)
  func reference(name: String) throws {
    let expected = try BacktestReferenceTests.expected(name)
    let study = try BandStudy(
      try BacktestReferenceTests.input(expected), bands: [0.01, expected.band, 0.2], riskAversion: 3)
    #expect(study.rows[1].rebalances == expected.rebalances)
    #expect(study.rows[0].trackingVariance < study.rows[1].trackingVariance)
    #expect(study.rows[1].trackingVariance < study.rows[2].trackingVariance)
  }
}

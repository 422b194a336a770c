import HedgeAnalytics
import HedgeModel
import Testing

@Suite(.enabled(if: ReferenceTable.isPresent, "the shared market data is not beside this package"))
struct BetaReferenceTests {
  static func prices(for table: String) throws -> ReferencePrices {
    try #require(table.contains("hourly") ? ReferencePrices.hourly : ReferencePrices.daily)
  }

  static func benchmark(_ name: String) -> Benchmark {
    let halves = ["BTC", "ETH"].map { Benchmark.Component(asset: Asset($0), weight: 0.5) }
    return name == "50BTC_50ETH" ? Benchmark(components: halves) ?? Benchmark("BTC") : Benchmark(Asset(name))
  }

  /// The window's pairs of a row.
  static func pairs(
    _ row: ReferenceTable.Row, in prices: ReferencePrices, benchmark: String = "BTC", kind: String? = nil,
    lookback: Int? = nil
  ) throws -> PairedReturns {
    let returns = try #require(BetaPolicy.Returns(rawValue: kind ?? row["return_type"]))
    let last = try #require(prices.close(of: row["end"]))
    let count = (lookback ?? row.integer("lookback")) + 1
    func grid(_ asset: Asset) -> [Double] {
      ReturnSeries.grid(prices.bars(of: asset), last: last, count: count, step: prices.interval.duration)
    }
    let benchmark = Self.benchmark(benchmark)
    let components = Dictionary(uniqueKeysWithValues: benchmark.components.map { ($0.asset, grid($0.asset)) })
    return PairedReturns(
      benchmark: CompositeBenchmark.values(of: benchmark, prices: components, returns),
      asset: ReturnSeries.values(of: grid(Asset(row["asset"])), returns))
  }

  @Test(
    "every row of the regression references, classical, White and Newey–West",
    arguments: ["betas__daily_closes", "betas__hourly_spot_2021-04_2021-07", "composite__daily_closes"])
  func regressions(name: String) throws {
    let table = try #require(ReferenceTable("reference/\(name).csv"))
    let prices = try Self.prices(for: name)
    for row in table.rows {
      let pairs = try Self.pairs(row, in: prices, benchmark: row["benchmark"])
      let line = try #require(OrdinaryLeastSquares.fit(pairs), "\(row)")
      let robust = RobustErrors.neweyWest(pairs, line)
      let white = RobustErrors.white(pairs, line).corrected(observations: pairs.count)
      #expect(pairs.count == row.integer("n_obs"), "\(row)")
      #expect(RobustErrors.defaultLag(observations: pairs.count) == row.integer("hac_lag"), "\(row)")
      #expect((pairs.count == row.integer("lookback")) == (row["complete"] == "1"), "\(row)")
      let figures: [(String, Double)] = [
        ("alpha", line.intercept), ("beta", line.slope), ("se_alpha", line.interceptError),
        ("se_beta", line.slopeError), ("t_beta", line.slopeT), ("r2", line.rSquared), ("corr", line.correlation),
        ("resid_sd", line.residualDeviation), ("hac_se_alpha", robust.intercept), ("hac_se_beta", robust.slope),
        ("hac_se_beta_ssc", robust.corrected(observations: pairs.count).slope), ("hc1_se_beta", white.slope),
        ("mvhr", line.slope),
      ]
      for (column, value) in figures {
        #expect(isClose(value, row.number(column)), "\(column): \(value), expected in \(row)")
      }
    }
  }

  @Test("every row of the volatility references", arguments: ["daily_closes", "hourly_spot_2021-04_2021-07"])
  func volatilities(name: String) throws {
    let table = try #require(ReferenceTable("reference/vol__\(name).csv"))
    let prices = try Self.prices(for: name)
    for row in table.rows {
      let returns = ReturnSeries.window(
        prices.bars(of: Asset(row["asset"])), last: try #require(prices.close(of: row["end"])),
        lookback: row.integer("lookback"), interval: prices.interval, .log)
      #expect(returns.count { !$0.isNaN } == row.integer("n_obs"), "\(row)")
      let sample = try #require(RealisedVolatility.annualised(returns, prices.interval))
      let about = try #require(RealisedVolatility.annualisedAboutZero(returns, prices.interval))
      #expect(isClose(sample, row.number("vol_ann")), "\(sample), expected in \(row)")
      #expect(isClose(about, row.number("vol0_ann")), "\(about), expected in \(row)")
    }
  }

  @Test("the moving window gives every row of the rolling reference")
  func rolling() throws {
    let table = try #require(ReferenceTable("reference/rolling60__daily_closes.csv"))
    let prices = try #require(ReferencePrices.daily)
    let rows = Dictionary(grouping: table.rows) { $0["date"] }
    let assets = Array(prices.prices.keys)
    var betas = RollingBetas(
      assets: assets, benchmark: Benchmark("BTC"), policy: BetaPolicy(returns: .log, lookback: 60))
    for (day, close) in prices.closes.enumerated() {
      betas.append(close: close, prices: prices.prices.mapValues { $0[day] })
      for row in rows[(close - .days(1)).isoDay] ?? [] {
        let estimate = try #require(
          betas.estimate(of: Asset(row["asset"]), includingNeweyWest: false).value, "\(row)")
        #expect(isClose(estimate.beta, row.number("beta")), "\(estimate), expected in \(row)")
        #expect(isClose(estimate.standardError ?? .nan, row.number("se_beta")), "\(estimate), expected in \(row)")
        #expect(isClose(estimate.rSquared ?? .nan, row.number("r2")), "\(estimate), expected in \(row)")
      }
    }
  }
}

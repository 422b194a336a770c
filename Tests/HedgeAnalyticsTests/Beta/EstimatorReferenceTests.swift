import HedgeAnalytics
import HedgeModel
import Testing

@Suite(.enabled(if: ReferenceTable.isPresent, "the shared market data is not beside this package"))
struct EstimatorReferenceTests {
  @Test(
    "every row of the shrinkage references, from prices to shrunk betas",
    arguments: [
      "daily_closes", "hourly_spot_2021-04_2021-07",
    ])
  func shrinkage(name: String) throws {
    let table = try #require(ReferenceTable("reference/vasicek__\(name).csv"))
    let prices = try BetaReferenceTests.prices(for: name)
    let sections = Dictionary(grouping: table.rows) { [$0["end"], $0["return_type"], $0["lookback"]] }
    for rows in sections.values {
      let estimates = try rows.map { row in
        try #require(
          OrdinaryLeastSquares.fit(BetaReferenceTests.pairs(row, in: prices)).map {
            BetaEstimate($0, neweyWestError: nil)
          })
      }
      let prior = try #require(BetaPrior(crossSection: estimates.map(\.beta)))
      for (row, estimate) in zip(rows, estimates) {
        let drawn = try #require(estimate.drawn(towards: prior))
        let figures: [(String, Double)] = [
          ("beta", estimate.beta), ("se_beta", estimate.standardError ?? .nan), ("prior_mean", prior.mean),
          ("prior_var", prior.deviation * prior.deviation),
          ("weight", prior.weight(error: estimate.standardError ?? .nan)), ("beta_vasicek", drawn.beta),
          ("beta_blume", estimate.drawnTowardsOne.beta),
        ]
        #expect(prior.assets == row.integer("n_assets"), "\(row)")
        for (column, value) in figures {
          #expect(isClose(value, row.number(column)), "\(column): \(value), expected in \(row)")
        }
      }
    }
  }

  @Test("the moving window draws towards the same cross-section")
  func rollingShrinkage() throws {
    let table = try #require(ReferenceTable("reference/vasicek__daily_closes.csv"))
    let prices = try #require(ReferencePrices.daily)
    for lookback in Set(table.rows.map { $0.integer("lookback") }) {
      let rows = table.rows.filter { $0.integer("lookback") == lookback && $0["return_type"] == "log" }
      var betas = RollingBetas(
        assets: Array(prices.prices.keys), benchmark: Benchmark("BTC"),
        policy: BetaPolicy(returns: .log, lookback: lookback))
      for (day, close) in prices.closes.enumerated() {
        betas.append(close: close, prices: prices.prices.mapValues { $0[day] })
        for row in rows where row["end"] == (close - .days(1)).isoDay {
          let estimate = betas.estimate(of: Asset(row["asset"]), by: .vasicek(.crossSection)).value
          #expect(isClose(estimate?.beta ?? .nan, row.number("beta_vasicek")), "\(row)")
        }
      }
    }
  }

  @Test(
    "every row and column of the exponentially weighted reference",
    arguments: [
      ("lam94", ExponentialDecay.factor(0.94)), ("hl30", .halfLife(bars: 30)),
    ])
  func exponential(name: String, decay: ExponentialDecay) throws {
    let table = try #require(ReferenceTable("reference/ewma__daily_closes.csv"))
    let prices = try #require(ReferencePrices.daily)
    for row in table.rows {
      let last = try #require(prices.close(of: row["end"]))
      let all = (prices.closes.firstIndex(of: last) ?? 0)
      let whole = try BetaReferenceTests.pairs(row, in: prices, kind: "log", lookback: all)
      let window = try BetaReferenceTests.pairs(row, in: prices, kind: "log", lookback: 90)
      let recursive = ExponentialBeta(decay: decay.perBar, isSeeded: true, whole)
      let windowed = ExponentialBeta(decay: decay.perBar, window)
      let line = try #require(WeightedLeastSquares.fit(window, decay: decay.perBar))
      let volatility = ((recursive.assetVariance ?? .nan) * BetaPolicy.BarInterval.day.barsPerYear).squareRoot()
      #expect(whole.count == row.integer("n_full") && window.count == row.integer("n_90"), "\(row)")
      let figures: [(String, Double?)] = [
        ("rec_\(name)_beta", recursive.beta), ("rec_\(name)_corr", recursive.correlation),
        ("rec_\(name)_vol", volatility), ("win90_\(name)_beta", windowed.beta), ("wls90_\(name)_beta", line.slope),
        ("wls90_\(name)_alpha", line.intercept), ("wls90_\(name)_r2", line.rSquared),
      ]
      for (column, value) in figures {
        #expect(isClose(value ?? .nan, row.number(column)), "\(column): \(value ?? .nan), expected in \(row)")
      }
    }
  }

  @Test("every row of the two-factor reference")
  func twoFactor() throws {
    let table = try #require(ReferenceTable("reference/twofactor__daily_closes.csv"))
    let prices = try #require(ReferencePrices.daily)
    for row in table.rows {
      let last = try #require(prices.close(of: row["end"]))
      let kind = try #require(BetaPolicy.Returns(rawValue: row["return_type"]))
      let windows = ["BTC", "ETH", row["asset"]].map { asset in
        ReturnSeries.window(
          prices.bars(of: Asset(asset)), last: last, lookback: row.integer("lookback"), interval: .day, kind)
      }
      let returns = TwoFactorReturns(first: windows[0], second: windows[1], asset: windows[2])
      let fit = try #require(TwoFactorLeastSquares.fit(returns), "\(row)")
      #expect(fit.observations == row.integer("n_obs"), "\(row)")
      let figures: [(String, Double)] = [
        ("alpha", fit.intercept), ("beta_btc", fit.first.beta), ("beta_eth", fit.second.beta),
        ("se_btc", fit.first.standardError), ("se_eth", fit.second.standardError), ("r2", fit.rSquared),
        ("resid_sd", fit.residualDeviation),
      ]
      for (column, value) in figures {
        #expect(isClose(value, row.number(column)), "\(column): \(value), expected in \(row)")
      }
    }
  }
}

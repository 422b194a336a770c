import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct SizingGoldenTests {
  @Test(
    "G1, G2: the short is the beta-weighted value", arguments: [(10_000.0, 1.2, 12_000.0), (100_000, 1.3, 130_000)])
  func betaWeighted(value: Double, beta: Double, short: Double) {
    let contracts = HedgeSizing.contractsToTrade(hedgeRatio: 1, spotBetaValue: value * beta, contractValue: 1)
    #expect(isClose(contracts ?? 0, -short))
  }

  @Test(
    "G3: an equal-dollar pair earns the difference of the moves", arguments: [(-0.05, -0.04, 0.01), (0.05, 0.07, 0.02)])
  func pair(bitcoin: Double, alts: Double, profit: Double) {
    #expect(isClose(1 * alts - 1 * bitcoin, profit))
  }

  @Test(
    "a beta-weighted pair of 1.4 earns no alpha from (+5, +7), and gains from (−5, −4)",
    arguments: [
      (0.05, 0.07, 0.0), (-0.05, -0.04, 2_142.86),
    ])
  func betaWeightedPair(bitcoin: Double, alts: Double, profit: Double) {
    let long = 100_000 / 1.4
    #expect(isPrinted(long * alts - 100_000 * bitcoin, profit, digits: 2))
  }

  @Test("a dollar hedge under-hedges a beta above one")
  func dollarHedge() {
    #expect(NetBeta.net(unhedged: 100_000 * 1.3, legs: -100_000, over: 100_000) > 0)
  }

  @Test("G5, G6, G8: what a move does to spot, hedge and net")
  func moves() {
    for move in [-0.1, 0.1] { #expect(50_000 * move + -50_000 * move == 0) }
    #expect(isClose(10_000 * 0.2, 2_000))
    #expect(isClose(30_000 * 0.2, 6_000))
    #expect(NetBeta.net(unhedged: 60_000, legs: -30_000, over: 60_000) == 0.5)
  }

  @Test("G10–G12: 5 BTC at 65,000 take 5 contracts, half hedged 2.5")
  func bitcoin() throws {
    let whole = HedgeSizing.contractsToTrade(hedgeRatio: 1, spotBetaValue: 325_000, contractValue: 65_000)
    #expect(isClose(whole ?? 0, -5))
    let half = try #require(
      HedgeSizing.contractsToTrade(hedgeRatio: 0.5, spotBetaValue: 325_000, contractValue: 65_000))
    #expect(LotRounding.round(half, lotStep: .exact("0.1"), rounding: .nearest) == .exact("-2.5"))
  }

  @Test(
    "G11 in whole lots: 2 leave 0.60 of the beta, 3 leave 0.40",
    arguments: [
      (HedgePolicy.Rounding.towardZero, "-2", 0.6), (.awayFromZero, "-3", 0.4), (.nearest, "-3", 0.4),
      (.minimumResidual, "-2", 0.6),
    ])
  func wholeLots(rounding: HedgePolicy.Rounding, lots: String, left: Double) {
    let rounded = LotRounding.round(-2.5, lotStep: 1, rounding: rounding)
    #expect(rounded == .exact(lots), "\(rounding)")
    #expect(isClose(NetBeta.net(unhedged: 325_000, legs: rounded.inexact * 65_000, over: 325_000), left))
  }

  @Test("G13: each coin with its own future: 1.8 BTC and 24 ETH short of 3 and 40")
  func sameAsset() throws {
    var book = Book()
    book.list("BTC", price: 65_000)
    book.list("ETH", price: 3_500, beta: 1.2)
    book.future("BTC", mark: 65_000, lot: "0.001")
    book.future("ETH", mark: 3_500, lot: "0.01")
    book.account(balances: ["USD": 100_000])
    book.strategy(
      "core", [Book.holding("BTC", 3), Book.holding("ETH", 40)], [Book.leg("BTC", 0), Book.leg("ETH", 0)],
      ratio: .exact("0.6"), mode: .sameAsset)
    let figures = book.evaluate().strategies[0]
    #expect(figures.spotValue.isClose(to: 335_000))
    #expect(figures.suggestions.map(\.contracts) == [.exact("-1.8"), -24])
    let preview = try #require(
      HedgePreviewing.preview(book.input, strategy: "core", hedgeRatio: .exact("0.6")).value)
    #expect(preview.after.netBeta.drift.isClose(to: 0))
    #expect(preview.after.netBeta.achievedHedgeRatio.isClose(to: 0.6))
  }

  @Test("G13 with whole contracts: 1.8 becomes 2 and moves net beta by −0.0388; the band cannot be met with that lot")
  func wholeContracts() throws {
    var book = Book()
    book.list("BTC", price: 65_000)
    let id = book.future("BTC", mark: 65_000, lot: "1")
    let sizing = TradeSizing(
      exactContracts: -1.8, instrument: try #require(book.instruments[id]), price: 65_000, value: 335_000,
      rounding: .nearest)
    #expect(sizing.contracts == -2)
    #expect(isPrinted(sizing.residualBeta, -0.0388, digits: 4))
    #expect(sizing.warnings == [.bandInfeasible(lotBeta: 0.5 * 65_000 / 335_000)])
  }

  @Test(
    "contracts for a target beta: N* = (β* − β)·V_P/V_F",
    arguments: [
      (0.8, 1.5, 5_000_000.0, 200_000.0, 17.5), (1.2, 0, 10_000_000, 378_750, -31.68),
      (1.2, 0.8, 10_000_000, 378_750, -10.56),
    ])
  func targetBeta(from: Double, to: Double, value: Double, contract: Double, contracts: Double) {
    let exact = HedgeSizing.contracts(from: from, to: to, value: value, contractValue: contract)
    #expect(isPrinted(exact ?? .nan, contracts, digits: 2))
  }

  @Test("an inverse contract stands for its dollars: 120,000 are 1,200 of $100")
  func inverse() throws {
    var book = Book()
    let id = book.future("BTC", mark: 65_000, multiplier: 100, convention: .inverse)
    let instrument = try #require(book.instruments[id])
    let contracts = HedgeSizing.contractsToTrade(
      hedgeRatio: 1, spotBetaValue: 120_000, contractValue: HedgeSizing.contractValue(of: instrument, price: 65_000))
    #expect(contracts == -1_200)
  }

  @Test("the ratio form and the beta form are the same size")
  func forms() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let (value, beta, held) = (
        generator.uniform(1e4...1e7), generator.uniform(0.3...2), generator.uniform(-1e6...1e5)
      )
      let (ratio, contract) = (generator.uniform(0...1.2), generator.uniform(10...1e5))
      let byRatio = HedgeSizing.contractsToTrade(
        hedgeRatio: ratio, spotBetaValue: value * beta, legBetaValue: held, contractValue: contract)
      let byBeta = HedgeSizing.contracts(
        from: NetBeta.net(unhedged: value * beta, legs: held, over: value),
        to: NetBeta.target(hedgeRatio: ratio, unhedgedBeta: beta), value: value, contractValue: contract)
      #expect(abs((byRatio ?? .nan) - (byBeta ?? .nan)) < 1e-9 * value * 2 / contract)
    }
    #expect(HedgeSizing.contracts(from: 1, to: 0, value: 1, contractValue: 1, contractBeta: 0) == nil)
  }

  @Test("two baskets: beta-neutral by weights, or dollar-neutral with a third leg")
  func baskets() throws {
    let neutral = try #require(BasketSizing.betaNeutral(gross: 100_000, longBeta: 1.5, shortBeta: 1.2))
    #expect(isPrinted(neutral.longValue, 44_444.44, digits: 2))
    #expect(isPrinted(neutral.shortValue, 55_555.56, digits: 2))
    #expect(isClose(neutral.longValue * 1.5, neutral.shortValue * 1.2))
    let dollars = BasketSizing.dollarNeutral(gross: 100_000, longBeta: 1.5, shortBeta: 1.2)
    #expect(isClose(dollars.benchmarkValue, -15_000))
    #expect(BasketSizing.betaNeutral(gross: 1, longBeta: 1, shortBeta: -1) == nil)
  }

  @Test("minimum variance: h* = ρσ_S/σ_F for one, Σ_FF⁻¹Σ_FS for several")
  func minimumVariance() throws {
    #expect(
      isClose(
        MinimumVarianceHedge.ratio(correlation: 0.8, spotVolatility: 0.05, futureVolatility: 0.04), 1))
    #expect(isClose(MinimumVarianceHedge.effectiveness(correlation: 0.8), 0.64))
    let covariance = [[0.04, 0.01], [0.01, 0.09]]
    let ratios = try #require(MinimumVarianceHedge.ratios(covariance: covariance, withSpot: [0.03, 0.05]))
    #expect(isClose(0.04 * ratios[0] + 0.01 * ratios[1], 0.03))
    #expect(isClose(0.01 * ratios[0] + 0.09 * ratios[1], 0.05))
    #expect(MinimumVarianceHedge.ratios(covariance: [[1, 1], [1, 1]], withSpot: [1, 1]) == nil)
  }

  @Test(
    "S1: a linear short's drift with the market depends on β − 1, an inverse one's on β",
    arguments: [
      (1.2, 2_400.0, 14_400.0), (1.0, 0, 10_000), (0.8, -1_600, 6_400),
    ])
  func driftWithTheMarket(beta: Double, linear: Double, inverse: Double) {
    // V = 100,000 hedged with −β·V; the benchmark gains 10 %, the spot β times that.
    let grown = 100_000 * beta * (1 + 0.1 * beta)
    #expect(isClose(grown - 100_000 * beta * 1.1, linear, 1e-9))
    // A beta-1 inverse of a fixed dollar size does not grow at all.
    #expect(isClose(grown - 100_000 * beta, inverse))
  }
}

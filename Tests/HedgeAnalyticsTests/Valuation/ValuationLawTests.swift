import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct ValuationLawTests {
  @Test("doubling every quantity doubles the dollars and leaves betas, drift and ratio alone")
  func scaling() throws {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<20 {
      let single = AttributionTests.book(&generator)
      var double = single
      let strategy = single.strategies[0]
      double.strategies = []
      double.strategy(
        "core", strategy.holdings.map { Book.holding($0.asset, $0.quantity * 2) },
        strategy.legs.map { $0.with(contracts: $0.contracts * 2, entryPrice: $0.entryPrice) },
        ratio: strategy.policy.aim.value)
      double.accounts = single.accounts.map { $0.with(balances: $0.balances.mapValues { $0 * 2 }) }
      let (small, large) = (single.evaluate(), double.evaluate())
      let (left, right) = (small.strategies[0], large.strategies[0])
      for figure in [\StrategyFigures.spotValue, \.legNotional, \.unrealisedProfit] {
        #expect(right[keyPath: figure].isClose(to: 2 * (left[keyPath: figure].value ?? .nan)))
      }
      for figure in [\NetBetaFigures.netBeta, \.spotBeta, \.drift, \.netBetaOverEquity, \.driftStandardError] {
        #expect(right.netBeta[keyPath: figure].isClose(to: left.netBeta[keyPath: figure].value ?? .nan))
      }
      #expect(large.accounts[0].normalisedRatio.isClose(to: small.accounts[0].normalisedRatio.value ?? .nan))
      #expect(large.accounts[0].equity.isClose(to: 2 * (small.accounts[0].equity.value ?? .nan)))
    }
  }

  @Test("net beta is the sum of the contributions; weights sum to one")
  func contributions() throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<50 {
      let figures = AttributionTests.book(&generator).evaluate().strategies[0]
      let sum =
        figures.holdings.compactMap(\.contribution.value).reduce(0, +)
        + figures.legs.compactMap(\.contribution.value).reduce(0, +)
      #expect(figures.netBeta.netBeta.isClose(to: sum))
      #expect(isClose(figures.holdings.compactMap(\.weight.value).reduce(0, +), 1))
    }
  }

  @Test("after its suggestions are traded a book is on its target, but for what rounding leaves")
  func suggestionsReachTarget() throws {
    var generator = SeededGenerator(seed: 77)
    for round in 0..<50 {
      let book = AttributionTests.book(&generator)
      let ratio = Decimal.exact(((generator.uniform(0...1) * 100).rounded() / 100).description)
      let preview = try #require(
        HedgePreviewing.preview(book.input, strategy: "core", hedgeRatio: ratio).value, "round \(round)")
      let left = preview.trades.reduce(0) { $0 + $1.residualBeta }
      let drift = try #require(preview.after.netBeta.drift.value)
      #expect(abs(drift - left) < 1e-3 || preview.trades.isEmpty, "round \(round): drift \(drift), residual \(left)")
    }
  }

  @Test(
    "unknown in, unknown out: each missing market takes with it what needs it, and never becomes zero",
    arguments: [
      Book.spot("BTC"), Book.spot("ETH"), Book.perpetual("BTC"), Book.perpetual("ETH"),
    ])
  func unknownPropagates(missing: InstrumentID) throws {
    var generator = SeededGenerator(seed: 13)
    var book = AttributionTests.book(&generator)
    book.missingMarkets = [missing]
    let portfolio = book.evaluate()
    let figures = portfolio.strategies[0]
    let isSpot = missing.venue == "spot"
    #expect((figures.spotValue.value == nil) == isSpot)
    #expect((figures.legNotional.value == nil) == !isSpot)
    for figure in [\NetBetaFigures.netBeta, \.drift, \.netBetaOverEquity, \.driftStandardError, \.achievedHedgeRatio] {
      #expect(figures.netBeta[keyPath: figure].value == nil, "\(missing)")
    }
    #expect(figures.suggestions.isEmpty)
    #expect(figures.suggestionsUnavailable != nil)
    for leg in figures.legs where leg.id.instrument == missing {
      for figure in [
        \LegFigures.mark, \.notional, \.unrealisedProfit, \.maintenanceMargin, \.liquidationPrice, \.basis,
      ] {
        #expect(leg[keyPath: figure].value == nil)
      }
    }
    if !isSpot {
      #expect(portfolio.accounts[0].equity.value == nil)
      #expect(portfolio.accounts[0].liquidatingBenchmarkMove.value == nil)
      let others = figures.legs.filter { $0.id.instrument != missing }
      #expect(others.allSatisfy { $0.notional.value != nil && $0.liquidationPrice.value == nil })
    }
    let others = figures.holdings.filter { $0.instrument != missing && $0.origin == .spot }
    #expect(others.allSatisfy { $0.value.value != nil && $0.betaDollars.value != nil })
  }

  @Test("a stale input marks every figure built on it, and only those")
  func stalePropagates() {
    var generator = SeededGenerator(seed: 15)
    var book = AttributionTests.book(&generator)
    book.staleMarkets = [Book.perpetual("ETH")]
    let figures = book.evaluate().strategies[0]
    #expect(!figures.spotValue.isStale)
    #expect(figures.legNotional.isStale)
    #expect(figures.netBeta.netBeta.isStale && figures.netBeta.drift.isStale)
    #expect(figures.netBeta.target.isFresh)
    #expect(figures.netBeta.verdict == .stale)
    #expect(figures.legs.map(\.notional.isStale) == [false, true, false, false])
  }

  @Test("an impossible mark is invalid, not a price", arguments: [0, -1, Double.nan, .infinity])
  func invalidMark(mark: Double) {
    var book = NetBetaValuationTests.bitcoin()
    book.marks[Book.perpetual("BTC")] = mark
    let figures = book.evaluate().strategies[0]
    #expect(figures.legs[0].mark.unknownReason?.kind == .invalid)
    #expect(figures.netBeta.drift.value == nil)
  }

  @Test("a stated beta has no standard error, so the noise of the drift is unknown; the verdict is not")
  func overrides() {
    var book = Book()
    book.list("BTC", price: 50_000)
    book.list("ETH", price: 2_500, beta: 1.2, error: 0.1)
    book.future("BTC", mark: 50_000)
    book.account(balances: ["USD": 10_000])
    book.strategy("core", [Book.holding("ETH", 40)], [Book.leg("BTC", -1, entry: 50_000)])
    let estimated = book.evaluate().strategies[0].netBeta
    #expect(estimated.driftStandardError.isClose(to: 0.1))
    #expect(estimated.drift.isClose(to: 0.1))
    #expect(estimated.isWithinNoise.value == true)
    book.strategies = []
    book.strategy(
      "core", [Book.holding("ETH", 40)], [Book.leg("BTC", -1, entry: 50_000)], overrides: ["ETH": 1])
    let stated = book.evaluate().strategies[0].netBeta
    #expect(stated.driftStandardError.unknownReason?.kind == .undefined)
    #expect(stated.verdict == .inBand)
    #expect(stated.drift.isClose(to: 0))
  }

  @Test("legs on a coin hedge it: the error of its beta counts once, on the net value")
  func netError() {
    var book = Book()
    book.list("BTC", price: 50_000)
    book.list("ETH", price: 2_500, beta: 1.2, error: 0.1)
    book.future("ETH", mark: 2_500)
    book.account(balances: ["USD": 10_000])
    book.strategy("core", [Book.holding("ETH", 40)], [Book.leg("ETH", -30, entry: 2_500)], mode: .sameAsset)
    #expect(book.evaluate().strategies[0].netBeta.driftStandardError.isClose(to: 0.025))
  }

  @Test("a coin without a leg is said in same-asset mode; the other coins are still hedged")
  func coinWithoutLeg() {
    var book = Book()
    book.list("BTC", price: 50_000)
    book.list("ETH", price: 2_500, beta: 1.2)
    book.future("BTC", mark: 50_000)
    book.account(balances: ["USD": 10_000])
    book.strategy(
      "core", [Book.holding("BTC", 2), Book.holding("ETH", 40)], [Book.leg("BTC", 0)], mode: .sameAsset)
    let figures = book.evaluate().strategies[0]
    #expect(figures.suggestions.map(\.contracts) == [-1])
    #expect(figures.suggestionsUnavailable?.detail.contains("ETH") == true)
  }

  @Test("several legs on one coin: positions of the wrong sign are closed before new ones are opened")
  func severalLegs() {
    var book = Book()
    book.list("BTC", price: 50_000)
    book.future("BTC", mark: 50_000)
    book.future("BTC", mark: 50_000, kind: .dated(expiry: Book.now + .days(30)), venue: "dated")
    book.account(balances: ["USD": 10_000])
    book.strategy(
      "core", [Book.holding("BTC", 4)],
      [Book.leg("BTC", -1, entry: 50_000), Book.leg("BTC", -3, entry: 50_000, venue: "dated")],
      mode: .sameAsset)
    let trades = book.evaluate().strategies[0].suggestions
    #expect(trades.map(\.contracts) == [1, 1])
    #expect(trades.map(\.leg.instrument.venue) == ["perp", "dated"])
  }

  @Test("a breach no tradable quantity mends is said: too small for the venue")
  func tooSmall() {
    var book = Book()
    book.list("BTC", price: 50_000)
    book.future("BTC", mark: 50_000, minimumQuantity: 10)
    book.account(balances: ["USD": 10_000])
    book.strategy("core", [Book.holding("BTC", 4)], [Book.leg("BTC", 0)])
    let figures = book.evaluate().strategies[0]
    #expect(figures.netBeta.verdict == .breach)
    #expect(figures.suggestions.isEmpty)
    #expect(figures.suggestionsUnavailable?.detail.contains("minimum of 10") == true)
    #expect(
      HedgePreviewing.preview(book.input, strategy: "core", hedgeRatio: .exact("0.5")).value?.trades.isEmpty == true)
  }

  @Test("benchmark mode without a leg in the future it names refuses, and says which")
  func noBenchmarkLeg() {
    var book = NetBetaValuationTests.bitcoin()
    book.strategies[0] = book.strategies[0].with(legs: [])
    let figures = book.evaluate().strategies[0]
    #expect(figures.suggestionsUnavailable?.kind == .notConfigured)
    #expect(figures.suggestionsUnavailable?.detail.contains("perp:BTC") == true)
    #expect(HedgePreviewing.preview(book.input, strategy: "core", hedgeRatio: 1).value == nil)
    #expect(HedgePreviewing.preview(book.input, strategy: "gone", hedgeRatio: 1).unknownReason?.kind == .notConfigured)
  }

  @Test("the day's change, per coin, for the spot and for the benchmark, composite or not")
  func changes() throws {
    var book = Book()
    book.list("BTC", price: 55_000)
    book.list("ETH", price: 2_000, beta: 1.2)
    book.dayAgoPrices = [Book.spot("BTC"): 50_000, Book.spot("ETH"): 2_500]
    book.strategy("core", [Book.holding("BTC", 1), Book.holding("ETH", 10)], [])
    var figures = book.evaluate()
    #expect(figures.strategies[0].holdings[0].change.isClose(to: 0.1))
    #expect(figures.strategies[0].spotChange.isClose(to: 75_000.0 / 75_000 - 1))
    #expect(figures.benchmarkPrice.isClose(to: 55_000) && figures.benchmarkChange.isClose(to: 0.1))
    book.benchmark = try #require(RollingBetasTests.composite)
    book.betas["BTC"] = BetaEstimate(source: .regression, beta: 0.84)
    figures = book.evaluate()
    #expect(figures.benchmarkPrice.unknownReason?.kind == .undefined)
    #expect(figures.benchmarkChange.isClose(to: -0.05))
    #expect(figures.strategies[0].holdings[0].beta.value?.beta == 0.84)
    book.dayAgoPrices = [:]
    #expect(book.evaluate().benchmarkChange.value == nil)
  }

  @Test("equal inputs give equal figures")
  func pure() {
    var generator = SeededGenerator(seed: 2)
    let input = AttributionTests.book(&generator).input
    #expect(PortfolioValuation.evaluate(input) == PortfolioValuation.evaluate(input))
  }
}

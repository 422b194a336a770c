import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct PlannedValuationTests {
  /// One change of the input each, so that a plan kept too long would show.
  static let changes: [(name: String, apply: @Sendable (inout Book) -> Void)] = [
    ("nothing", { _ in }),
    ("price", { $0.prices["ETH"]? *= 1.1 }),
    ("mark", { $0.marks[Book.perpetual("SOL")]? *= 0.9 }),
    ("staleness", { $0.staleMarkets = [Book.spot("BTC")] }),
    ("beta", { $0.betas["ETH"] = BetaEstimate(source: .regression, beta: 3, standardError: 0.1) }),
    ("missing beta", { $0.betas["SOL"] = nil }),
    ("day before", { $0.dayAgoPrices = [Book.spot("ETH"): 12] }),
    (
      "payments",
      { book in
        let id = LegID(strategy: "core", instrument: Book.perpetual("ETH"), account: "main")
        book.accruedFunding[id] = AccruedFunding(amount: .stated(7), since: Book.now)
      }
    ),
    ("wallet", { $0.accounts[0] = $0.accounts[0].with(balances: ["USD": 5_000, "ETH": 3]) }),
    ("holdings", { $0.strategies[0] = $0.strategies[0].holding([Book.holding("SOL", 5)]) }),
    ("legs", { $0.strategies[0] = $0.strategies[0].with(legs: [Book.leg("ETH", -2, entry: 10)]) }),
    ("review", { $0.baselines = [:] }),
    ("specification", { $0.instruments[Book.perpetual("ETH")] = nil }),
  ]

  @Test("figures are the same with what is remembered of the input before and without", arguments: changes.indices)
  func sameFigures(_ index: Int) {
    var generator = SeededGenerator(seed: UInt64(index) + 1)
    var book = AttributionTests.book(&generator)
    book.baselines["core"] = ReviewBaseline(
      capturing: book.strategies[0], from: book.input, at: Book.now - .hours(1))
    let before = book.input
    Self.changes[index].apply(&book)
    let changed = Self.keepingPlaces(of: before, book.input)
    var valuation = PlannedValuation()
    let first = valuation.evaluate(before)
    let second = valuation.evaluate(changed)
    #expect(second == PortfolioValuation.evaluate(changed))
    #expect((first == second) == (index == 0), "\(Self.changes[index].name) changes something")
    #expect(valuation.evaluate(before) == first)
  }

  @Test("an instrument that appears takes its place")
  func newcomer() {
    var generator = SeededGenerator(seed: 5)
    var book = AttributionTests.book(&generator)
    book.missingMarkets = [Book.spot("ETH"), Book.perpetual("SOL")]
    var valuation = PlannedValuation()
    #expect(valuation.evaluate(book.input).strategies[0].spotValue.value == nil)
    book.missingMarkets = []
    let figures = valuation.evaluate(book.input)
    #expect(figures.strategies[0].spotValue.isFresh && figures == book.evaluate())
  }

  /// `input` with its markets in the places of `before`, as the store's are from one second to the next.
  private static func keepingPlaces(of before: ValuationInput, _ input: ValuationInput) -> ValuationInput {
    let layout = before.markets.layout
    var kept = input
    kept.markets = MarketTable(
      layout, layout.instruments.map { input.markets[$0] ?? InstrumentMarket(unknown: $0) })
    return kept
  }
}

extension Strategy {
  fileprivate func holding(_ holdings: [Holding]) -> Strategy {
    Strategy(name: name, kind: kind, holdings: holdings, legs: legs, policy: policy)
  }
}

import FoundationEssentials
import HedgeModel
import Testing

@testable import HedgeAnalytics

@Suite struct TransitionPlanningTests {
  /// 10 BTC at 50,000 and 40 ETH at 2,500, hedged at 0.3 with a future each.
  private func book(btc: Decimal = 10, eth: Decimal = 40, short: String = "-3") -> Book {
    var book = Book()
    book.list("BTC", price: 50_000, beta: 1)
    book.list("ETH", price: 2_500, beta: 1.2)
    book.future("BTC", mark: 50_000, lot: "0.001")
    book.future("ETH", mark: 2_500, lot: "0.001")
    book.account()
    book.strategy(
      "core",
      [Book.holding("BTC", btc)] + (eth > 0 ? [Book.holding("ETH", eth)] : []),
      [Book.leg("BTC", .exact(short)), Book.leg("ETH", -12)], ratio: .exact("0.3"), mode: .sameAsset)
    return book
  }

  private func plan(_ intent: TransitionIntent, _ book: Book) throws -> Reading<TransitionPlan> {
    let figures = try #require(book.evaluate().strategies.first)
    return TransitionPlanning.plan(intent, of: figures, in: book.input)
  }

  @Test("the whole of a coin is moved when no quantity is stated, as the figures have it")
  func whole() throws {
    let plan = try #require(plan(TransitionIntent(from: "BTC", to: "ETH", steps: 5), book()).value)
    #expect(plan.request.quantity == 10 && plan.steps.count == 5 && plan.refusal == nil)
    #expect(plan.request.from.price == 50_000 && plan.request.to?.beta == 1.2)
    #expect(plan.steps.last?.after.sold == 10)
    #expect(abs(plan.request.rest.value) < 1e-6)
  }

  @Test("what was moved is gone from the holdings: the rest goes over the steps not wholly done, numbered on")
  func progress() throws {
    let intent = TransitionIntent(from: "BTC", to: "ETH", quantity: 10, moved: 4, steps: 5)
    let plan = try #require(plan(intent, book(btc: 6, eth: 120, short: "-1.8")).value)
    #expect(plan.request.stepsBefore == 2 && plan.request.moved == 4)
    #expect(plan.steps.map { $0.after.sold } == [2, 4, 6])
    let half = TransitionIntent(from: "BTC", to: "ETH", quantity: 10, moved: 5, steps: 5)
    let rest = try #require(try self.plan(half, book(btc: 5, eth: 140, short: "-1.5")).value)
    #expect(rest.request.stepsBefore == 2 && rest.steps.count == 3)
    #expect(rest.steps.last?.after.sold == 5)
  }

  @Test("a step rounded down to the lot counts as done")
  func lots() throws {
    let intent = TransitionIntent(from: "BTC", to: nil, quantity: 1, moved: .exact("0.33333"), steps: 3)
    let plan = try #require(plan(intent, book(btc: .exact("9.66667"))).value)
    #expect(plan.request.stepsBefore == 1 && plan.steps.count == 2)
    #expect(plan.steps.last?.after.sold == .exact("0.66667"))
  }

  @Test("without a quantity the total is what is held and what was moved; all moved is done, which is no mistake")
  func done() throws {
    let half = TransitionIntent(from: "BTC", to: "ETH", moved: 5, steps: 2)
    #expect(try plan(half, book(btc: 5)).value?.request.stepsBefore == 1)
    let all = TransitionIntent(from: "BTC", to: "ETH", quantity: 3, moved: 3, steps: 2)
    let reason = try #require(plan(all, book()).unknownReason)
    #expect(reason.kind == .undefined && reason.detail == "the transition is done: 3 BTC moved into ETH")
  }

  @Test("a coin not held yet is priced by its market, with the beta of its leg")
  func unheld() throws {
    let plan = try #require(plan(TransitionIntent(from: "BTC", to: "ETH", steps: 2), book(eth: 0)).value)
    #expect(plan.request.to?.price == 2_500 && plan.request.to?.beta == 1.2 && plan.request.to?.quantity == 0)
  }

  @Test("what is missing is a reason: a coin not held, a leg not configured, a price not come, a stale one")
  func reasons() throws {
    func reason(_ intent: TransitionIntent, _ change: (inout Book) -> Void = { _ in }) throws -> UnknownReason? {
      var book = book()
      change(&book)
      return try plan(intent, book).unknownReason
    }
    let intent = TransitionIntent(from: "BTC", to: "ETH", steps: 2)
    #expect(try reason(TransitionIntent(from: "SOL", to: "ETH", steps: 2))?.detail == "core holds no SOL")
    #expect(try reason(TransitionIntent(from: "BTC", to: "SOL", steps: 2))?.kind == .notConfigured)
    #expect(
      try reason(TransitionIntent(from: "BTC", to: "ETH", quantity: 11, steps: 2))?.detail.contains("at most 10")
        == true)
    #expect(try reason(intent) { $0.missingMarkets = [Book.spot("BTC")] }?.kind == .notReceived)
    let stale = try reason(intent) { $0.staleMarkets = [Book.spot("BTC")] }
    #expect(stale?.kind == .notReceived && stale?.detail.contains("stale") == true)
  }
}

import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import MarketData
import Testing

@testable import HedgeStore

@Suite("Market regime and moving betas")
@MainActor
struct RegimeTests {
  private static let noise = 0.06

  /// What the whole matrix says at once.
  private func batch(_ bars: [Asset: [Bar]]) -> Reading<MarketRegime> {
    let closes = (bars["BTC"] ?? []).map(\.close)
    let returns = MarketBook.coins.map { coin in
      let prices = Dictionary(uniqueKeysWithValues: (bars[coin] ?? []).map { ($0.close, $0.price ?? .nan) })
      return zip(closes, closes.dropFirst()).map {
        ReturnSeries.value(from: prices[$0] ?? .nan, to: prices[$1] ?? .nan, .log)
      }
    }
    return MarketRegime.judge(
      returns: returns.flatMap { $0 }, seriesCount: returns.count, benchmark: returns[0], window: RegimeDesk.window)
  }

  @Test("bar by bar the regime is that of all bars at once", arguments: [0.06, 0.3, 0.001], [0, 1, 40])
  func incremental(noise: Double, live: Int) throws {
    let bars = MarketBook.bars(days: 150, endingAt: Book.start, noise: { _ in noise })
    let fixture = try MarketBook.store(MarketBook.portfolio([BetaPolicy()]), bars, live: live)
    let shown = try #require(fixture.snapshot.regime?.value)
    let expected = try #require(batch(bars).value)
    #expect(shown.rule == expected.rule && shown.evidence.history == expected.evidence.history)
    #expect(abs(shown.evidence.average - expected.evidence.average) < 1e-12)
    #expect(abs((shown.evidence.median ?? -1) - (expected.evidence.median ?? -1)) < 1e-12)
    #expect(abs((shown.evidence.volatilityRatio ?? -1) - (expected.evidence.volatilityRatio ?? -1)) < 1e-12)
    #expect(fixture.snapshot.regime?.provenance?.asOf == Book.start)
  }

  @Test("the regime is unknown without bars, stale when bars are missing, and nil without strategies")
  func unknown() throws {
    let fixture = try StoreFixture(MarketBook.portfolio([BetaPolicy()]))
    fixture.store.refresh()
    #expect(fixture.snapshot.regime?.unknownReason?.kind == .notReceived)
    #expect(try StoreFixture(MarketBook.portfolio([])).snapshot.regime == nil)
    let bars = MarketBook.bars(days: 150, endingAt: Book.start)
    let loaded = try MarketBook.store(MarketBook.portfolio([BetaPolicy()]), bars, live: 1)
    #expect(loaded.snapshot.regime?.isFresh == true)
    loaded.pass(.days(3))
    #expect(loaded.snapshot.regime?.isStale == true)
  }

  @Test("a coin whose beta is stated as 0 is no evidence of a regime")
  func resting() throws {
    let bars = MarketBook.bars(days: 150, endingAt: Book.start, betas: { _ in [1, 1.2, 1.6, 0] })
    let policy = BetaPolicy(overrides: ["ADA": 0])
    let shown = try MarketBook.store(MarketBook.portfolio([policy]), bars, live: 2).snapshot.regime?.value
    let diluted = try MarketBook.store(MarketBook.portfolio([BetaPolicy()]), bars, live: 2).snapshot.regime?.value
    #expect(try #require(shown).evidence.average > 0.8)
    #expect(try #require(diluted).evidence.average < 0.6)
  }

  private static func review(beta: Double? = nil, regime: Bool = false) -> ReviewTriggers {
    ReviewTriggers(
      interval: nil, benchmarkMove: nil, spotValueChange: nil, betaChange: beta, regimeChange: regime)
  }

  @Test("another regime than at the review makes one due, until it is reviewed")
  func regimeChange() throws {
    let bars = MarketBook.bars(days: 160, endingAt: Book.start, noise: { $0 < 120 ? Self.noise : 0.0001 })
    var before: MarketRegime.Word?
    let fixture = try MarketBook.store(
      MarketBook.portfolio([BetaPolicy()], review: Self.review(regime: true)), bars, live: 40
    ) {
      before = $0.snapshot.regime?.value?.word
      #expect($0.snapshot.dueReviews.isEmpty)
    }
    let old = try #require(before)
    #expect(old != .stress)
    #expect(fixture.snapshot.dueReviews["0"] == [.regimeChange(from: old, to: .stress)])
    let alert = try #require(fixture.snapshot.alerts.first { $0.id == "review/regime-change/0" && $0.isActive })
    #expect(alert.message == "0: review due, regime stress since the last, which was in \(old.rawValue)")
    fixture.store.send(.decide(.review(strategy: "0")))
    fixture.pass(.seconds(1))
    #expect(fixture.snapshot.dueReviews.isEmpty)
    #expect(!fixture.snapshot.alerts.contains { $0.id == "review/regime-change/0" && $0.isActive })
  }

  @Test("a beta that has moved by more errors than allowed makes a review due, which names the coin and both betas")
  func betaChange() throws {
    let bars = MarketBook.bars(days: 160, endingAt: Book.start, betas: { [1, $0 < 120 ? 1.2 : 3, 1.6, 0.8] })
    var before: Double?
    let fixture = try MarketBook.store(
      MarketBook.portfolio([BetaPolicy(lookback: 60)], review: Self.review(beta: 2)), bars, live: 40
    ) {
      before = $0.strategy.holdings.first { $0.asset == "ETH" }?.beta.value?.beta
      #expect($0.snapshot.dueReviews.isEmpty)
    }
    guard case .betaChange(let shift)? = fixture.snapshot.dueReviews["0"]?.first else {
      Issue.record("\(fixture.snapshot.dueReviews)")
      return
    }
    #expect(shift.asset == "ETH" && shift.before == before && shift.standardErrors > 2)
    #expect(shift.after == fixture.strategy.holdings.first { $0.asset == "ETH" }?.beta.value?.beta)
    #expect(fixture.snapshot.alerts.contains { $0.id == "review/beta-change/0" && $0.message.contains("beta of ETH") })
    fixture.store.send(.decide(.review(strategy: "0")))
    fixture.pass(.seconds(1))
    #expect(fixture.snapshot.dueReviews.isEmpty)
  }

  @Test("triggers that are off raise nothing; another method is no change of beta")
  func noChange() throws {
    let bars = MarketBook.bars(
      days: 160, endingAt: Book.start, noise: { $0 < 120 ? Self.noise : 0.0001 },
      betas: { [1, $0 < 120 ? 1.2 : 3, 1.6, 0.8] })
    let off = try MarketBook.store(MarketBook.portfolio([BetaPolicy()], review: Self.review()), bars, live: 40)
    #expect(off.snapshot.dueReviews.isEmpty)
    let fixture = try MarketBook.store(
      MarketBook.portfolio([BetaPolicy(lookback: 150)], review: Self.review(beta: 0.01)), bars, live: 0)
    let faster = MarketBook.portfolio([BetaPolicy(method: BetaMethod(.exponential))], review: Self.review(beta: 0.01))
    fixture.store.send(
      .reconfigure(
        StoreSettings(
          portfolio: faster, feeds: [FakeFeed.standard], alertPolicy: AlertPolicy(), startedAt: Book.start)))
    fixture.store.refresh()
    #expect(fixture.snapshot.dueReviews.isEmpty)
  }
}

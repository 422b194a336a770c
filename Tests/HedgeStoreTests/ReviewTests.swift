import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import MarketData
import Testing

@testable import HedgeStore

@Suite("Reviews")
@MainActor
struct ReviewTests {
  @Test("drift is attributed since the first complete figures, and the parts add up to it")
  func attribution() throws {
    let fixture = try StoreFixture()
    fixture.priceAll(except: [Book.eth])
    #expect(fixture.netBeta.attribution.value == nil)
    fixture.priceAll()
    #expect(fixture.netBeta.drift.value.map { abs($0) < 1e-12 } == true)
    fixture.pass(.seconds(1))
    fixture.price(Book.eth, 3000)
    fixture.store.refresh()
    fixture.fill(-1)
    fixture.setRatio(1)
    let drift = try #require(fixture.netBeta.drift.value)
    let parts = try #require(fixture.netBeta.attribution.value)
    #expect(abs(parts.total - drift) < 1e-12)
    #expect(parts.prices > 0 && parts.fills < 0 && parts.target > 0 && parts.betas == 0)
  }

  @Test("a review makes now the point that drift is explained from")
  func review() throws {
    let fixture = try StoreFixture()
    fixture.priceAll()
    fixture.fill(1)
    fixture.pass(.seconds(2), pricing: true)
    fixture.store.send(.decide(.review(strategy: Book.strategy)))
    let parts = try #require(fixture.netBeta.attribution.value)
    #expect(parts.since == fixture.clock.now())
    #expect(parts.total == 0 && parts.fills == 0)
  }

  @Test("a review is due after its interval, and after the benchmark or the spot value has moved; a review ends it")
  func due() throws {
    let fixture = try StoreFixture(
      Book.portfolio(review: ReviewTriggers(interval: .hours(1), benchmarkMove: 0.05, spotValueChange: 0.1)))
    fixture.priceAll()
    #expect(fixture.snapshot.dueReviews.isEmpty)
    fixture.pass(.hours(1) + .seconds(1), pricing: true)
    #expect(fixture.snapshot.dueReviews[Book.strategy] == [.interval(since: Book.start)])
    fixture.clock.advance(by: .seconds(1))
    fixture.priceAll(factor: 1.2)
    let reasons = try #require(fixture.snapshot.dueReviews[Book.strategy])
    #expect(reasons.count == 3)
    fixture.store.send(.decide(.review(strategy: Book.strategy)))
    fixture.clock.advance(by: .seconds(1))
    fixture.priceAll(factor: 1.2)
    #expect(fixture.snapshot.dueReviews.isEmpty)
  }

  @Test("funding that turns around since the review is told as reversed, and a review makes it the new direction")
  func reversal() throws {
    let fixture = try StoreFixture()
    func funding(_ rate: Double) throws {
      let value = try #require(FundingRate(rate: rate, interval: .hours(8), nextStamp: nil))
      fixture.post(.funding(value), of: Book.perpetual, fixture.clock.now())
    }
    try funding(0.0001)
    fixture.priceAll()
    #expect(!fixture.strategy.legs[0].funding.hasReversed)
    fixture.clock.advance(by: .seconds(1))
    try funding(-0.0001)
    fixture.priceAll()
    #expect(fixture.strategy.legs[0].funding.hasReversed)
    #expect(fixture.snapshot.alerts.contains { $0.id.hasPrefix("funding/") && $0.isActive })
    fixture.store.send(.decide(.review(strategy: Book.strategy)))
    fixture.pass(.seconds(1), pricing: true)
    #expect(!fixture.strategy.legs[0].funding.hasReversed)
    #expect(!fixture.snapshot.alerts.contains { $0.id.hasPrefix("funding/") && $0.isActive })
  }
}

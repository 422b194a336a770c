import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import MarketData
import Testing

@testable import HedgeStore

@Suite("Values grow old")
@MainActor
struct AgeingTests {
  @Test("with nothing arriving, figures stay fresh up to the limit, are stale beyond it, and never become fresh again")
  func ageing() throws {
    let fixture = try StoreFixture()
    fixture.priceAll()
    #expect(fixture.netBeta.verdict == .inBand)
    for second in 1...40 {
      fixture.pass(.seconds(1))
      let isStale = second > 10
      #expect(fixture.netBeta.drift.isStale == isStale, "after \(second) s")
      #expect(fixture.netBeta.verdict == (isStale ? .stale : .inBand), "after \(second) s")
      #expect(fixture.snapshot.feeds[0].isHealthy == !isStale, "after \(second) s")
    }
    fixture.priceAll()
    #expect(fixture.netBeta.verdict == .inBand)
    #expect(fixture.snapshot.feeds[0].isHealthy)
  }

  @Test("one stale price makes the figures on it stale, though the others arrive", arguments: Book.all.dropLast())
  func oneStale(instrument: InstrumentID) throws {
    let fixture = try StoreFixture()
    fixture.priceAll()
    for _ in 1...11 {
      fixture.clock.advance(by: .seconds(1))
      fixture.priceAll(except: [instrument])
    }
    #expect(fixture.netBeta.verdict == .stale)
    #expect(fixture.snapshot.feeds[0].isHealthy)
    #expect(fixture.snapshot.decisionLocks[Book.strategy] != nil)
  }

  @Test("an older update never replaces a newer one")
  func order() throws {
    let fixture = try StoreFixture()
    fixture.priceAll()
    fixture.pass(.seconds(5))
    fixture.price(Book.btc, 51_000)
    fixture.store.refresh()
    fixture.price(Book.btc, 10, at: Book.start + .seconds(4))
    fixture.store.refresh()
    #expect(fixture.strategy.holdings[0].price.value == 51_000)
    fixture.price(Book.btc, 52_000)
    fixture.store.refresh()
    #expect(fixture.strategy.holdings[0].price.value == 52_000, "of two with the same instant the later one counts")
  }

  @Test("a value dated in the future counts as of its arrival: it ages, and true ones replace it")
  func future() throws {
    let fixture = try StoreFixture()
    fixture.priceAll(except: [Book.btc])
    fixture.price(Book.btc, 49_000, at: Book.start + .days(365))
    fixture.store.refresh()
    #expect(fixture.netBeta.drift.isFresh)
    fixture.pass(.seconds(1))
    fixture.price(Book.btc, 50_000)
    fixture.store.refresh()
    #expect(fixture.strategy.holdings[0].price.value == 50_000)
    fixture.price(Book.btc, 49_000, at: Book.start + .days(365))
    fixture.pass(.seconds(11))
    fixture.pass(.seconds(11))
    #expect(fixture.strategy.holdings[0].price.isStale)
    #expect(!fixture.snapshot.feeds[0].isHealthy)
  }

  @Test("a price that never came makes the strategy's figures unknown with that reason, and never zero")
  func missing() throws {
    for instrument in [Book.btc, Book.eth, Book.perpetual] {
      let fixture = try StoreFixture()
      fixture.priceAll(except: [instrument])
      let reason = try #require(fixture.netBeta.drift.unknownReason)
      #expect(reason.kind == .notReceived)
      #expect(reason.detail.contains("\(instrument)"))
      #expect(fixture.netBeta.netBeta.value == nil)
      #expect(fixture.netBeta.verdict == .unknown(reason))
      #expect(fixture.snapshot.decisionLocks[Book.strategy] == reason.detail)
      #expect(fixture.strategy.suggestions.isEmpty && fixture.strategy.suggestionsUnavailable != nil)
      if instrument != Book.perpetual { #expect(fixture.strategy.spotValue.value == nil) }
      let kept = try #require(fixture.snapshot.histories[Book.strategy]?.samples.last)
      #expect(kept.netBeta == nil && kept.drift == nil)
    }
  }

  @Test("before anything arrives nothing is known, and nothing is claimed")
  func empty() throws {
    let fixture = try StoreFixture()
    fixture.store.refresh()
    #expect(fixture.netBeta.drift.value == nil && fixture.strategy.spotValue.value == nil)
    #expect(fixture.snapshot.figures.benchmarkPrice.value == nil)
    #expect(!fixture.snapshot.feeds[0].isHealthy)
    #expect(fixture.snapshot.feeds[0].words.hasPrefix("connecting"))
  }

  @Test("the clock of the store never runs backwards")
  func backwards() throws {
    let fixture = try StoreFixture()
    fixture.priceAll()
    fixture.pass(.seconds(5))
    fixture.clock.set(to: Book.start - .days(1))
    fixture.store.refresh()
    #expect(fixture.snapshot.now == Book.start + .seconds(5))
  }

  @Test("a feed that says it failed stays failed, in words, until it says it is connected")
  func failing() throws {
    let fixture = try StoreFixture()
    fixture.priceAll()
    let inbox = fixture.store.lines[0].inbox
    inbox.post(.signal(.failed(message: "refused\u{1B}[2J", retryAt: fixture.clock.now() + .seconds(4))))
    fixture.pass(.seconds(1))
    #expect(!fixture.snapshot.feeds[0].isHealthy)
    #expect(fixture.snapshot.feeds[0].words.hasPrefix("failed: refused"))
    #expect(!fixture.snapshot.feeds[0].words.contains("\u{1B}"))
    inbox.post(.signal(.connected))
    fixture.pass(.seconds(1), pricing: true)
    #expect(fixture.snapshot.feeds[0].isHealthy)
  }
}

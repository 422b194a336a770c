import FoundationEssentials
import HedgeModel
import Testing

@testable import MarketData

@Suite struct SimulatedFeedTests {
  static let start = Timestamp(milliseconds: 1_700_000_000_000)
  private let inbox = Inbox()

  private func id(_ symbol: String) -> InstrumentID { InstrumentID(venue: "simulated", symbol: symbol) }

  private func feed(regimes: SimulatedConfiguration.Regimes = .switching) -> SimulatedFeed {
    SimulatedFeed(configuration: SimulatedConfiguration(seed: 21, start: Self.start, regimes: regimes))
  }

  @Test("the label says that nothing here is a market price")
  func label() {
    #expect(feed().identity.label == "SIMULATED")
    #expect(!feed().identity.isLive)
    let fast = SimulatedConfiguration(start: Self.start, speed: 60)
    #expect(SimulatedFeed(configuration: fast).identity.label == "SIMULATED 60×")
    #expect(SimulatedFeed(configuration: fast).identity.staleAfter == .seconds(600))
    #expect(feed().identity.staleAfter == .seconds(10))
  }

  @Test("the specifications are complete and positive")
  func specifications() async throws {
    let instruments = try await feed().instruments()
    #expect(instruments.count == 22)
    #expect(Set(instruments.map(\.id)).count == 22)
    for instrument in instruments {
      #expect(instrument.multiplier > 0 && instrument.tickSize > 0 && instrument.lotStep > 0)
      #expect(instrument.quote == "USD")
    }
    let inverse = try #require(instruments.first { $0.convention == .inverse })
    #expect(inverse.id == id("BTC-INVERSE"))
    #expect(inverse.settlement == "BTC" && inverse.multiplier == 100)
    let intervals = Set(
      instruments.compactMap { instrument -> Duration? in
        guard case .perpetual(let interval) = instrument.kind else { return nil }
        return interval
      })
    #expect(intervals == [.hours(1), .hours(4), .hours(8)])
  }

  @Test("the dated future expires on a Friday at 08:00, at least 90 days ahead", arguments: 0..<20)
  func expiry(day: Int) {
    let opening = Self.start + .days(Double(day) * 0.77)
    let expiry = SimulatedVenue.expiry(after: opening)
    let ahead = (expiry - opening).inDays
    #expect((90..<97.01).contains(ahead))
    #expect((expiry.milliseconds / 86_400_000 + 4) % 7 == 5)
    #expect(expiry.milliseconds % 86_400_000 == 8 * 3_600_000)
  }

  @Test("only what was asked for is told")
  func subscription() {
    let feed = feed()
    feed.start([id("BTC"), id("NOPE\u{1B}")], into: inbox)
    feed.advance(to: Self.start + .hours(9))
    let contents = inbox.drain()
    #expect(Array(contents.latest.keys) == [id("BTC")])
    #expect(contents.latest[id("BTC")]?.mark == nil)
    #expect(contents.ordered.contains(.signal(.warning("the simulated venue does not list NOPE "))))
    let told = contents.ordered.allSatisfy { event in
      if case .bar(let instrument, _, _) = event { instrument == id("BTC") } else { true }
    }
    #expect(told)
  }

  @Test("nothing is told before the start, nor after stop")
  func silence() {
    let feed = feed()
    feed.start([id("BTC")], into: inbox)
    _ = inbox.drain()
    feed.advance(to: Self.start - .seconds(1))
    #expect(inbox.drain().isEmpty)
    feed.stop()
    feed.advance(to: Self.start + .hours(5))
    #expect(inbox.drain().isEmpty)
  }

  @Test("prices lie on the tick, the bid below and the ask above")
  func ticks() async throws {
    let feed = feed()
    let instruments = try await feed.instruments()
    feed.start(instruments.map(\.id), into: inbox)
    for minute in 0..<200 {
      feed.advance(to: Self.start + .seconds(minute * 61))
      let latest = inbox.drain().latest
      for instrument in instruments {
        let quote = try #require(latest[instrument.id]?.quote?.value)
        let (bid, ask) = (try #require(quote.bid), try #require(quote.ask))
        #expect(bid <= quote.price && quote.price <= ask && bid < ask, "\(instrument.id)")
        for price in [quote.price, bid, ask] {
          let steps = try #require(Decimal(exactly: "\(price)")) / instrument.tickSize
          #expect(steps == Decimal(Int(steps.inexact.rounded())), "\(price) of \(instrument.id)")
        }
      }
    }
  }

  @Test("the last bar of the history meets the first live price")
  func historyMeetsLive() async throws {
    let feed = feed(regimes: .calm)
    for symbol in ["BTC", "DOGE", "ETH-PERP", "BTC-INVERSE", "BTC-QUARTERLY"] {
      let request = HistoryRequest(instrument: id(symbol), interval: .hour, count: 48, end: Self.start)
      let bars = try await feed.history(request)
      #expect(bars.count == 48)
      feed.start([id(symbol)], into: inbox)
    }
    let bars = try await feed.history(
      HistoryRequest(instrument: id("BTC"), interval: .hour, count: 48, end: Self.start))
    #expect(zip(bars, bars.dropFirst()).allSatisfy { $1.close - $0.close == .hours(1) })
    let last = try #require(bars.last)
    #expect(Self.start - last.close < .hours(1))
    feed.start([id("BTC")], into: inbox)
    feed.advance(to: Self.start)
    let live = try #require(inbox.drain().latest[id("BTC")]?.quote?.value.price)
    #expect(abs(live / (last.price ?? 0) - 1) < 0.02)
  }

  @Test("day bars close at midnight UTC with the hour bar's price")
  func dayBars() async throws {
    let feed = feed()
    let days = try await feed.history(
      HistoryRequest(instrument: id("ETH"), interval: .day, count: 60, end: Self.start))
    let hours = try await feed.history(
      HistoryRequest(instrument: id("ETH"), interval: .hour, count: 60 * 24, end: Self.start))
    #expect(days.count == 60)
    let byClose = Dictionary(uniqueKeysWithValues: hours.map { ($0.close, $0.price) })
    for day in days.suffix(59) {
      #expect(day.close.milliseconds % 86_400_000 == 0)
      #expect(byClose[day.close] == day.price)
    }
  }

  @Test("history does not tell what has not happened")
  func noLookAhead() async throws {
    let feed = feed()
    let request = HistoryRequest(instrument: id("BTC"), interval: .hour, count: 3, end: Self.start + .days(30))
    #expect(try await feed.history(request).allSatisfy { $0.close <= Self.start })
    feed.start([], into: inbox)
    feed.advance(to: Self.start + .hours(10))
    let later = try await feed.history(request)
    #expect(later.count == 3 && later.allSatisfy { $0.close <= Self.start + .hours(10) })
    #expect(later.contains { $0.close > Self.start + .hours(9) })
  }

  @Test("history ends three years back instead of growing without end")
  func depth() async throws {
    let request = HistoryRequest(instrument: id("BTC"), interval: .day, count: .max, end: Self.start)
    #expect(try await feed().history(request).count == 1095)
  }

  @Test("an instrument that is not listed is an error that says what is")
  func unknown() async throws {
    let error = await #expect(throws: FeedError.self) {
      try await feed().history(HistoryRequest(instrument: id("X"), interval: .day, count: 1, end: Self.start))
    }
    #expect(
      error?.description.hasPrefix("simulated:X: is not listed by the simulated venue; it lists BTC, ETH") == true)
    let spot = await #expect(throws: FeedError.self) {
      try await feed().fundingHistory(of: id("BTC"), since: Self.start)
    }
    #expect(spot?.message == "has no funding; ask for a perpetual")
  }

  @Test("the dated future converges and falls silent after its expiry")
  func convergence() async throws {
    let feed = feed()
    let dated = id("BTC-QUARTERLY")
    feed.start([dated, id("BTC")], into: inbox)
    let expiry = SimulatedVenue.expiry(after: Self.start)
    feed.advance(to: Self.start)
    let first = inbox.drain().latest
    let early = try #require(first[dated]?.quote?.value.price) / #require(first[id("BTC")]?.quote?.value.price)
    #expect(early > 1.003)
    feed.advance(to: expiry)
    let atExpiry = inbox.drain().latest
    #expect(atExpiry[dated]?.quote?.value == atExpiry[id("BTC")]?.quote?.value)
    feed.advance(to: expiry + .seconds(1))
    let after = inbox.drain()
    #expect(after.latest[dated] == nil)
    #expect(after.ordered.contains(.signal(.warning("\(dated) expired at \(expiry.iso8601)"))))
    feed.advance(to: expiry + .seconds(2))
    #expect(inbox.drain().ordered.isEmpty)
  }
}

import HedgeModel
import MarketData
import Testing

@Suite struct SimulatedDeterminismTests {
  static let start = Timestamp(milliseconds: 1_700_000_000_000)

  /// Everything a feed tells up to 30 hours after the start, as the inbox holds it at the end.
  private func contents(seed: UInt64 = 7, stops: [Double]) async throws -> InboxContents {
    let feed = SimulatedFeed(configuration: SimulatedConfiguration(seed: seed, start: Self.start))
    let inbox = Inbox()
    feed.start(try await feed.instruments().map(\.id), into: inbox)
    for stop in stops { feed.advance(to: Self.start + .seconds(stop)) }
    return inbox.drain()
  }

  /// Ways to arrive 30 hours after the start.
  enum Pattern: String, CaseIterable {
    case everyMinute, unevenly, fasterAndFaster

    var stops: [Double] {
      switch self {
      case .everyMinute: Array(stride(from: 0, through: 108_000, by: 60))
      case .unevenly: [1, 1.5, 1.9, 3600, 3601, 90_000, 90_000, 108_000.999]
      case .fasterAndFaster: (0..<329).map { Double($0 * $0) } + [108_000]
      }
    }
  }

  @Test("the state at an instant does not depend on how the feed was driven there", arguments: Pattern.allCases)
  func independentOfCalls(pattern: Pattern) async throws {
    let direct = try await contents(stops: [108_000])
    let driven = try await contents(stops: pattern.stops)
    #expect(driven.ordered == direct.ordered)
    #expect(driven.latest.count == 22)
    for (instrument, expected) in direct.latest {
      let found = try #require(driven.latest[instrument])
      #expect(found.quote?.value == expected.quote?.value, "\(instrument)")
      #expect(found.quote?.at == Self.start + .seconds(108_000))
      #expect(found.mark?.value == expected.mark?.value)
      #expect(found.index?.value == expected.index?.value)
      #expect(found.funding?.value == expected.funding?.value)
    }
  }

  @Test("equal seeds give equal histories, others give others")
  func seeds() async throws {
    let request = HistoryRequest(
      instrument: InstrumentID(venue: "simulated", symbol: "ETH"), interval: .hour, count: 200, end: Self.start)
    func bars(_ seed: UInt64) async throws -> [Bar] {
      try await SimulatedFeed(configuration: SimulatedConfiguration(seed: seed, start: Self.start)).history(request)
    }
    let first = try await bars(1)
    #expect(try await bars(1) == first)
    #expect(try await bars(2) != first)
  }

  @Test("asking for history changes nothing that is told afterwards")
  func historyHasNoEffect() async throws {
    let asked = SimulatedFeed(configuration: SimulatedConfiguration(seed: 7, start: Self.start))
    let id = InstrumentID(venue: "simulated", symbol: "SOL")
    _ = try await asked.history(HistoryRequest(instrument: id, interval: .day, count: 90, end: Self.start))
    let inbox = Inbox()
    asked.start([id], into: inbox)
    asked.advance(to: Self.start + .seconds(108_000))
    let expected = try await contents(stops: [108_000]).latest[id]?.quote?.value
    #expect(inbox.drain().latest[id]?.quote?.value == expected)
  }

  @Test("an hour told second by second moves, and no faster than a market does")
  func continuity() async throws {
    let feed = SimulatedFeed(configuration: SimulatedConfiguration(seed: 3, start: Self.start, regimes: .calm))
    let id = InstrumentID(venue: "simulated", symbol: "BTC")
    let inbox = Inbox()
    feed.start([id], into: inbox)
    var prices: [Double] = []
    for second in 0..<3600 {
      feed.advance(to: Self.start + .seconds(second))
      if let price = inbox.drain().latest[id]?.quote?.value.price { prices.append(price) }
    }
    #expect(prices.count == 3600)
    #expect(Set(prices).count > 1000)
    let largest = zip(prices, prices.dropFirst()).map { abs($1 / $0 - 1) }.max() ?? 1
    #expect(largest < 0.001)
  }
}

import HedgeModel
import Testing

@testable import MarketData

@Suite struct SimulatedFundingTests {
  static let start = Timestamp(milliseconds: 1_700_000_000_000)
  private func id(_ symbol: String) -> InstrumentID { InstrumentID(venue: "simulated", symbol: symbol) }

  @Test(
    "the rate is the premium with the interest clamped towards it",
    arguments: [(0.0006, 0.0001), (0.001, 0.0005), (-0.001, -0.0005), (0, 0.0001), (-0.0004, 0.0001)])
  func clamp(premium: Double, rate: Double) {
    #expect(abs(SimulatedFunding.rate(premium: premium, hours: 8) - rate) < 1e-12)
    #expect(abs(SimulatedFunding.rate(premium: premium, hours: 1) - rate / 8) < 1e-8)
  }

  @Test("stamps come at whole intervals, one after the other", arguments: [("BTC", 8), ("SOL", 4), ("DOGE", 1)])
  func stamps(coin: String, hours: Int) async throws {
    let feed = SimulatedFeed(configuration: SimulatedConfiguration(seed: 2, start: Self.start))
    let perpetual = id("\(coin)-PERP")
    let since = Self.start - .days(10)
    let history = try await feed.fundingHistory(of: perpetual, since: since)
    #expect(abs(history.count - 240 / hours) <= 1)
    let inbox = Inbox()
    feed.start([perpetual], into: inbox)
    feed.advance(to: Self.start + .days(3))
    let live = inbox.drain().ordered.compactMap { event -> FundingStamp? in
      if case .fundingStamp(_, let stamp) = event { stamp } else { nil }
    }
    let all = history + live
    #expect(all.allSatisfy { $0.time.milliseconds % (Int64(hours) * 3_600_000) == 0 && $0.time > since })
    #expect(zip(all, all.dropFirst()).allSatisfy { $1.time - $0.time == .hours(Double(hours)) })
    #expect(try await feed.fundingHistory(of: perpetual, since: since) == all)
  }

  @Test("funding follows the basis: positive above spot, negative clearly below it")
  func followsBasis() async throws {
    let feed = SimulatedFeed(configuration: SimulatedConfiguration(seed: 2, start: Self.start))
    let stamps = try await feed.fundingHistory(of: id("DOGE-PERP"), since: Self.start - .days(365))
    let spot = try await closes(feed, "DOGE")
    let perpetual = try await closes(feed, "DOGE-PERP")
    var signs: Set<Bool> = []
    for stamp in stamps {
      guard let base = spot[stamp.time], let price = perpetual[stamp.time] else { continue }
      // The coin's tick is 0.8 bp of its price; leave a wide margin.
      let basis = price / base - 1
      if basis > 0.0004 { #expect(stamp.rate > 0) }
      if basis < -0.0009 { #expect(stamp.rate < 0) }
      signs.insert(stamp.rate < 0)
      #expect(stamp.markPrice == price)
    }
    #expect(signs.count == 2, "both signs occur in a year")
  }

  private func closes(_ feed: SimulatedFeed, _ symbol: String) async throws -> [Timestamp: Double] {
    let request = HistoryRequest(instrument: id(symbol), interval: .hour, count: 8760, end: Self.start)
    return try await feed.history(request).reduce(into: [:]) { $0[$1.close] = $1.price }
  }

  @Test("the current rate at the last second is nearly the one paid")
  func predicts() throws {
    let feed = SimulatedFeed(configuration: SimulatedConfiguration(seed: 2, start: Self.start, regimes: .stress))
    let inbox = Inbox()
    feed.start([id("SOL-PERP")], into: inbox)
    let stamp = Timestamp(milliseconds: (Self.start.milliseconds / 14_400_000 + 1) * 14_400_000)
    feed.advance(to: stamp - .seconds(1))
    let funding = try #require(inbox.drain().latest[id("SOL-PERP")]?.funding?.value)
    #expect(funding.nextStamp == stamp)
    #expect(funding.interval == .hours(4))
    feed.advance(to: stamp)
    let contents = inbox.drain()
    let paid = contents.ordered.compactMap { event -> Double? in
      if case .fundingStamp(_, let stamp) = event { stamp.rate } else { nil }
    }
    #expect(paid.count == 1)
    #expect(abs((paid.first ?? 0) - funding.rate) < 2e-5)
    #expect(contents.latest[id("SOL-PERP")]?.funding?.value.nextStamp == stamp + .hours(4))
  }
}

import Alerting
import HedgeAnalytics
import HedgeModel
import HedgeStore
import Journal
import MarketData
import Testing

@testable import HedgeConfiguration
@testable import hedgetop

/// The sample portfolio on the simulated market: what two rooms state must be the same fact.
@Suite struct SampleMarketTests {
  private static let now = Timestamp(milliseconds: 1_795_000_000_000)

  @Test("the simulated feed and the shipped specifications state the same of every instrument")
  func specifications() async throws {
    let feed = SimulatedFeed(configuration: SimulatedConfiguration(seed: 1, start: Self.now))
    let catalog = try ShippedCatalog.catalog.get()
    let listed = try await feed.instruments()
    for instrument in listed {
      let entry = try #require(catalog.instruments[instrument.id], "\(instrument.id) has no shipped specification")
      #expect(entry.instrument(at: Self.now) == instrument)
    }
    let shipped = catalog.instruments.keys.filter { $0.venue == "simulated" }
    #expect(Set(shipped) == Set(listed.map(\.id)))
  }

  @Test("everything the sample holds, shorts and measures against is quoted by the simulated feed")
  func quoted() async throws {
    let portfolio = try Configuration.sample(now: Self.now).portfolio
    let feed = SimulatedFeed(configuration: SimulatedConfiguration(seed: 1, start: Self.now))
    let listed = Set(try await feed.instruments().map(\.id))
    let missing = portfolio.watchedInstruments.filter { !listed.contains($0) }
    #expect(missing.isEmpty)
  }

  @Test(
    "the sample starts calm on whatever day: in band, no alert, liquidation more than 35 % away in every account",
    arguments: [0.0, 1, 37.3, 200, 365])
  @MainActor
  func startsCalm(day: Double) async throws {
    let clock = ManualClock(Self.now + .days(day))
    let configuration = try Configuration.sample(now: clock.now())
    let session = try HedgeSession(configuration, journal: InMemoryJournal(), wall: clock)
    defer { session.store.stop() }
    await session.loadHistory()
    for _ in 0..<5 {
      session.store.refresh()
      clock.advance(by: .seconds(1))
    }
    let snapshot = session.store.snapshot
    #expect(snapshot.isComplete)
    #expect(snapshot.alerts.isEmpty, "\(snapshot.alerts.map(\.message))")
    for strategy in snapshot.figures.strategies {
      #expect(strategy.netBeta.verdict == .inBand)
      #expect(abs(try #require(strategy.netBeta.drift.value)) < strategy.policy.clearLevel)
    }
    for account in snapshot.figures.accounts {
      let move = try #require(account.liquidatingBenchmarkMove.value)
      #expect(abs(move) > 0.35, "\(account.id): \(move)")
      #expect(try #require(account.normalisedRatio.value) < 0.3, "\(account.id)")
      #expect(account.collateralToSurvive.value == 0)
    }
  }
}

import Alerting
import HedgeAnalytics
import HedgeConfiguration
import HedgeModel
import HedgeStore
import Journal
import MarketData
import Testing

@testable import hedgetop

/// The sample of each kind on the simulated market, on whatever day it is looked at.
@Suite struct SampleKindTests {
  static let days = [0.0, 0.4, 37.3, 200, 365.6]

  @MainActor
  private func snapshot(_ kind: ExampleKind, day: Double) async throws -> HedgeSnapshot {
    let clock = ManualClock(Timestamp(milliseconds: 1_795_000_000_000) + .days(day))
    let session = try HedgeSession(
      try Configuration.sample(kind, now: clock.now()), journal: InMemoryJournal(), wall: clock)
    defer { session.store.stop() }
    await session.loadHistory()
    for _ in 0..<3 {
      session.store.refresh()
      clock.advance(by: .seconds(1))
    }
    return session.store.snapshot
  }

  @Test(
    "a sample starts in band, without alerts, its capital allotted, and survives a move of 20 % in every account",
    arguments: ExampleKind.allCases, days)
  @MainActor
  func startsCalm(kind: ExampleKind, day: Double) async throws {
    let snapshot = try await snapshot(kind, day: day)
    #expect(snapshot.isComplete && snapshot.alerts.isEmpty, "\(snapshot.alerts.map(\.message))")
    for strategy in snapshot.figures.strategies {
      let drift = try #require(strategy.netBeta.drift.value)
      #expect(strategy.netBeta.verdict == .inBand && abs(drift) < strategy.policy.clearLevel, "\(drift)")
    }
    for account in snapshot.figures.accounts {
      #expect(try #require(account.normalisedRatio.value) < 0.3, "\(account.id)")
      // Where no move liquidates there is none to tell.
      let move = account.liquidatingBenchmarkMove
      #expect(move.value.map { abs($0) > 0.2 } ?? (move.unknownReason?.kind == .undefined), "\(account.id) \(move)")
      #expect(account.collateralToSurvive.value == 0, "\(account.id)")
    }
    let allocation = snapshot.figures.allocation
    for row in allocation.rows {
      let standing = row.standing.value
      #expect(standing == .within || standing == nil, "\(row.bucket) \(row.share)")
    }
    #expect(kind != .book || allocation.rows.allSatisfy { $0.standing.value == .within })
  }
}

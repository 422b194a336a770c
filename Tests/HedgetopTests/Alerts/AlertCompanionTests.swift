import Alerting
import Foundation
import HedgeConfiguration
import HedgeModel
import HedgeStore
import Journal
import MarketData
import Testing
import VenueTestServer

@testable import hedgetop

/// From a drift on the simulated market to a receiver, through store, dispatcher, journal and network.
@MainActor @Suite struct AlertCompanionTests {
  private static let start = Timestamp(milliseconds: 1_795_000_000_000)

  private static func configuration(_ channels: String) throws -> Configuration {
    let text = ExampleConfiguration.text.replacing("hedge_ratio = 0.80", with: "hedge_ratio = 0.10")
    return try Configuration.parse(
      text + "\n" + channels, file: "hedge.toml", folder: "/tmp", now: start, home: "/tmp")
  }

  private static func hook(_ server: VenueTestServer) -> String {
    """
    [[alerts.channel]]
    name = "hook"
    kind = "webhook"
    url = "\(server.url("/hook"))"
    token_environment = "TOKEN"
    """
  }

  private static func session(
    _ configuration: Configuration, _ journal: any DecisionJournal, _ clock: ManualClock
  ) throws -> HedgeSession { try HedgeSession(configuration, journal: journal, wall: clock) }

  private static func waitUntil(_ words: String, _ condition: () throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while try !condition() {
      guard ContinuousClock.now < deadline else {
        Issue.record("waited in vain until \(words)")
        return
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  @Test("a drift reaches the receiver with its numbers; the log tells of failures, never of secrets")
  func drift() async throws {
    let server = try await VenueTestServer()
    server.answer("/hook", ScriptedAnswer(503, text: "t0ken"), ScriptedAnswer(200))
    let folder = try TemporaryFolder()
    let journal = try SQLiteJournal(portfolio: "Sample portfolio", folder: folder.path)
    let clock = ManualClock(Self.start)
    let session = try Self.session(try Self.configuration(Self.hook(server)), journal, clock)
    let companion = try AlertCompanion(session, environment: ["TOKEN": "t0ken"])
    companion.start()
    await session.loadHistory()
    session.store.refresh()
    for _ in 0..<20 {
      clock.advance(by: .seconds(1))
      session.store.refresh()
    }
    #expect(session.store.snapshot.alerts.contains { $0.id.hasPrefix("drift/") })
    try await Self.waitUntil("all has arrived") { try server.requests.count >= 2 && journal.deliveries().isEmpty }
    #expect(server.requests.contains { String(decoding: $0.body, as: UTF8.self).contains("is beyond ±") })
    let log = session.store.snapshot.log.map(\.message)
    #expect(log.contains { $0.hasPrefix("alerts: hook: retrying in") && $0.contains("it answered 503: •••") }, "\(log)")
    #expect(log.allSatisfy { !$0.contains("t0ken") })
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let bytes = try #require(FileManager.default.contents(atPath: folder.file(name)))
      #expect(bytes.range(of: Data("t0ken".utf8)) == nil, "\(name) holds the token")
    }
    companion.stop()
    session.store.stop()
    await server.stop()
  }

  @Test("a snoozed alert is told to nobody")
  func snoozed() async throws {
    let server = try await VenueTestServer()
    server.answer("/hook", ScriptedAnswer(200))
    let clock = ManualClock(Self.start)
    let configuration = try Self.configuration(Self.hook(server))
    let name = configuration.portfolio.strategies[0].name
    let snooze = Decision(
      at: Self.start - .seconds(5), strategy: "",
      change: .snooze(alert: "drift/\(name)", until: Self.start + .hours(1)))
    let folder = try TemporaryFolder()
    let journal = try PortfolioJournal(
      portfolio: configuration.portfolio.name, folder: folder.path, command: "watch", now: Self.start)
    // As bad as it was snoozed, it is found again.
    journal.keep(
      AlertEvent(
        at: Self.start - .seconds(9), kind: .raised, alert: "drift/\(name)", severity: "critical", message: "drift"))
    journal.settle()
    _ = try journal.record(snooze)
    let session = try Self.session(configuration, journal, clock)
    let companion = try AlertCompanion(session, environment: ["TOKEN": "t0ken"])
    companion.start()
    await session.loadHistory()
    for _ in 0..<20 {
      clock.advance(by: .seconds(1))
      session.store.refresh()
    }
    #expect(session.store.snapshot.alerts.contains { $0.id == "drift/\(name)" })
    let kept = try journal.deliveries()
    #expect(!kept.contains { $0.content.contains("drift/\(name)") })
    #expect(!server.requests.contains { String(decoding: $0.body, as: UTF8.self).contains("drift/\(name)") })
    companion.stop()
    session.store.stop()
    await server.stop()
  }
}

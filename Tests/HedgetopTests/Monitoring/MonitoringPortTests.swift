import Foundation
import HTTPPort
import HedgeConfiguration
import HedgeModel
import HedgeStore
import HedgeTestSupport
import Journal
import MarketData
import Metrics
import Testing

@testable import hedgetop

/// A port beside a session.
@Suite(.timeLimit(.minutes(1)), .onThreadOfItsOwn) struct MonitoringPortTests {
  private static let now = Timestamp(milliseconds: 1_795_000_000_000)

  @MainActor
  private func session() throws -> HedgeSession {
    try HedgeSession(
      try Configuration.sample(now: Self.now), journal: InMemoryJournal(), wall: ManualClock(Self.now))
  }

  private func settings(_ address: String, isAskedFor: Bool = true) throws -> MonitoringSettings {
    let configured = MetricsConfiguration(listen: ListenAddress(address))
    return try #require(
      try MonitoringSettings(stated: isAskedFor ? address : nil, configured: configured, environment: [:]))
  }

  /// Asks without standing in the way of the main actor.
  private nonisolated func get(_ target: String, _ port: Int) async -> LoopbackRequest.Answer? {
    LoopbackRequest(port: port).get(target)
  }

  @Test("it serves what the store publishes, from the moment it is open until it is closed")
  @MainActor
  func serves() async throws {
    let session = try session()
    defer { session.store.stop() }
    let port = try #require(try await MonitoringPort.open(try settings("127.0.0.1:0"), for: [session]))
    let number = try #require(port.address?.port)
    #expect(
      session.store.snapshot.log.contains { $0.message == "metrics are served at http://127.0.0.1:\(number)/metrics" })
    let before = try #require(await get("/metrics", number))
    #expect(before.status == 200 && before.body.contains("\nhedgetop_figure_unknown{"))
    await session.loadHistory()
    session.store.refresh()
    let expected = try JSONOutput.text(SnapshotReport(session.store.snapshot))
    #expect(await get("/snapshot", number)?.body == expected)
    #expect(await get("/metrics", number)?.body.contains("\nhedgetop_net_beta{") == true)
    await port.stop()
    #expect(await get("/metrics", number) == nil)
  }

  @Test("a port that is taken is a failure where it was asked for, and a line of the log where it is only configured")
  @MainActor
  func isTaken() async throws {
    let session = try session()
    defer { session.store.stop() }
    let first = try #require(try await MonitoringPort.open(try settings("127.0.0.1:0"), for: [session]))
    let address = "\(try #require(first.address))"
    let failure = await #expect(throws: ProgramFailure.self) {
      try await MonitoringPort.open(try settings(address), for: [session])
    }
    #expect(failure?.message.hasPrefix("--metrics: \(address): is in use by another program") == true)
    #expect(try await MonitoringPort.open(try settings(address, isAskedFor: false), for: [session]) == nil)
    #expect(
      session.store.snapshot.log.first?.message.hasPrefix("metrics are not served: \(address): is in use") == true)
    await first.stop()
  }

  @Test("what the program takes of the machine is what the kernel tells")
  func process() throws {
    let figures = ProcessFigures.now()
    let (resident, files) = (try #require(figures.residentBytes), try #require(figures.openFiles))
    #expect(resident > 1 << 20 && figures.virtualBytes ?? 0 > resident)
    #expect(files > 2 && files < figures.maximumFiles ?? 0)
    #expect(figures.processorTime ?? .zero > .zero)
    let age = WallClock().now() - (try #require(figures.startedAt))
    #expect(age > .seconds(-2) && age < .hours(24))
  }

  @Test("a process whose name holds blanks and brackets is read all the same")
  func status() throws {
    let line = "77 (a) b (c) R 1 2 3 4 5 6 7 8 9 10 250 50 13 14 15 16 17 18 4242 1000000 321 22 23"
    let status = try #require(ProcessStatus(line))
    #expect(status.ticksOnProcessor == 300 && status.ticksAtStart == 4242)
    #expect(status.virtualBytes == 1_000_000 && status.residentPages == 321)
    #expect(ProcessStatus("") == nil && ProcessStatus("1 (x) R 1 2") == nil)
    #expect(ProcText.bootTime(in: "cpu 1 2\nbtime 1795000000\nx 1") == 1_795_000_000)
  }
}

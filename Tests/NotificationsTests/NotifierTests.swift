import Alerting
import Foundation
import HedgeModel
import Journal
import MarketData
import Synchronization
import Testing
import VenueTestServer

@testable import Notifications

/// The shell around the dispatcher, with real channels, a real journal and the wall's clock.
@MainActor @Suite struct NotifierTests {
  private static func policy(_ name: String, givesUpAfter: Duration = .hours(6)) -> ChannelPolicy {
    ChannelPolicy(
      name: name, ratePerMinute: 100, firstRetry: .milliseconds(50), longestRetry: .milliseconds(200),
      givesUpAfter: givesUpAfter)
  }

  private static func webhook(_ server: VenueTestServer, _ path: String) throws -> WebhookChannel {
    WebhookChannel(
      WebhookTarget(
        url: server.url(path), token: SecretText("s3cret-t0ken"), secret: SecretText("s3cret-key"), limit: .seconds(60)),
      format: .json, network: try TestNetwork())
  }

  @Test("500, 503, then 200: it arrives, and the journal forgets it")
  func retried() async throws {
    let server = try await VenueTestServer()
    server.answer("/hook", ScriptedAnswer(500), ScriptedAnswer(503), ScriptedAnswer(200))
    let folder = try TemporaryFolder()
    let journal = try SQLiteJournal(portfolio: "Book", folder: folder.path)
    var reports: [String] = []
    let notifier = Notifier(
      Dispatcher([Self.policy("phone")]), channels: ["phone": try Self.webhook(server, "/hook")], journal: journal,
      clock: WallClock()
    ) { reports.append($0.words) }
    notifier.start()
    notifier.tell(DispatchBench.notice("drift"))
    try await waitUntil("it has arrived") { try journal.deliveries().isEmpty }
    try await waitUntil("it is said") { reports.count >= 2 }
    #expect(server.requests.count == 3)
    #expect(reports.first?.contains("\"it answered 500\"") == true && reports.last == "phone: delivered again")
    #expect(try journal.channelStates().map(\.state) == ["ok"])
    notifier.stop()
    await server.stop()
  }

  @Test("a receiver that never answers holds up neither the caller nor another channel")
  func slow() async throws {
    let server = try await VenueTestServer()
    server.answer("/dead", .silence)
    server.answer("/well", ScriptedAnswer(200))
    let notifier = Notifier(
      Dispatcher([Self.policy("dead"), Self.policy("well")]),
      channels: ["dead": try Self.webhook(server, "/dead"), "well": try Self.webhook(server, "/well")],
      journal: InMemoryDeliveries(), clock: WallClock()
    ) { _ in }
    notifier.start()
    for index in 0..<3 { notifier.tell(DispatchBench.notice("alert \(index)")) }
    try await waitUntil("the other has all") { server.requests.count { $0.path == "/well" } == 3 }
    #expect(notifier.states.first { $0.channel == "dead" }?.waiting == 3)
    notifier.stop()
    await server.stop()
  }

  @Test("what an earlier run left is told by the next")
  func restarted() async throws {
    let server = try await VenueTestServer()
    server.answer("/hook", ScriptedAnswer(200))
    let folder = try TemporaryFolder()
    let journal = try SQLiteJournal(portfolio: "Book", folder: folder.path)
    _ = try journal.keep([
      Delivery(channel: "phone", at: WallClock().now(), notice: DispatchBench.notice("left behind")).kept
    ])
    let notifier = Notifier(
      Dispatcher([Self.policy("phone")]), channels: ["phone": try Self.webhook(server, "/hook")], journal: journal,
      clock: WallClock()
    ) { _ in }
    notifier.start()
    try await waitUntil("it has arrived") { try journal.deliveries().isEmpty }
    let body = String(decoding: server.requests.first?.body ?? [], as: UTF8.self)
    #expect(body.contains("left behind"))
    notifier.stop()
    await server.stop()
  }

  @Test("a journal that keeps nothing is said, and alerts are told all the same")
  func unkept() async throws {
    let server = try await VenueTestServer()
    server.answer("/hook", ScriptedAnswer(200))
    var reports: [String] = []
    let notifier = Notifier(
      Dispatcher([Self.policy("phone")]), channels: ["phone": try Self.webhook(server, "/hook")],
      journal: FullJournal(), clock: WallClock()
    ) { reports.append($0.words) }
    notifier.start()
    notifier.tell(DispatchBench.notice("drift"))
    try await waitUntil("it has arrived") { server.requests.count == 1 }
    #expect(reports.contains { $0.contains("cannot be kept") && $0.contains("the disk is full") })
    notifier.stop()
    await server.stop()
  }

  @Test("neither journal nor log holds a secret, whatever receivers answer")
  func secrets() async throws {
    let server = try await VenueTestServer()
    server.answer("/hook") { request in
      ScriptedAnswer(500, text: "you sent \(request.headers.map { "\($0.name): \($0.value)" })")
    }
    let folder = try TemporaryFolder()
    let journal = try SQLiteJournal(portfolio: "Book", folder: folder.path)
    var reports: [String] = []
    let notifier = Notifier(
      Dispatcher([Self.policy("phone", givesUpAfter: .seconds(1))]),
      channels: ["phone": try Self.webhook(server, "/hook")], journal: journal, clock: WallClock()
    ) { reports.append($0.words) }
    notifier.start()
    notifier.tell(DispatchBench.notice("drift"))
    try await waitUntil("it is given up") { reports.contains { $0.contains("gave up a message") } }
    notifier.stop()
    #expect(try journal.channelStates().map(\.state) == ["gave_up"])
    #expect(reports.allSatisfy { !$0.contains("s3cret") }, "\(reports)")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let bytes = try #require(FileManager.default.contents(atPath: folder.file(name)))
      #expect(bytes.range(of: Data("s3cret".utf8)) == nil, "\(name) holds a secret")
    }
    #expect(server.requests.first?.header("Authorization") == "Bearer s3cret-t0ken", "the secret was in use")
    await server.stop()
  }
}

/// A journal that can keep nothing.
private struct FullJournal: DeliveryJournal {
  private let failure = JournalError(.diskFull, place: "journal", detail: "the disk is full")

  func keep(_ deliveries: [KeptDelivery]) throws -> [KeptDelivery] { throw failure }
  func forget(deliveries: [Int64]) throws { throw failure }
  func deliveries() throws -> [KeptDelivery] { [] }
  func note(_ state: KeptChannelState) throws { throw failure }
  func channelStates() throws -> [KeptChannelState] { [] }
}

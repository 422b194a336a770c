import Alerting
import HedgeModel
import Journal
import MarketData
import Testing

@testable import Notifications

/// Against the real Alertmanager, where it is installed.
@MainActor
@Suite(.enabled(if: Alertmanager.isInstalled, "skipped: no \(Alertmanager.program) on this machine"))
struct AlertmanagerTests {
  private static func notice(_ severity: Alert.Severity, _ message: String) -> Notice {
    Notice(
      .raised, portfolio: "Book \"A\"\\ {x=\"y\"}", alert: "drift/Main", severity: severity, message: message,
      raisedAt: WallClock().now())
  }

  @Test("what is raised is active there, with its labels; what is over is resolved")
  func firesAndResolves() async throws {
    let manager = try await Alertmanager()
    defer { withExtendedLifetime(manager) {} }
    let url = manager.url
    let policy = ChannelPolicy(
      name: "manager", ratePerMinute: 100, firstRetry: .milliseconds(50), resendInterval: .seconds(10))
    let channel = AlertmanagerChannel(
      WebhookTarget(url: url + "/"), resendInterval: .seconds(10), network: try TestNetwork())
    let journal = InMemoryDeliveries()
    var reports: [String] = []
    let notifier = Notifier(
      Dispatcher([policy]), channels: ["manager": channel], journal: journal, clock: WallClock()
    ) { reports.append($0.words) }
    notifier.start()
    notifier.watch([Self.notice(.warning, "drift +0.06 is beyond ±0.05")])
    try await waitUntil("it is active") { try await Alertmanager.active(at: url)["drift/Main"] != nil }
    let told = try #require(try await Alertmanager.active(at: url)["drift/Main"])
    #expect(told["alertname"] == "HedgetopDrift" && told["severity"] == "warning")
    #expect(told["portfolio"] == "Book \"A\"\\ {x=\"y\"}" && told["summary"] == "drift +0.06 is beyond ±0.05")
    notifier.watch([Self.notice(.critical, "drift +0.11 is beyond ±0.1")])
    try await waitUntil("it is critical, and the warning is over") {
      try await Alertmanager.active(at: url).values.map { $0["severity"] } == ["critical"]
    }
    notifier.watch([])
    try await waitUntil("it is resolved") { try await Alertmanager.active(at: url).isEmpty }
    try await waitUntil("nothing is left to tell") { journal.deliveries().isEmpty }
    #expect(reports.isEmpty)
    notifier.stop()
  }

  @Test("an alert that is not told again is over by itself")
  func endsByItself() async throws {
    let manager = try await Alertmanager()
    defer { withExtendedLifetime(manager) {} }
    let url = manager.url
    let channel = AlertmanagerChannel(
      WebhookTarget(url: url), resendInterval: .milliseconds(500), network: try TestNetwork())
    let now = WallClock().now()
    let outcome = await channel.send(Message([], firing: [Self.notice(.warning, "drift")], at: now))
    #expect(outcome == .delivered("200"))
    try await waitUntil("it is over") { try await Alertmanager.active(at: url).isEmpty }
    #expect(WallClock().now() - now >= .milliseconds(1900), "it was never active")
  }
}

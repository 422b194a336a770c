import Foundation
import HedgeConfiguration
import HedgeModel
import Journal
import Testing
import VenueTestServer

@testable import hedgetop

/// `hedgetop alerts` as it is run.
@Suite struct AlertCommandTests {
  private static func folder(_ channels: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(ExampleConfiguration.text + "\n" + channels, to: "hedge.toml")
    return folder
  }

  private static func secret(_ text: String, _ name: String, in folder: TemporaryFolder, mode: Int = 0o600) throws {
    try folder.write(text, to: name)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.file(name))
  }

  @Test("list tells rules, quiet hours and channels, in words and as JSON, with what the journal knows of them")
  func list() throws {
    let folder = try Self.folder(
      """
      [alerts.quiet]
      from = "22:00"
      to = "07:00"
      [alerts.rules]
      basis = false
      [[alerts.channel]]
      name = "phone"
      kind = "webhook"
      url = "https://example.org/{token}"
      token_file = "nowhere"
      [[alerts.channel]]
      name = "log"
      kind = "file"
      path = "alerts.jsonl"
      severity = "info"
      """)
    let journal = try SQLiteJournal(portfolio: "Sample portfolio", folder: folder.file(".local/state/hedgetop"))
    _ = try journal.keep([KeptDelivery(channel: "phone", at: Timestamp(seconds: 0), content: "{}")])
    try journal.note(
      KeptChannelState(
        name: "phone", state: "retrying", words: "retrying in 12 s after \"connection refused\"",
        at: Timestamp(seconds: 0)))
    let run = try ProgramRun(["alerts", "list", "-c", "hedge.toml"], in: folder)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.contains("quiet hours 22:00 to 07:00, GMT, but for critical"))
    #expect(run.output.contains("retrying in 12 s after \"connection refused\""))
    let report = try ProgramRun(["alerts", "list", "-c", "hedge.toml", "--json"], in: folder).json()
    let channels = try #require(report["channels"] as? [[String: Any]])
    #expect(channels.map { $0["name"] as? String } == ["phone", "log"])
    #expect(channels.map { $0["state"] as? String } == ["retrying", "idle"])
    #expect(channels.map { $0["waiting"] as? Int } == [1, 0])
    let rules = try #require(report["rules"] as? [[String: Any]])
    let unwatched = rules.filter { $0["watched"] as? Bool == false }.compactMap { $0["name"] as? String }
    #expect(Set(unwatched) == ["basis", "beta_disagreement"])
    let status = try ProgramRun(["status", "--json", "-c", "hedge.toml"], in: folder).json()
    #expect((status["channels"] as? [[String: Any]])?.count == 2)
  }

  @Test("test sends a marked message the real way and tells what came back")
  func delivered() async throws {
    let server = try await VenueTestServer()
    server.answer("/hook/t0ken", ScriptedAnswer(200, text: "thanks"))
    let folder = try Self.folder(
      """
      [[alerts.channel]]
      name = "hook"
      kind = "webhook"
      url = "\(server.url("/hook/{token}"))"
      token_file = "token"
      """)
    try Self.secret("t0ken\n", "token", in: folder)
    let run = try ProgramRun(["alerts", "test", "hook", "-c", "hedge.toml"], in: folder)
    #expect(run.status == 0 && run.output == "hook: delivered: 200: thanks\n", "\(run.errors)")
    let body = String(decoding: try #require(server.requests.first).body, as: UTF8.self)
    #expect(body.contains("\"event\":\"test\"") && body.contains("nothing is wrong"))
    await server.stop()
  }

  @Test("what is not delivered ends with 1 and its reason, without the secret")
  func failed() async throws {
    let server = try await VenueTestServer()
    server.answer("/hook/t0ken") { _ in ScriptedAnswer(403, text: "t0ken is wrong") }
    let folder = try Self.folder(
      """
      [[alerts.channel]]
      name = "hook"
      kind = "webhook"
      url = "\(server.url("/hook/{token}"))"
      token_environment = "HOOK_TOKEN"
      [[alerts.channel]]
      name = "refused"
      kind = "webhook"
      url = "http://127.0.0.1:1/t0ken"
      [[alerts.channel]]
      name = "screen"
      kind = "terminal"
      """)
    let run = try ProgramRun(
      ["alerts", "test", "hook", "-c", "hedge.toml"], in: folder, environment: ["HOOK_TOKEN": "t0ken"])
    #expect(run.status == 1 && run.errors.contains("hook: not delivered: it answered 403: ••• is wrong"))
    let refused = try ProgramRun(["alerts", "test", "refused", "-c", "hedge.toml"], in: folder)
    #expect(refused.status == 1 && refused.errors.contains("Connection refused") && !refused.errors.contains("t0ken"))
    let unset = try ProgramRun(["alerts", "test", "hook", "-c", "hedge.toml"], in: folder)
    #expect(unset.status == 3 && unset.errors.contains("HOOK_TOKEN: is not set"))
    for name in ["screen", "none"] {
      #expect(try ProgramRun(["alerts", "test", name, "-c", "hedge.toml"], in: folder).status == 64)
    }
    await server.stop()
  }

  @Test("a secret that others can read is refused, by watch too; the exchange's host is told nothing")
  func refusals() throws {
    let folder = try Self.folder(
      """
      [[alerts.channel]]
      name = "open"
      kind = "webhook"
      url = "https://example.org"
      secret_file = "secret"
      [[alerts.channel]]
      name = "exchange"
      kind = "webhook"
      url = "https://fapi.binance.com/fapi/v1/order?symbol=BTCUSDT"
      """)
    try Self.secret("s3cret", "secret", in: folder, mode: 0o644)
    let run = try ProgramRun(["alerts", "test", "open", "-c", "hedge.toml"], in: folder)
    #expect(run.status == 3 && run.errors.contains("chmod 600") && !run.errors.contains("s3cret"))
    let exchange = try ProgramRun(["alerts", "test", "exchange", "-c", "hedge.toml"], in: folder)
    #expect(exchange.status == 1 && exchange.errors.contains("alerts are not sent to an exchange"))
  }
}

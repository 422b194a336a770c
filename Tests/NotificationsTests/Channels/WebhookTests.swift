import Foundation
import HedgeModel
import Testing
import VenueTestServer

@testable import Notifications

/// Posts against a server of this machine with every fault.
@Suite struct WebhookTests {
  private static let message = Message([DispatchBench.notice("drift +0.06")], at: Timestamp(seconds: 1_700_000_000))

  private static func outcome(
    _ server: VenueTestServer, _ path: String = "/hook", token: String? = nil, secret: String? = nil,
    limit: Duration = .seconds(60)
  ) async throws -> ChannelOutcome {
    let target = WebhookTarget(
      url: server.url(path), token: token.flatMap { SecretText($0) }, secret: secret.flatMap { SecretText($0) },
      limit: limit)
    return await WebhookChannel(target, format: .json, network: try TestNetwork()).send(message)
  }

  @Test("a message is posted as JSON over TLS, and delivered by a status of the 200s", arguments: [200, 202, 204])
  func delivered(status: Int) async throws {
    let server = try await VenueTestServer(.right)
    server.answer("/hook", ScriptedAnswer(status))
    #expect(try await Self.outcome(server) == .delivered("\(status)"))
    let request = try #require(server.requests.first)
    #expect(request.method == "POST" && request.header("Content-Type") == "application/json")
    let body = try #require(try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any])
    #expect(body["text"] as? String == "drift +0.06" && body["schema"] as? String == "hedgetop.alert.v1")
    await server.stop()
  }

  @Test(
    "what may pass is tried again, what stays wrong is not",
    arguments: [
      (500, true), (503, true), (429, true), (408, true), (400, false), (401, false), (404, false), (410, false),
    ])
  func statuses(status: Int, isRetried: Bool) async throws {
    let server = try await VenueTestServer()
    server.answer("/hook", ScriptedAnswer(status, headers: ["Retry-After": "7"], text: "no"))
    switch try await Self.outcome(server) {
    case .failed(let words, let after):
      #expect(isRetried && words == "it answered \(status): no" && after == (status == 408 ? after : .seconds(7)))
    case .refused(let words): #expect(!isRetried && words == "it answered \(status): no")
    case .delivered: Issue.record("\(status) is no delivery")
    }
    await server.stop()
  }

  @Test("a redirect is not followed", arguments: [301, 302, 307, 308])
  func redirect(status: Int) async throws {
    let server = try await VenueTestServer()
    server.answer("/hook", ScriptedAnswer(status, headers: ["Location": server.url("/elsewhere")]))
    server.answer("/elsewhere", ScriptedAnswer(200))
    guard case .refused(let words) = try await Self.outcome(server) else {
      Issue.record("the redirect was followed")
      return
    }
    #expect(words.contains("redirects are not followed") && server.requests.map(\.path) == ["/hook"])
    await server.stop()
  }

  @Test("a receiver that does not answer is given up after the time limit")
  func silence() async throws {
    let server = try await VenueTestServer()
    server.answer("/hook", .silence)
    let outcome = try await Self.outcome(server, limit: .milliseconds(300))
    #expect(outcome == .failed("127.0.0.1:\(server.port) did not answer in time"))
    await server.stop()
  }

  @Test("a huge answer is not taken in")
  func huge() async throws {
    let server = try await VenueTestServer()
    server.answer("/hook", ScriptedAnswer(200, body: [UInt8](repeating: 0x61, count: 8 << 20)))
    guard case .failed(let words, _) = try await Self.outcome(server) else {
      Issue.record("it was taken")
      return
    }
    #expect(words.contains("too large"))
    await server.stop()
  }

  @Test("nobody at the address, garbage instead of HTTP: failures with words")
  func broken() async throws {
    let server = try await VenueTestServer()
    server.answer("/hook", .raw(Array("\u{1B}]0;x\u{7} not http\r\n\r\n".utf8)))
    guard case .failed(let words, _) = try await Self.outcome(server) else {
      Issue.record("garbage is no delivery")
      return
    }
    #expect(!words.unicodeScalars.contains { $0.value < 0x20 })
    await server.stop()
    // The port just left may be another test's by now; nobody answers at the first.
    let nobody = WebhookTarget(url: "https://127.0.0.1:1/hook", limit: .seconds(60))
    let network = try TestNetwork()
    guard
      case .failed(let refused, _) = await WebhookChannel(nobody, format: .json, network: network).send(Self.message)
    else {
      Issue.record("nobody is no delivery")
      return
    }
    #expect(refused.contains("Connection refused"))
  }

  @Test(
    "a certificate that is not to be trusted gets nothing",
    arguments: [
      TestCertificate.wrongHost, .expired, .unknownAuthority,
    ])
  func untrusted(certificate: TestCertificate) async throws {
    let server = try await VenueTestServer(certificate)
    server.answer("/hook", ScriptedAnswer(200))
    guard case .failed(let words, _) = try await Self.outcome(server, token: "t0ken") else {
      Issue.record("it was trusted")
      return
    }
    #expect(words.contains("not trusted") && server.requests.isEmpty)
    await server.stop()
  }

  @Test("a token stands in the address where it has a place there, else in a header")
  func tokens() async throws {
    let server = try await VenueTestServer(.right)
    server.answer("/bot1:abc/send", ScriptedAnswer(200))
    server.answer("/hook", ScriptedAnswer(200))
    _ = try await Self.outcome(server, "/bot{token}/send", token: "1:abc")
    _ = try await Self.outcome(server, token: "1:abc")
    #expect(server.requests.map(\.path) == ["/bot1:abc/send", "/hook"])
    #expect(server.requests.map { $0.header("Authorization") } == [nil, "Bearer 1:abc"])
    await server.stop()
  }

  @Test("a receiver that tells the secret back does not bring it into our words")
  func echoed() async throws {
    let server = try await VenueTestServer()
    server.answer("/hook") { ScriptedAnswer(403, text: "bad \($0.header("Authorization") ?? "")") }
    #expect(try await Self.outcome(server, token: "s3cret-t0ken") == .refused("it answered 403: bad Bearer •••"))
    await server.stop()
  }

  @Test("the signature is HMAC-SHA256 over time, a full stop and the body")
  func signed() async throws {
    let server = try await VenueTestServer()
    server.answer("/hook", ScriptedAnswer(200))
    _ = try await Self.outcome(server, secret: "key")
    let request = try #require(server.requests.first)
    let secret = try #require(SecretText("key"))
    #expect(request.header("X-Hedgetop-Timestamp") == "1700000000")
    #expect(
      request.header("X-Hedgetop-Signature")
        == WebhookSignature.of(request.body, at: 1_700_000_000, secret: secret))
    await server.stop()
  }

  @Test("the signature of RFC 4231's key and data, computed by OpenSSL over 0.DATA")
  func vector() throws {
    // printf '0.what do ya want for nothing?' | openssl dgst -sha256 -hmac Jefe
    let secret = try #require(SecretText("Jefe"))
    let signature = WebhookSignature.of(Array("what do ya want for nothing?".utf8), at: 0, secret: secret)
    #expect(signature == "v1=37f471929915ccd2cbbe79feb84ffcff4f2bb25e15fc41c2506687331ae179cc")
  }

  @Test("an exchange is told nothing")
  func exchanges() async throws {
    let target = WebhookTarget(url: "https://fapi.binance.com/fapi/v1/order")
    let network = try TestNetwork(forbidden: ["binance.com"])
    guard case .failed(let words, _) = await WebhookChannel(target, format: .json, network: network).send(Self.message)
    else {
      Issue.record("it was sent")
      return
    }
    #expect(words.contains("alerts are not sent to an exchange"))
  }

  @Test("a secret shows itself to nobody, and what could end a header is none")
  func secret() throws {
    let secret = try #require(SecretText("s3cret"))
    var dumped = ""
    dump(secret, to: &dumped)
    #expect(secret.removed(from: "s3cret and s3cre") == "••• and •••")
    let target = WebhookTarget(url: "https://example.org/{token}", token: secret, secret: secret)
    dump(target, to: &dumped)
    dump(target.post([], at: 0), to: &dumped)
    for text in ["\(secret)", String(reflecting: secret), dumped, "\(target)", "\(target.post([], at: 0))"] {
      #expect(!text.contains("s3cret"))
    }
    for bad in ["", "a b", "a\r\nX: y", "é", "\u{7F}"] { #expect(SecretText(bad) == nil) }
  }
}

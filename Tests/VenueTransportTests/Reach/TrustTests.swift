import Testing
import VenueTestServer
import VenueTransport
import Venues

/// Whom we believe to be who they say they are.
@Suite struct TrustTests {
  @Test("only the right certificate of a known authority is trusted", arguments: TestCertificate.allCases)
  func certificates(_ certificate: TestCertificate) async throws {
    let server = try await VenueTestServer(certificate)
    server.answer("/x", ScriptedAnswer(text: "{}"))
    server.play("/ws", [.text("one")])
    let network = try Network.make()
    let fault = await network.fault(server.url("/x"))
    let witness = Witness { $0.close() }
    _ = network.open(server.streamURL("/ws"), observer: witness)
    let end = try await witness.end()
    if certificate == .right {
      #expect(fault == nil)
      #expect(end == .byUs)
    } else {
      #expect(fault?.kind == .untrusted, "\(String(describing: fault))")
      #expect(end.kind == .untrusted, "\(end)")
      #expect(end.description.contains("the certificate of localhost:\(server.port) is not trusted"))
      #expect(server.requests.isEmpty)
      #expect(witness.seen.opened == 0)
    }
    await server.stop()
  }

  @Test("an authority that only tests know is not trusted otherwise")
  func systemAuthorities() async throws {
    let server = try await VenueTestServer(.right)
    let network = NetworkTransport(environment: [:])
    #expect(await network.fault(server.url("/x"))?.kind == .untrusted)
    let witness = Witness()
    _ = network.open(server.streamURL("/ws"), observer: witness)
    #expect(try await witness.end().kind == .untrusted)
    await server.stop()
  }

  @Test("the certificate of a host that was asked for by its number is held against the number")
  func numericHost() async throws {
    let server = try await VenueTestServer(.right)
    server.answer("/x", ScriptedAnswer(text: "{}"))
    let network = try Network.make()
    #expect(try await network.get("https://127.0.0.1:\(server.port)/x").status == 200)
    let witness = Witness()
    _ = network.open("wss://127.0.0.1:\(server.port)/ws", observer: witness)
    #expect(try await witness.end().refusal?.status == 404)
    await server.stop()
  }

  @Test("a server that speaks no TLS, or none that is new enough, is told as broken")
  func noTLS() async throws {
    let plain = try await VenueTestServer()
    let old = try await VenueTestServer(.right, isOutdated: true)
    for server in [plain, old] {
      let network = try Network.make()
      #expect(await network.fault("https://localhost:\(server.port)/x")?.kind == .broken)
      let witness = Witness()
      _ = network.open("wss://localhost:\(server.port)/ws", observer: witness)
      let end = try await witness.end()
      #expect(end.kind == .broken)
      #expect(!end.description.contains(".cc"), "no source files for people to read: \(end)")
      await server.stop()
    }
  }
}

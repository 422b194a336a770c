import Testing
import VenueTestServer
import VenueTransport
import Venues

/// Networks behind a proxy.
@Suite struct ProxyTests {
  @Test("requests and connections go through the proxy, with its password, and TLS is with the server")
  func tunnel() async throws {
    let server = try await VenueTestServer(.right)
    server.answer("/x", ScriptedAnswer(text: "{}"))
    server.play("/ws", [.text("through"), .close(code: 1000)])
    let proxy = try await TestProxy()
    let network = try Network.make(environment: ["HTTPS_PROXY": "http://me:p%40ss@127.0.0.1:\(proxy.port)"])
    #expect(try await network.get(server.url("/x")).status == 200)
    let witness = Witness()
    _ = network.open(server.streamURL("/ws"), observer: witness)
    #expect(try await witness.end() == .byVenue(code: 1000, reason: ""))
    #expect(witness.seen.texts == ["through"])
    #expect(proxy.requests.count == 2)
    for request in proxy.requests {
      #expect(request.hasPrefix("CONNECT localhost:\(server.port) HTTP/1.1\r\n"))
      #expect(request.lowercased().contains("proxy-authorization: basic bWU6cEBzcw==".lowercased()))
    }
    await proxy.stop()
    await server.stop()
  }

  @Test(
    "a proxy that refuses is told, and that it was the proxy",
    arguments: ["407 Proxy Authentication Required", "403 Forbidden", "502 Bad Gateway"])
  func refusal(_ status: String) async throws {
    let proxy = try await TestProxy(refusal: status)
    let network = try Network.make(environment: ["ALL_PROXY": "127.0.0.1:\(proxy.port)"])
    #expect(await network.fault("https://fapi.binance.com/x")?.kind == .proxyRefused)
    let witness = Witness()
    _ = network.open("wss://fstream.binance.com/ws", observer: witness)
    let end = try await witness.end()
    #expect(end.kind == .proxyRefused)
    #expect(end.description.contains(status))
    await proxy.stop()
  }

  @Test("a proxy that is not there is told as the proxy's fault, not the venue's")
  func absent() async throws {
    for proxy in ["127.0.0.1:\(Sockets.closedPort())", "http://nonexistent.invalid:3128"] {
      let network = try Network.make(environment: ["https_proxy": proxy])
      let fault = await network.fault("https://fapi.binance.com/x")
      #expect(fault?.kind == .proxyRefused, "\(String(describing: fault))")
      #expect(fault?.host == "fapi.binance.com:443")
      let witness = Witness()
      _ = network.open("wss://fstream.binance.com/ws", observer: witness)
      #expect(try await witness.end().kind == .proxyRefused)
    }
  }

  @Test(
    "a proxy that cannot be used is not passed by", arguments: ["socks5://127.0.0.1:1080", "https://p:1", "http://"])
  func unusable(_ proxy: String) async throws {
    let server = try await VenueTestServer(.right)
    server.answer("/x", ScriptedAnswer(text: "{}"))
    let network = try Network.make(environment: ["ALL_PROXY": proxy])
    #expect(
      await network.fault(server.url("/x"))
        == TransportFault(
          .proxyRefused, host: "localhost:\(server.port)", detail: "ALL_PROXY does not name an HTTP proxy"))
    let witness = Witness()
    _ = network.open(server.streamURL("/ws"), observer: witness)
    #expect(try await witness.end().kind == .proxyRefused)
    #expect(server.requests.isEmpty)
    await server.stop()
  }

  @Test("NO_PROXY leads past the proxy")
  func direct() async throws {
    let server = try await VenueTestServer(.right)
    server.answer("/x", ScriptedAnswer(text: "{}"))
    let environment = ["HTTPS_PROXY": "127.0.0.1:\(Sockets.closedPort())", "NO_PROXY": "example.com, localhost"]
    #expect(try await Network.make(environment: environment).get(server.url("/x")).status == 200)
    await server.stop()
  }
}

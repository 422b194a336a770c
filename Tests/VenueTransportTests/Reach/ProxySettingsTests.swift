import Testing

@testable import VenueTransport

/// What the environment says of proxies.
@Suite struct ProxySettingsTests {
  @Test(
    "the variable of the scheme goes first, small letters before capitals, and HTTP_PROXY in capitals is not read",
    arguments: [
      ("https://a.example/", [:], nil), ("https://a.example/", ["HTTPS_PROXY": "one:1"], "one:1"),
      ("wss://a.example/", ["HTTPS_PROXY": "one:1", "https_proxy": "two:2"], "two:2"),
      ("wss://a.example/", ["HTTPS_PROXY": "one:1", "ALL_PROXY": "two:2"], "one:1"),
      ("https://a.example/", ["HTTPS_PROXY": "", "ALL_PROXY": "http://two"], "two:80"),
      ("http://a.example/", ["HTTPS_PROXY": "one:1", "HTTP_PROXY": "two:2"], nil),
      ("ws://a.example/", ["http_proxy": "http://[::1]:3128"], "::1:3128"),
    ] as [(String, [String: String], String?)])
  func variables(_ url: String, _ environment: [String: String], _ proxy: String?) throws {
    let route = ProxySettings(environment).route(to: try #require(ServerAddress(url)))
    switch route {
    case .direct: #expect(proxy == nil)
    case .proxy(let found): #expect(found.description == proxy)
    case .unusable(let reason): Issue.record("\(reason)")
    }
  }

  @Test(
    "NO_PROXY names hosts, domains and ports",
    arguments: [
      ("*", true), ("binance.com", true), (".binance.com", true), ("fapi.binance.com", true),
      ("FAPI.Binance.com", true), ("fapi.binance.com:443", true), ("fapi.binance.com:8443", false),
      ("nance.com", false), ("other.com", false), ("", false), ("other.com,binance.com", true),
      ("binance.com:x", false),
    ])
  func exclusions(_ list: String, _ isDirect: Bool) throws {
    let settings = ProxySettings(["HTTPS_PROXY": "one:1", "NO_PROXY": list])
    let address = try #require(ServerAddress("wss://fapi.binance.com/ws"))
    #expect((settings.route(to: address) == .direct) == isDirect)
  }

  @Test("a proxy's password is not shown")
  func secrecy() throws {
    let proxy = try #require(Proxy("http://me:secret@proxy:3128"))
    #expect(!"\(proxy)".contains("secret"))
    #expect(proxy.credentials == "bWU6c2VjcmV0")
  }
}

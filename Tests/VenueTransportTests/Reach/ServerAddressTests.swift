import Testing

@testable import VenueTransport

/// What an address means.
@Suite struct ServerAddressTests {
  @Test(
    "an address is taken apart as servers expect it",
    arguments: [
      (
        "wss://fstream.binance.com/stream?streams=a@b/c", "fstream.binance.com:443", "fstream.binance.com",
        "/stream?streams=a@b/c"
      ),
      ("https://www.okx.com", "www.okx.com:443", "www.okx.com", "/"),
      ("wss://ws.okx.com:8443/ws/v5/public", "ws.okx.com:8443", "ws.okx.com:8443", "/ws/v5/public"),
      ("ws://127.0.0.1:80/x", "127.0.0.1:80", "127.0.0.1:80", "/x"),
      ("http://[::1]/x?a=%20b", "[::1]:80", "[::1]", "/x?a=%20b"),
    ])
  func parts(_ url: String, _ authority: String, _ hostHeader: String, _ target: String) throws {
    let address = try #require(ServerAddress(url))
    #expect(address.authority == authority)
    #expect(address.hostHeader == hostHeader)
    #expect(address.target == target)
    #expect(address.isSecure == (url.hasPrefix("wss:") || url.hasPrefix("https:")))
    #expect(address.isNumeric == (authority.contains("127") || authority.contains("::1")))
  }

  @Test("what is no address of HTTP or WebSocket is none", arguments: ["", "wss://", "ftp://a/b", "a.b", "https:///x"])
  func none(_ url: String) {
    #expect(ServerAddress(url) == nil)
  }
}

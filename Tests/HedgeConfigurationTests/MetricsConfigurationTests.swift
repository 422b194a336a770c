import HedgeConfiguration
import Testing

/// Where metrics are served, if anywhere.
@Suite struct MetricsConfigurationTests {
  private func metrics(_ text: String) throws -> MetricsConfiguration {
    try Configuration.parse(
      TestText.minimal + "\n[metrics]\n" + text, file: "config.toml", folder: "/etc/hedgetop", now: testNow,
      home: "/home/ann"
    ).metrics
  }

  @Test("nothing is served unless it is asked for, and a token alone asks for nothing")
  func off() throws {
    #expect(try metrics("") == MetricsConfiguration())
    #expect(try metrics("token_environment = \"T\"").listen == nil)
  }

  @Test("a token is a file beside the configuration or below the home, or a variable")
  func tokens() throws {
    #expect(try metrics("token_file = \"token\"").token == .file("/etc/hedgetop/token"))
    #expect(try metrics("token_file = \"~/token\"").token == .file("/home/ann/token"))
    #expect(try metrics("token_environment = \"T\"").token == .environment("T"))
  }

  @Test("others may be listened to with a token")
  func open() throws {
    let metrics = try metrics("listen = \"0.0.0.0:9464\"\ntoken_environment = \"T\"")
    #expect(metrics.listen?.description == "0.0.0.0:9464" && metrics.listen?.isLoopback == false)
  }

  @Test(
    "an address is read as it is written, and a name of this machine as its address",
    arguments: [
      ("127.0.0.1:9464", "127.0.0.1:9464", true), ("localhost:1", "127.0.0.1:1", true), ("[::1]:0", "[::1]:0", true),
      ("127.8.8.8:80", "127.8.8.8:80", true), ("192.168.1.5:65535", "192.168.1.5:65535", false),
      ("[fe80::1]:1", "[fe80::1]:1", false), ("[::ffff:127.0.0.1]:1", "[::ffff:127.0.0.1]:1", false),
    ])
  func addresses(text: String, description: String, isLoopback: Bool) throws {
    let address = try #require(ListenAddress(text))
    #expect(address.description == description && address.isLoopback == isLoopback)
  }

  @Test(
    "what is no address is none",
    arguments: [
      "", ":", "9464", ":9464", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:+1",
      "127.0.0.1:٣", "::1:80", "[127.0.0.1]:80", "127.1:80", "0x7f.0.0.1:80", "example.org:80", "127.0.0.1:80 ",
      "http://127.0.0.1:80", "127.evil.example:80", "[::1:80",
    ])
  func none(text: String) {
    #expect(ListenAddress(text) == nil)
  }
}

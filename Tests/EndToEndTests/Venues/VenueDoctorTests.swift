import FakeExchange
import Foundation
import HedgeTestSupport
import Testing
import VenueTestServer

/// `doctor` and `instruments` of the built program, on exchanges of this machine.
@Suite("hedgetop, built, looks at exchanges", .serialized, .onThreadOfItsOwn)
struct VenueDoctorTests {
  @Test("all is well: every step of every venue and account is told, and nothing of the key")
  func well() async throws {
    let home = try await VenueHome()
    let run = try await home.run("doctor", "-c", home.file)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.hasPrefix("ok ") }, "\(run.output)")
    for venue in ["Binance USDⓈ-M", "Binance Spot", "Coinbase Exchange", "Hyperliquid"] {
      for step in ["reach", "clock", "contracts", "price", "budget"] {
        #expect(lines.contains { $0.contains(venue) && $0.contains(" \(step) ") }, "\(venue) \(step)")
      }
    }
    #expect(run.output.contains("1 open, such as -1.5 BTCUSDT"))
    #expect(run.output.contains("1 open, such as -10 ETH"))
    #expect(lines.contains { $0.contains("permissions") && $0.contains("the key only reads") })
    try home.expectNothingLeaked()
    VenueBookTests.expectOnlyReads(home.exchanges)
    await home.exchanges.stop()
  }

  @Test("a key that can do more than read is warned of")
  func tradingKey() async throws {
    let home = try await VenueHome()
    home.exchanges.binance.change { $0.keyMayTrade = true }
    let run = try await home.run("doctor", "binance-usdm", "-c", home.file)
    #expect(run.output.contains("WARNING: the key can trade"))
    #expect(run.output.contains("WARNING: the key can withdraw"))
    await home.exchanges.stop()
  }

  /// A fault of the exchange and what is said of it.
  private static let faults: [(path: String, answer: ScriptedAnswer, words: String)] = [
    (
      "/fapi", ScriptedAnswer(418, headers: ["Retry-After": "90"], text: "{}"),
      "shut out for too many requests; again in 90 s"
    ),
    ("/fapi", ScriptedAnswer(429, headers: ["Retry-After": "90"], text: "{}"), "too many requests; again in 90 s"),
    ("/fapi", ScriptedAnswer(403, text: "no"), "not allowed from here: HTTP 403"),
    ("/fapi", ScriptedAnswer(502, text: "no"), "not available at present: HTTP 502"),
    ("/fapi/v1/exchangeInfo", ScriptedAnswer(text: "{]"), "the answer is not understood"),
    ("/fapi/v1/premiumIndex", ScriptedAnswer(text: "[{}]"), "the answer is not understood"),
    (
      "/fapi/v3/account", ScriptedAnswer(401, text: #"{"code":-2015,"msg":"Invalid API-key."}"#),
      "the API key is refused; check it and its permissions (Invalid API-key.)"
    ),
    (
      "/fapi/v3", ScriptedAnswer(400, text: #"{"code":-1021,"msg":"Timestamp outside of the recvWindow."}"#),
      "the clock is off; set it by NTP"
    ),
  ]

  @Test("each fault has its words, and exit code 1", arguments: faults.indices)
  func fault(_ place: Int) async throws {
    let (path, answer, words) = Self.faults[place]
    let home = try await VenueHome()
    home.exchanges.binance.http.fail(path, with: answer)
    let run = try await home.run("doctor", "binance-usdm", "-c", home.file)
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect(run.output.split(separator: "\n").contains { $0.hasPrefix("FAULT") && $0.contains(words) }, "\(run.output)")
    await home.exchanges.stop()
  }

  @Test("a clock 30 s off is a fault, told with its remedy")
  func clock() async throws {
    let home = try await VenueHome()
    home.exchanges.market.setAhead(.seconds(30))
    let run = try await home.run("doctor", "binance-usdm", "-c", home.file)
    #expect(run.status == 1)
    #expect(run.output.contains("this machine's clock is 30 s behind that of Binance USDⓈ-M"), "\(run.output)")
    // The venue's own time is signed with, so the account can be read all the same.
    #expect(run.output.contains("1 open, such as -1.5 BTCUSDT"), "\(run.output)")
    await home.exchanges.stop()
  }

  @Test(
    "a certificate nobody vouches for is a fault, and nothing is asked",
    arguments: [TestCertificate.unknownAuthority, .wrongHost])
  func certificate(_ certificate: TestCertificate) async throws {
    let other = try await FakeBinance(FakeMarket(), certificate: certificate)
    let home = try await VenueHome(binance: other.http.rest)
    let run = try await home.run("doctor", "binance-usdm", "-c", home.file)
    #expect(run.status == 1)
    #expect(
      run.output.contains("the certificate of localhost:\(other.http.server.port) is not trusted"), "\(run.output)")
    #expect(other.http.server.requests.isEmpty)
    await home.exchanges.stop()
    await other.http.server.stop()
  }

  @Test("a position whose size is not told, and a key others can read, are faults of the account")
  func accountFaults() async throws {
    let home = try await VenueHome()
    home.exchanges.binance.change { $0.positions[0].size = nil }
    let sizeless = try await home.run("doctor", "binance-usdm", "-c", home.file)
    #expect(sizeless.status == 1)
    #expect(sizeless.output.contains("not understood: it does not tell how large the position in BTCUSDT is"))
    await home.exchanges.stop()
    let open = try await VenueHome(mode: 0o644)
    let run = try await open.run("doctor", "binance-usdm", "-c", open.file)
    #expect(run.status == 1 && run.output.contains("can be read by others; run chmod 600 on it"), "\(run.output)")
    await open.exchanges.stop()
  }

  @Test("instruments are listed with their specification, and a word of the kind chooses")
  func instruments() async throws {
    let home = try await VenueHome()
    let run = try await home.run("instruments", "binance-usdm", "btc", "-c", home.file)
    #expect(run.status == 0 && run.output.contains("binance-usdm:BTCUSDT") && !run.output.contains("ETHUSDT"))
    let (_, list) = try await home.json("instruments", "hyperliquid", "perpetual", "--json", "-c", home.file)
    #expect(list.list.compactMap { $0["name"].text } == ["hyperliquid:BTC", "hyperliquid:ETH"])
    // A day's answer is kept: the venue may be gone.
    home.exchanges.binance.http.fail(with: ScriptedAnswer(503, text: "{}"))
    let again = try await home.run("instruments", "binance-usdm", "btc", "-c", home.file)
    #expect(again.output == run.output)
    await home.exchanges.stop()
  }
}

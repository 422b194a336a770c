import HedgeModel
import Testing

@testable import Venues

@Suite("Faults of Binance")
struct BinanceFaultTests {
  private static func fault(
    _ status: Int, _ body: String, retryAfter: String? = nil, _ segment: BinanceSegment = .usdMargined
  ) -> VenueFault? {
    let response = HTTPResponse(
      status: status, headers: retryAfter.map { [.init("retry-after", $0)] } ?? [], body: Array(body.utf8))
    return BinanceMarket(segment).fault(in: response, body: try? JSONText(body).root)
  }

  @Test(
    "are told apart by the venue's code",
    arguments: [
      (-1003, VenueFault.limited(retryAfter: nil)), (-1015, .limited(retryAfter: nil)),
      (-1021, .clockOff("words")), (-1022, .signatureRefused("words")), (-2014, .keyRefused("words")),
      (-2015, .keyRefused("words")), (-1002, .keyRefused("words")), (-1121, .unknownInstrument("words")),
      (-1001, .unavailable("words")), (-1008, .unavailable("words")),
      (-4141, .refused(code: "-4141", "words")),
    ])
  func codes(code: Int, fault: VenueFault) {
    #expect(Self.fault(400, #"{"code":\#(code),"msg":"words"}"#) == fault)
  }

  @Test(
    "are told apart by the status where that says more",
    arguments: [
      (418, #"{"code":-1003,"msg":"banned"}"#, "120", VenueFault.banned(retryAfter: .seconds(120))),
      (429, #"{"code":-1003,"msg":"slow"}"#, "7", .limited(retryAfter: .seconds(7))),
      (429, "", nil, .limited(retryAfter: nil)), (403, "<html>", nil, .forbidden("HTTP 403")),
      (451, #"{"code":0,"msg":"restricted"}"#, nil, .forbidden("not served in this country (restricted)")),
      (502, "<html>", nil, .unavailable("HTTP 502")), (503, #"{"code":-9,"msg":"busy"}"#, nil, .unavailable("busy")),
      (404, "", nil, .refused(code: "HTTP 404", "HTTP 404")),
      (400, #"{"code":-1003,"msg":"IP banned until 1613139600000"}"#, nil, .banned(retryAfter: nil)),
      (200, #"{"code":-1121,"msg":"Invalid symbol."}"#, nil, .unknownInstrument("Invalid symbol.")),
    ] as [(Int, String, String?, VenueFault)])
  func statuses(status: Int, body: String, retryAfter: String?, fault: VenueFault) {
    #expect(Self.fault(status, body, retryAfter: retryAfter) == fault)
  }

  @Test("an answer is none, and a text that is no JSON is not understood")
  func answers() {
    #expect(Self.fault(200, "[]") == nil)
    #expect(Self.fault(200, #"{"code":200,"msg":"success"}"#) == nil)
    #expect(Self.fault(200, "<html>") == .notUnderstood(DecodingFault("", found: "<html>", expected: "JSON")))
  }

  @Test("the venue's words are cut")
  func words() {
    guard case .refused(_, let words) = Self.fault(400, #"{"code":-9,"msg":"\#(String(repeating: "x", count: 999))"}"#)
    else {
      Issue.record("no fault")
      return
    }
    #expect(words.count == 200)
  }

  @Test(
    "every recorded error is the one it is",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence), arguments: BinanceFixture.segments)
  func recorded(segment: BinanceSegment) throws {
    for entry in VenuePayloads(segment.rawValue).entries(of: "error") {
      let fault = Self.fault(try #require(entry.status), try entry.text(), segment)
      switch try entry.json().integer("code") {
      case -1003: #expect(fault == .limited(retryAfter: nil))
      case -1021: #expect(fault.map { if case .clockOff = $0 { true } else { false } } == true)
      default: #expect(fault.map { if case .signatureRefused = $0 { true } else { false } } == true)
      }
    }
  }

  @Test("the weight used is told under the budget it belongs to: both futures markets have one")
  func usage() {
    let response = HTTPResponse(
      status: 200,
      headers: [
        .init("x-mbx-used-weight-1m", "42"), .init("X-SAPI-USED-IP-WEIGHT-1M", "3"), .init("X-MBX-USED-WEIGHT", "9"),
      ])
    #expect(
      BinanceMarket(.usdMargined).usage(in: response).first == RateUsage("binance-futures-weight", used: 42))
    #expect(
      BinanceMarket(.coinMargined).usage(in: response).first == RateUsage("binance-futures-weight", used: 42))
    #expect(
      BinanceMarket(.spot).usage(in: response) == [
        RateUsage("binance-spot-weight", used: 42), RateUsage("binance-wallet-weight", used: 3),
      ])
    #expect(
      BinanceMarket(.spot).usage(in: HTTPResponse(status: 200, headers: [.init("X-MBX-USED-WEIGHT-1M", "x")])).isEmpty)
  }

  @Test("every budget that is told of is one of the profile's", arguments: [BinanceSegment.spot])
  func budgets(segment: BinanceSegment) {
    #expect(BinanceMarket(segment).profile.limits.map(\.name) == ["binance-spot-weight", "binance-wallet-weight"])
  }
}

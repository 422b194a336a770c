import HedgeModel
import Testing

@testable import Venues

@Suite("A fault of Bybit")
struct BybitFaultTests {
  private let market = BybitMarket(.linear)

  private func fault(_ status: Int, _ text: String, _ headers: [VenueRequest.Parameter] = []) -> VenueFault? {
    let body = try? JSONText(text).root
    return market.fault(in: HTTPResponse(status: status, headers: headers, body: Array(text.utf8)), body: body)
  }

  @Test(
    "is told apart by the venue's code, as the status is 200",
    arguments: [
      (10002, VenueFault.clockOff("w")), (10003, .keyRefused("w")), (10004, .signatureRefused("w")),
      (10005, .keyRefused("w")), (33004, .keyRefused("w")), (10006, .limited(retryAfter: nil)),
      (10018, .limited(retryAfter: nil)), (10009, .banned(retryAfter: .seconds(600))), (10010, .addressRefused("w")),
      (10024, .forbidden("w")), (10016, .unavailable("w")), (110_001, .refused(code: "110001", "w")),
    ])
  func codes(code: Int, expected: VenueFault) {
    #expect(fault(200, #"{"retCode":\#(code),"retMsg":"w","result":{},"time":1}"#) == expected)
  }

  @Test("is an unknown instrument when the parameter that is wrong is the symbol")
  func symbol() {
    let words = "params error: symbol invalid"
    #expect(fault(200, #"{"retCode":10001,"retMsg":"\#(words)"}"#) == .unknownInstrument(words))
    #expect(fault(200, #"{"retCode":10001,"retMsg":"limit"}"#) == .refused(code: "10001", "limit"))
  }

  @Test(
    "is told by the status where there is no code",
    arguments: [
      (403, "access too frequent", VenueFault.banned(retryAfter: .seconds(600))),
      (
        403, "<H1>403</H1> configured to block access from your country",
        .forbidden("the venue does not serve this country")
      ),
      (429, "", .limited(retryAfter: nil)), (503, "<html>", .unavailable("HTTP 503")),
      (404, "", .refused(code: "HTTP 404", "no words")),
      (200, "<html>", .notUnderstood(DecodingFault("", found: "no JSON", expected: "an answer"))),
      (200, "{}", .notUnderstood(DecodingFault("retCode", found: "nothing", expected: "a code"))),
    ])
  func statuses(status: Int, text: String, expected: VenueFault) {
    #expect(fault(status, text) == expected)
  }

  @Test("is none when all is well")
  func none() {
    #expect(fault(200, #"{"retCode":0,"retMsg":"OK","result":{}}"#) == nil)
  }

  @Test("says when the budget is whole again, by the venue's own clock")
  func wait() {
    let text = #"{"retCode":10006,"retMsg":"Too many visits!","time":1700000000000}"#
    let header = VenueRequest.Parameter("x-bapi-limit-reset-timestamp", "1700000001500")
    #expect(fault(200, text, [header]) == .limited(retryAfter: .milliseconds(1500)))
    let past = VenueRequest.Parameter("x-bapi-limit-reset-timestamp", "1600000000000")
    #expect(fault(200, text, [past]) == .limited(retryAfter: nil))
  }

  @Test("leaves an answer's counters readable: used is the limit less what is left")
  func usage() {
    let headers: [VenueRequest.Parameter] = [.init("X-Bapi-Limit", "50"), .init("X-Bapi-Limit-Status", "47")]
    let response = HTTPResponse(status: 200, headers: headers)
    #expect(market.usage(in: response) == [RateUsage("bybit-account", used: 3, capacity: 50)])
    #expect(market.usage(in: HTTPResponse(status: 200)).isEmpty)
    #expect(market.usage(in: HTTPResponse(status: 200, headers: [.init("X-Bapi-Limit", "x"), headers[1]])).isEmpty)
  }

  @Test("that was recorded or documented", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func recorded() throws {
    for entry in VenuePayloads("bybit").entries(of: "error") {
      let fault = fault(entry.status ?? 200, try entry.text())
      switch fault {
      case .clockOff, .signatureRefused: break
      default: Issue.record("\(entry.file): \(String(describing: fault))")
      }
    }
  }
}

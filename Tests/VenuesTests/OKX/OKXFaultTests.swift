import HedgeModel
import Testing

@testable import Venues

@Suite("A fault of OKX")
struct OKXFaultTests {
  private func fault(_ status: Int, _ text: String, _ headers: [VenueRequest.Parameter] = []) -> VenueFault? {
    let response = HTTPResponse(status: status, headers: headers, body: Array(text.utf8))
    return OKXMarket().fault(in: response, body: try? JSONText(text).root)
  }

  @Test(
    "is told apart by the venue's code, whatever the status",
    arguments: [
      ("50011", VenueFault.limited(retryAfter: .seconds(2))), ("50061", .limited(retryAfter: .seconds(2))),
      ("50102", .clockOff("w")), ("50112", .clockOff("w")), ("50111", .keyRefused("w")), ("50105", .keyRefused("w")),
      ("50119", .keyRefused("w")), ("50113", .signatureRefused("w")), ("50110", .addressRefused("w")),
      ("50001", .unavailable("w")), ("50026", .unavailable("w")), ("51001", .unknownInstrument("w")),
    ])
  func codes(code: String, expected: VenueFault) {
    for status in [200, 400, 401, 429] {
      #expect(fault(status, #"{"msg":"w","code":"\#(code)","data":[]}"#) == expected)
    }
  }

  @Test(
    "is told by the status where the code is not known",
    arguments: [
      (200, #"{"code":"59999","msg":"w"}"#, VenueFault.refused(code: "59999", "w")),
      (429, "", .limited(retryAfter: .seconds(2))),
      (403, "<html>", .forbidden("the venue or its firewall refuses this address (HTTP 403)")),
      (502, "<html>", .unavailable("HTTP 502")), (404, "", .refused(code: "HTTP 404", "no words")),
      (200, "<html>", .notUnderstood(DecodingFault("", found: "no JSON", expected: "an answer"))),
      (200, "{}", .notUnderstood(DecodingFault("code", found: "nothing", expected: "a code"))),
      (500, #"{"code":"0","data":[]}"#, .unavailable("HTTP 500")),
    ])
  func statuses(status: Int, text: String, expected: VenueFault) {
    #expect(fault(status, text) == expected)
  }

  @Test("waits as long as the venue says")
  func wait() {
    let header = VenueRequest.Parameter("retry-after", "7")
    #expect(fault(429, #"{"code":"50011","msg":""}"#, [header]) == .limited(retryAfter: .seconds(7)))
  }

  @Test("is none when all is well, and its words are cut to a sensible length")
  func words() {
    #expect(fault(200, #"{"code":"0","msg":"","data":[]}"#) == nil)
    guard case .refused(_, let words) = fault(200, #"{"code":"1","msg":"\#(String(repeating: "x", count: 9999))"}"#)
    else { return #expect(Bool(false), "a refusal") }
    #expect(words.count == 200)
  }

  @Test("that is documented", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func recorded() throws {
    let entries = VenuePayloads("okx").entries(of: "error")
    #expect(entries.count == 2)
    for entry in entries {
      #expect(fault(entry.status ?? 200, try entry.text()) == .limited(retryAfter: .seconds(2)), "\(entry.file)")
    }
  }
}

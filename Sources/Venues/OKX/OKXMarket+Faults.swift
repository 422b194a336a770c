import HedgeModel

extension OKXMarket {
  /// The venue's code counts, whatever the status: refusals come with 200 as well as with others.
  public func fault(in response: HTTPResponse, body: JSONValue?) -> VenueFault? {
    if let body, let code = body.string("code") {
      if code == "0", response.status == 200 { return nil }
      let words = String((body.string("msg") ?? "no words").prefix(200))
      if let fault = Self.fault(code, words, wait: wait(response)) { return fault }
      if response.status == 200 { return .refused(code: String(code.prefix(20)), words) }
    }
    switch response.status {
    case 200 where body != nil:
      return .notUnderstood(DecodingFault("code", found: "nothing", expected: "a code"))
    case 200: return .notUnderstood(DecodingFault("", found: "no JSON", expected: "an answer"))
    case 403: return .forbidden("the venue or its firewall refuses this address (HTTP 403)")
    case 429: return .limited(retryAfter: wait(response))
    case 500...: return .unavailable("HTTP \(response.status)")
    default: return .refused(code: "HTTP \(response.status)", "no words")
    }
  }

  private static func fault(_ code: String, _ words: String, wait: Duration) -> VenueFault? {
    switch code {
    case "50011", "50061": .limited(retryAfter: wait)
    case "50102", "50112": .clockOff(words)
    case "50101", "50103", "50104", "50105", "50106", "50107", "50111", "50114", "50119", "50120", "50030":
      .keyRefused(words)
    case "50113": .signatureRefused(words)
    case "50110": .addressRefused(words)
    case "50001", "50004", "50013", "50026": .unavailable(words)
    case "50125", "51155": .forbidden(words)
    case "51001",
      "51000" where words.contains("inst"):
      .unknownInstrument(words)
    default: nil
    }
  }

  /// The venue counts in windows of two seconds and tells of no budget.
  private func wait(_ response: HTTPResponse) -> Duration {
    VenueFault.wait(response) ?? .seconds(2)
  }

  /// The venue tells nothing.
  public func usage(in response: HTTPResponse) -> [RateUsage] { [] }
}

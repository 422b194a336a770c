import HedgeModel

extension BybitMarket {
  /// The venue answers most refusals with status 200 and a code of its own.
  public func fault(in response: HTTPResponse, body: JSONValue?) -> VenueFault? {
    if let body, let code = (try? body.integer("retCode")).flatMap({ $0 }) {
      if code == 0, response.status == 200 { return nil }
      let words = String((body.string("retMsg") ?? "no words").prefix(200))
      if let fault = fault(code, words, wait: wait(response, body)) { return fault }
      if response.status == 200 { return .refused(code: "\(code)", words) }
    }
    return fault(status: response, hasBody: body != nil)
  }

  private func fault(_ code: Int64, _ words: String, wait: Duration?) -> VenueFault? {
    switch code {
    case 10002: .clockOff(words)
    case 10003, 10005, 10007, 33004: .keyRefused(words)
    case 10004: .signatureRefused(words)
    case 10006, 10018, 10429: .limited(retryAfter: wait)
    case 10009: .banned(retryAfter: wait ?? Self.banLength)
    case 10010: .addressRefused(words)
    case 10024: .forbidden(words)
    case 10000, 10016, 10019: .unavailable(words)
    case 10001 where words.lowercased().contains("symbol"), 10029, 170_121: .unknownInstrument(words)
    default: nil
    }
  }

  private func fault(status response: HTTPResponse, hasBody: Bool) -> VenueFault? {
    switch response.status {
    case 200:
      hasBody
        ? .notUnderstood(DecodingFault("retCode", found: "nothing", expected: "a code"))
        : .notUnderstood(DecodingFault("", found: "no JSON", expected: "an answer"))
    case 403:
      // The network in front of the venue answers the same status to countries that are not served.
      String(decoding: response.body, as: UTF8.self).lowercased().contains("country")
        ? .forbidden("the venue does not serve this country") : .banned(retryAfter: Self.banLength)
    case 429: .limited(retryAfter: VenueFault.wait(response))
    case 500...: .unavailable("HTTP \(response.status)")
    default: .refused(code: "HTTP \(response.status)", "no words")
    }
  }

  private static var banLength: Duration { .seconds(600) }

  /// The time until the budget is whole again, which the venue gives as an instant of its own clock.
  private func wait(_ response: HTTPResponse, _ body: JSONValue) -> Duration? {
    guard let reset = response.header("X-Bapi-Limit-Reset-Timestamp").flatMap(Int64.init),
      let now = (try? body.integer("time")).flatMap({ $0 })
    else { return nil }
    let wait = Timestamp(milliseconds: reset) - Timestamp(milliseconds: now)
    return wait > .zero && wait < .seconds(3600) ? wait : nil
  }

  /// The account's budget at the endpoint that was asked.
  public func usage(in response: HTTPResponse) -> [RateUsage] {
    guard let capacity = response.header("X-Bapi-Limit").flatMap(Int.init), capacity > 0,
      let left = response.header("X-Bapi-Limit-Status").flatMap(Int.init), (0...capacity).contains(left)
    else { return [] }
    return [RateUsage(Self.accountLimit.name, used: capacity - left, capacity: capacity)]
  }
}

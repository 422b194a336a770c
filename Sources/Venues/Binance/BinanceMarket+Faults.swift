import HedgeModel

extension BinanceMarket {
  /// The reason a response is no answer. The venue's own code says more than the status, except of being shut out and of servers that fail.
  public func fault(in response: HTTPResponse, body: JSONValue?) -> VenueFault? {
    let code = body.flatMap { try? $0.integer("code") } ?? nil
    let words = String((body?.string("msg") ?? "HTTP \(response.status)").prefix(200))
    let wait = response.header("Retry-After").flatMap(Int.init).map { Duration.seconds($0) }
    switch response.status {
    case 418: return .banned(retryAfter: wait)
    case 429: return .limited(retryAfter: wait)
    case 500...: return .unavailable(words)
    default: break
    }
    if let code, code < 0 { return Self.fault(code, words, wait) }
    switch response.status {
    case 200..<300: return body == nil ? .notUnderstood(Self.noJSON(response)) : nil
    case 403: return .forbidden(words)
    case 451: return .forbidden("not served in this country (\(words))")
    default: return .refused(code: "HTTP \(response.status)", words)
    }
  }

  private static func fault(_ code: Int64, _ words: String, _ wait: Duration?) -> VenueFault {
    switch code {
    // "… IP banned until 1613139600000 …" comes with this code as well.
    case -1003: words.contains("banned") ? .banned(retryAfter: wait) : .limited(retryAfter: wait)
    case -1015: .limited(retryAfter: wait)
    case -1021: .clockOff(words)
    case -1022: .signatureRefused(words)
    // The last of these means the key, its permissions or the address: the venue does not say which.
    case -1002, -2008, -2014, -2015: .keyRefused(words)
    case -1121: .unknownInstrument(words)
    case -1000, -1001, -1006, -1007, -1008, -1016: .unavailable(words)
    default: .refused(code: "\(code)", words)
    }
  }

  private static func noJSON(_ response: HTTPResponse) -> DecodingFault {
    DecodingFault("", found: String(decoding: response.body.prefix(40), as: UTF8.self), expected: "JSON")
  }

  /// The weight used in the present minute; the futures markets tell of their common budget.
  public func usage(in response: HTTPResponse) -> [RateUsage] {
    let counters = [
      ("X-MBX-USED-WEIGHT-1M", segment.weightLimit.name),
      ("X-SAPI-USED-IP-WEIGHT-1M", BinanceSegment.walletLimit.name),
    ]
    return counters.compactMap { header, limit in
      response.header(header).flatMap(Int.init).map { RateUsage(limit, used: $0) }
    }
  }
}

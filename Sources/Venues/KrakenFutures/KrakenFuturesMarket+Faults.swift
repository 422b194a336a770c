extension KrakenFuturesMarket {
  /// The reason a response is no answer; nil when it is one. The venue's word stands in `error` or `errors` of the body,
  /// with a status that may be 200.
  public func fault(in response: HTTPResponse, body: JSONValue?) -> VenueFault? {
    let message = body?["errors"]?[0]?.string("message")
    guard let word = body?.string("error") ?? message else {
      let isError = body?["result"]?.equals("error") == true
      return VenueFault.of(status: response, words: "") ?? (isError ? .refused(code: "error", "no reason given") : nil)
    }
    return Self.fault(String(word.prefix(160)), response, detail: body?.string("message"))
  }

  private static func fault(_ word: String, _ response: HTTPResponse, detail: String?) -> VenueFault {
    let words = [word, detail.map { String($0.prefix(120)) }].compactMap { $0 }.joined(separator: ": ")
    switch word {
    case "apiLimitExceeded": return .limited(retryAfter: VenueFault.wait(response))
    case "nonceBelowThreshold", "nonceDuplicate": return .clockOff(words)
    case "authenticationError", "accountInactive", "UNAUTHORIZED", "permissionDenied": return .keyRefused(words)
    case "Unavailable", "marketUnavailable", "Server Error", "contractSuspended": return .unavailable(words)
    case "notFound", "contractNotFound", "symbolNotFound": return .unknownInstrument(words)
    default:
      if word.contains("invalid") && word.contains("symbol") { return .unknownInstrument(words) }
      return VenueFault.of(status: response, words: words) ?? .refused(code: word, words)
    }
  }
}

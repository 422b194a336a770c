extension DeribitMarket {
  /// The reason a response is no answer; nil when it is one. The venue's code stands in `error` of the body.
  public func fault(in response: HTTPResponse, body: JSONValue?) -> VenueFault? {
    guard let error = body?["error"] else { return VenueFault.of(status: response, words: "") }
    return Self.fault(error, VenueFault.wait(response))
  }

  private static func fault(_ error: JSONValue, _ wait: Duration?) -> VenueFault {
    let code = (try? error.integer("code")).flatMap { $0 } ?? 0
    let words = words(of: error)
    switch code {
    case 10028, 10047, 10066: return .limited(retryAfter: wait)
    case 10040, 10041, 11051, 11094, 13503, 13888: return .unavailable(words)
    case 13020: return .unknownInstrument(words)
    case -32602 where error["data"]?["param"]?.equals("instrument_name") == true: return .unknownInstrument(words)
    case 13004, 13009, 13021, 13403: return refusal(words)
    default: return .refused(code: "\(code)", words)
    }
  }

  /// Which part of the proof is refused, as far as the reason tells.
  private static func refusal(_ words: String) -> VenueFault {
    let reason = words.lowercased()
    if reason.contains("timestamp") { return .clockOff(words) }
    if reason.contains("signature") { return .signatureRefused(words) }
    if reason.contains("whitelist") || reason.contains("ip_") { return .addressRefused(words) }
    return .keyRefused(words)
  }

  /// The message with the reason given beside it.
  static func words(of error: JSONValue) -> String {
    let reason = error["data"]?.string("reason")
    return String([error.string("message"), reason].compactMap { $0 }.joined(separator: ": ").prefix(160))
  }
}

extension CoinbaseMarket {
  /// The reason a response is no answer; nil when it is one. The venue has no codes, only a status and a `message`.
  public func fault(in response: HTTPResponse, body: JSONValue?) -> VenueFault? {
    let words = body?.string("message") ?? ""
    if response.status == 404 { return .unknownInstrument(words.isEmpty ? "HTTP 404" : String(words.prefix(160))) }
    return VenueFault.of(status: response, words: words)
  }
}

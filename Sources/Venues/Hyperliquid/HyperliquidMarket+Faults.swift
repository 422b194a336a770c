extension HyperliquidMarket {
  /// The venue has no error codes: a status, and for a body it does not understand a sentence. What it does not know it
  /// answers with `null`.
  public func fault(in response: HTTPResponse, body: JSONValue?) -> VenueFault? {
    if response.status == 200, body?.isAbsent == true { return .unknownInstrument("it answers null") }
    let words = body == nil ? String(decoding: response.body.prefix(160), as: UTF8.self) : ""
    return VenueFault.of(status: response, words: body?.string("error") ?? words)
  }
}

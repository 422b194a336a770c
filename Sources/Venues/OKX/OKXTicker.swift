import HedgeModel

/// Last price, bid and ask, as answers and streams tell them alike.
struct OKXTicker {
  /// The quote; nil while neither a last price nor both sides are told.
  let quote: Quote?

  init(_ row: JSONValue) throws(DecodingFault) {
    quote = Quote(
      last: try row.positiveDouble("last"), bid: try row.positiveDouble("bidPx"), ask: try row.positiveDouble("askPx"))
  }
}

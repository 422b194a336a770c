import HedgeModel

/// Last price, bid and ask, as answers and streams tell them alike.
struct OKXTicker {
  /// The quote; nil while neither a last price nor both sides are told.
  let quote: Quote?

  init(_ row: JSONValue) throws(DecodingFault) {
    let bid = try row.positiveDouble("bidPx")
    let ask = try row.positiveDouble("askPx")
    let last = try row.positiveDouble("last")
    var price = last
    if price == nil, let bid, let ask { price = (bid + ask) / 2 }
    quote = price.flatMap { Quote(price: $0, bid: bid, ask: ask) }
  }
}

import HedgeModel

/// The best bid and ask.
struct BybitTop: Sendable {
  private var bid: Double?
  private var ask: Double?

  /// Takes the levels of a message: one with a quantity is the best, one without takes the best away that it names.
  mutating func take(_ data: JSONValue) throws(DecodingFault) {
    try Self.take(data.need("b"), &bid)
    try Self.take(data.need("a"), &ask)
  }

  private static func take(_ side: JSONValue, _ best: inout Double?) throws(DecodingFault) {
    var gone: Double?
    var new: Double?
    for level in side.elements {
      guard let price = try level[0]?.double(), let quantity = try level[1]?.double(), price > 0 else {
        throw DecodingFault("data", found: String(level.string.prefix(40)), expected: "a price and a quantity")
      }
      if quantity > 0 { new = price } else { gone = price }
    }
    if let new { best = new } else if gone == best { best = nil }
  }

  /// Their mid with both; nil while a side is missing.
  var quote: Quote? {
    guard let bid, let ask else { return nil }
    return Quote(price: (bid + ask) / 2, bid: bid, ask: ask)
  }
}

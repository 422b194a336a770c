import HedgeModel

extension Quote {
  /// A quote of a venue that tells the last trade beside bid and ask: the last price while it lies between them, else
  /// the middle, as the last trade of a quiet future may be hours old. A side of zero is an empty one.
  ///
  /// Nil when neither a price nor both sides are known.
  init?(last: Double?, bid: Double?, ask: Double?) {
    let bid = bid.flatMap { $0 > 0 ? $0 : nil }
    let ask = ask.flatMap { $0 > 0 ? $0 : nil }
    let last = last.flatMap { $0 > 0 ? $0 : nil }
    guard let bid, let ask else {
      guard let last else { return nil }
      self.init(price: last, bid: bid, ask: ask)
      return
    }
    let isBetween = last.map { bid <= $0 && $0 <= ask } ?? false
    self.init(price: isBetween ? last ?? 0 : (bid + ask) / 2, bid: bid, ask: ask)
  }
}

import HedgeModel

/// The instants at which UTC hours and days end.
enum BarGrid {
  /// The end of the last bar that closed at or before `instant`.
  static func lastClose(of interval: BetaPolicy.BarInterval, at instant: Timestamp) -> Timestamp {
    let length = interval.duration.wholeMilliseconds
    let past = instant.milliseconds % length
    return instant.advanced(byMilliseconds: -(past < 0 ? past + length : past))
  }

  /// Bars of every interval in (`start`, `end`], oldest first, both ends being ends of bars: what a venue left out is a
  /// bar without a price. Prices that are none, and bars that end elsewhere, are left out.
  static func filled(
    _ bars: [Bar], every interval: BetaPolicy.BarInterval, after start: Timestamp, through end: Timestamp
  ) -> [Bar] {
    var prices: [Timestamp: Double] = [:]
    for bar in bars {
      guard let price = bar.price, price > 0, price.isFinite else { continue }
      prices[bar.close] = price
    }
    let length = interval.duration.wholeMilliseconds
    return stride(from: start.milliseconds + length, through: end.milliseconds, by: Int(length)).map {
      let close = Timestamp(milliseconds: $0)
      return Bar(close: close, price: prices[close])
    }
  }
}

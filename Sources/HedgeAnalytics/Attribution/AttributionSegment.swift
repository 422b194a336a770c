import HedgeModel

/// The start of a stretch in which nothing was traded: profit is split by the prices and the beta of its start.
struct AttributionSegment {
  /// The market then; nil when it is not known.
  let start: MarketPoint?
  /// What the position was valued at.
  let price: Reading<Double>
  /// The spot price of its coin.
  let spot: Reading<Double>
  /// Its beta: the one of the start, or the first that was known after it.
  var beta: Reading<Double>

  init(_ marks: PositionMarks, beta: Reading<Double>, start: MarketPoint?, at instant: Timestamp?) {
    let instant = instant ?? start?.at
    self.start = start
    price = instant.map { marks.price.withoutAge(at: $0) } ?? marks.price
    spot = instant.map { marks.spot.withoutAge(at: $0) } ?? marks.spot
    self.beta = instant.map { beta.withoutAge(at: $0) } ?? beta
  }
}

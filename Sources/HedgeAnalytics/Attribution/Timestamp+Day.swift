import HedgeModel

extension Timestamp {
  /// Number of the UTC day since the epoch, rounded down.
  var utcDay: Int64 {
    let (day, rest) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    return rest < 0 ? day - 1 : day
  }
}

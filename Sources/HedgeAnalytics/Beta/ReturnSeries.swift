import HedgeModel

/// Returns from prices with gaps: a return exists only where both prices do and lie exactly one step apart. A missing
/// one is NaN, never zero.
public enum ReturnSeries {
  /// The return between two prices; NaN unless both are positive and finite.
  public static func value(from before: Double, to after: Double, _ returns: BetaPolicy.Returns) -> Double {
    guard before > 0, after > 0, before.isFinite, after.isFinite else { return .nan }
    return returns == .log ? Power.naturalLogarithm(after / before) : after / before - 1
  }

  /// The returns between consecutive `prices` (NaN where there is none): one fewer than there are prices.
  public static func values(of prices: [Double], _ returns: BetaPolicy.Returns) -> [Double] {
    zip(prices, prices.dropFirst()).map { value(from: $0, to: $1, returns) }
  }

  /// The prices at the `count` instants that end with `last`, one `step` apart; NaN where no bar closed.
  ///
  /// - Parameter bars: by rising close, one instrument's.
  public static func grid(_ bars: [Bar], last: Timestamp, count: Int, step: Duration) -> [Double] {
    var prices = [Double](repeating: .nan, count: max(count, 0))
    let length = step.wholeMilliseconds
    guard length > 0 else { return prices }
    for bar in bars.reversed() where bar.close <= last {
      let distance = last.milliseconds - bar.close.milliseconds
      guard distance / length < Int64(count) else { break }
      guard distance % length == 0, let price = bar.price else { continue }
      prices[count - 1 - Int(distance / length)] = price
    }
    return prices
  }

  /// The last `lookback` returns up to `last`: the window of that many calendar steps, complete or not.
  public static func window(
    _ bars: [Bar], last: Timestamp, lookback: Int, interval: BetaPolicy.BarInterval, _ returns: BetaPolicy.Returns
  ) -> [Double] {
    values(of: grid(bars, last: last, count: lookback + 1, step: interval.duration), returns)
  }
}

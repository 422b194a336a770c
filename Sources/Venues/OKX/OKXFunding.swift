import HedgeModel

/// The funding of a perpetual, as answers and streams tell it alike.
struct OKXFunding {
  /// The interval the venue documents, for perpetuals of which it tells one stamp only.
  static let usualInterval = Duration.hours(8)

  private let rate: Double?
  private let stamp: Timestamp?
  /// Time between two payments, from two stamps; nil when the venue tells one only.
  let interval: Duration?
  /// When the venue said so; nil when it does not tell.
  let time: Timestamp?

  /// Reads a row. `fundingTime` is the next payment, `nextFundingTime` the one after it.
  init(_ row: JSONValue) throws(DecodingFault) {
    rate = try row.double("fundingRate")
    stamp = try row.milliseconds("fundingTime")
    time = try row.milliseconds("ts")
    let after = try row.milliseconds("nextFundingTime")
    let before = try row.milliseconds("prevFundingTime")
    interval = Self.interval(stamp, after) ?? Self.interval(before, stamp)
  }

  private static func interval(_ first: Timestamp?, _ second: Timestamp?) -> Duration? {
    guard let first, let second, first.milliseconds > 0, second > first, second - first <= .days(30) else { return nil }
    return second - first
  }

  /// The rate with its real interval, or else the instrument's; nil when there is none.
  func rate(of kind: Instrument.Kind) -> FundingRate? {
    guard case .perpetual(let usual) = kind, let rate else { return nil }
    return FundingRate(rate: rate, interval: interval ?? usual, nextStamp: stamp)
  }
}

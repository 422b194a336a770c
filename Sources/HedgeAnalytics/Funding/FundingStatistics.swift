import HedgeModel

/// What the funding of one instrument was over a stretch of its history.
public struct FundingStatistics: Hashable, Sendable {
  /// Payments.
  public let count: Int
  /// Hours they were paid for: of each, the hours since the payment before it.
  public let hours: Double
  /// Sum of the rates: what a short of constant notional received, per unit of notional.
  public let sum: Double
  /// Smallest rate.
  public let minimum: Double
  /// Greatest rate.
  public let maximum: Double
  /// Payments with a negative rate.
  public let negativeCount: Int
  /// Simple rate a year by the real hours: sum / hours · 8760.
  public let annualised: Double
  /// Π(1 + rate) − 1.
  public let compounded: Double
  /// Σ rate·mark: what a short of one coin received; nil when a mark price is missing.
  public let perCoin: Double?

  /// Mean rate of a payment.
  public var mean: Double { sum / Double(count) }

  /// Statistics of `stamps`, by rising time; nil when there is none, or one alone that has no interval.
  ///
  /// - Parameter previous: the payment before the first; without it the first one's interval is taken to be the
  ///   following one.
  public init?(_ stamps: some Collection<FundingStamp>, previous: Timestamp? = nil) {
    let times = stamps.map(\.time)
    guard let first = times.first, let last = times.last else { return nil }
    let lead = previous.map { first - $0 } ?? times.dropFirst().first.map { $0 - first }
    guard let lead else { return nil }
    let rates = stamps.map(\.rate)
    let marks = stamps.compactMap(\.markPrice)
    count = rates.count
    hours = (last - first).inHours + lead.inHours
    sum = rates.reduce(0, +)
    minimum = rates.min() ?? 0
    maximum = rates.max() ?? 0
    negativeCount = rates.count { $0 < 0 }
    annualised = sum / hours * 8760
    compounded = rates.reduce(1) { $0 * (1 + $1) } - 1
    perCoin = marks.count == rates.count ? zip(rates, marks).reduce(0) { $0 + $1.0 * $1.1 } : nil
  }
}

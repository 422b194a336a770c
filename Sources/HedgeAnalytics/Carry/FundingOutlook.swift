import HedgeModel

/// What the funding of one perpetual is expected to be, from what it was over an averaging window.
public struct FundingOutlook: Hashable, Sendable {
  /// The first payment averaged.
  public let from: Timestamp
  /// The last payment averaged.
  public let to: Timestamp
  /// Payments averaged.
  public let count: Int
  /// Mean rate an hour: Σrate / Σhours, so that payments of different intervals weigh by their time.
  public let ratePerHour: Double
  /// Newey–West standard error of the mean, an hour: payments that follow each other resemble each other, which a
  /// plain standard error would take for knowledge. Nil with fewer than two payments.
  public let errorPerHour: Double?

  /// The mean a year, simple.
  public var annualised: Double { ratePerHour * 8760 }

  /// The mean of the payments in (now − window, now].
  ///
  /// - Parameters:
  ///   - stamps: past payments, by rising time; what is older than the window gives the first one its interval.
  ///   - window: the averaging window, positive.
  ///   - instrument: named in the reason when there is too little.
  public static func average(
    of stamps: FundingStamps, over window: Duration, at now: Timestamp, instrument: InstrumentID
  ) -> Reading<FundingOutlook> {
    let since = now - window
    let later = stamps.later(than: since)
    let first = later.startIndex
    let recent = later.prefix { $0.time <= now }
    let previous = first > stamps.startIndex && first < stamps.endIndex ? stamps[first - 1].time : nil
    guard let oldest = recent.first, let newest = recent.last,
      let statistics = FundingStatistics(recent, previous: previous), statistics.hours > 0
    else {
      return .unknown(
        UnknownReason(
          .tooFewObservations,
          "no funding of \(instrument) is known in the \(CarryWords.days(window)) before \(now.iso8601)"))
    }
    let outlook = FundingOutlook(
      from: oldest.time, to: newest.time, count: statistics.count, ratePerHour: statistics.sum / statistics.hours,
      errorPerHour: error(recent.map(\.rate)).map { $0 * Double(statistics.count) / statistics.hours })
    return .known(outlook, Provenance(asOf: newest.time, source: "funding history"))
  }

  /// Sum of the rates expected over `period`: by its payments where the current rate tells when they are made, by its
  /// hours where not.
  public func expectedRate(over period: Duration, current: FundingRate?, now: Timestamp) -> Double {
    ratePerHour * hours(paidIn: period, current: current, now: now)
  }

  /// Standard error of ``expectedRate(over:current:now:)``; nil when there is none of the mean.
  public func expectedRateError(over period: Duration, current: FundingRate?, now: Timestamp) -> Double? {
    errorPerHour.map { $0 * hours(paidIn: period, current: current, now: now) }
  }

  private func hours(paidIn period: Duration, current: FundingRate?, now: Timestamp) -> Double {
    guard let current, let next = current.nextStamp else { return period.inHours }
    return Double(FundingSchedule.stamps(in: period, interval: current.interval, next: next, now: now))
      * current.interval.inHours
  }

  /// Newey–West error of a mean.
  private static func error(_ rates: [Double]) -> Double? {
    guard rates.count > 1 else { return nil }
    let count = Double(rates.count)
    let mean = rates.reduce(0, +) / count
    let deviations = rates.map { ($0 - mean) / count }
    return LongRunVariance.total(deviations, lag: RobustErrors.defaultLag(observations: rates.count)).squareRoot()
  }
}

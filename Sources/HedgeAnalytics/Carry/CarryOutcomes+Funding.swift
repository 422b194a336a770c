import HedgeModel

extension CarryOutcomes {
  /// What positions of constant notional would have received over every stretch of `length` in the past that the
  /// funding of all of them is known of.
  ///
  /// A stretch begins at each payment and holds those in (begin, begin + length]. Unknown when the common past is
  /// shorter than one stretch.
  ///
  /// - Parameters:
  ///   - positions: all held over the same stretches, so that what offsets stays offset.
  ///   - now: payments later than this are left out.
  public static func past(
    of positions: [FundedPosition], length: Duration, through now: Timestamp
  ) -> Reading<CarryOutcomes> {
    let walks = positions.filter { $0.notional != 0 }.map { FundingWalk($0, through: now) }
    guard !walks.isEmpty, length > .zero else {
      return .unknown(UnknownReason(.undefined, "no leg pays funding"))
    }
    if let empty = walks.first(where: { $0.known == nil }) {
      return .unknown(UnknownReason(.tooFewObservations, "no funding of \(empty.instrument) is known"))
    }
    let known = walks.compactMap(\.known)
    let begin = known.map(\.begin).max() ?? now
    let end = known.map(\.end).min() ?? begin
    let starts = Set(walks.flatMap(\.times)).filter { $0 >= begin && $0 + length < end }.sorted()
    let outcomes = sums(walks, starts, length)
    let fits = Int((end - begin).inHours / length.inHours)
    guard let result = CarryOutcomes(outcomes, independentCount: max(1, fits)) else {
      let words = "the funding known covers \(CarryWords.days(end - begin)), less than \(CarryWords.days(length))"
      return .unknown(UnknownReason(.tooFewObservations, words))
    }
    return .known(result, Provenance(asOf: walks.compactMap(\.times.last).min() ?? now, source: "funding history"))
  }

  private static func sums(_ walks: [FundingWalk], _ starts: [Timestamp], _ length: Duration) -> [Double] {
    var outcomes = [Double](repeating: 0, count: starts.count)
    for walk in walks {
      var (low, high) = (0, 0)
      for (index, start) in starts.enumerated() {
        outcomes[index] += walk.received(after: start, through: start + length, &low, &high)
      }
    }
    return outcomes
  }
}

/// The payments of one position as a running sum, so that a stretch of them is one subtraction.
private struct FundingWalk {
  let instrument: InstrumentID
  let times: [Timestamp]
  /// Cash received up to and with each payment, after a zero.
  private let running: [Double]

  init(_ position: FundedPosition, through now: Timestamp) {
    let stamps = position.stamps.prefix { $0.time <= now }
    instrument = position.instrument
    times = stamps.map(\.time)
    running = stamps.reduce(into: [0]) { sums, stamp in
      sums.append((sums.last ?? 0) + FundingCash.received(notional: position.notional, rate: stamp.rate))
    }
  }

  /// From the first payment up to, not with, the one that would follow the last; nil with fewer than two.
  var known: (begin: Timestamp, end: Timestamp)? {
    guard times.count > 1, let first = times.first, let last = times.last else { return nil }
    return (first, last + (last - times[times.count - 2]))
  }

  /// Cash over the payments in (`after`, `through`]; the places only move forward, as the stretches do.
  func received(after: Timestamp, through: Timestamp, _ low: inout Int, _ high: inout Int) -> Double {
    while low < times.count, times[low] <= after { low += 1 }
    while high < times.count, times[high] <= through { high += 1 }
    return running[max(low, high)] - running[low]
  }
}

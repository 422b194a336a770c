import HedgeModel

/// Where the funding payments of one instrument are known to be complete.
///
/// A payment is missing where nobody has told all payments of a time, and where those that are known are further apart
/// than the instrument pays: a sum over such a time would silently lack it.
struct FundingCoverage: Hashable, Sendable {
  /// How far from its hour a payment may be stamped.
  private static let jitter = Duration.seconds(60)

  /// Spans in which all payments were told, oldest first, without overlaps.
  private(set) var told: [FundingSpan]

  /// Payments are told from `start` on.
  init(from start: Timestamp) {
    told = [FundingSpan(since: start, until: .distantFuture)]
  }

  /// All payments of a span were told.
  mutating func add(_ span: FundingSpan) {
    told = Self.joined(told + [span], bridging: .zero)
  }

  /// Everything that is known to be complete, oldest first.
  ///
  /// - Parameters:
  ///   - stamps: the payments known, oldest first.
  ///   - interval: time between two payments by the specification.
  func spans(_ stamps: FundingStamps, every interval: Duration) -> [FundingSpan] {
    let gaps = zip(stamps, stamps.dropFirst()).map { $1.time - $0.time }
    let step = gaps.filter { $0 > Self.jitter }.reduce(interval, min)
    // One after another at the instrument's own pace there is no room for another.
    let chain = stamps.map { FundingSpan(since: $0.time - .milliseconds(1), until: $0.time) }
    return Self.joined(told + chain, bridging: step + Self.jitter)
  }

  /// Spans that overlap, or that no payment fits between, as one.
  private static func joined(_ spans: [FundingSpan], bridging step: Duration) -> [FundingSpan] {
    var joined: [FundingSpan] = []
    for span in spans.sorted(by: { ($0.since, $0.until) < ($1.since, $1.until) }) {
      if let last = joined.last, span.since <= last.until || last.until.isFollowed(by: span.since, within: step) {
        joined[joined.count - 1] = FundingSpan(since: last.since, until: max(last.until, span.until))
      } else {
        joined.append(span)
      }
    }
    return joined
  }
}

extension Timestamp {
  /// Later than anything that happens.
  static let distantFuture = Timestamp(milliseconds: .max)

  fileprivate func isFollowed(by other: Timestamp, within step: Duration) -> Bool { other - self < step }
}

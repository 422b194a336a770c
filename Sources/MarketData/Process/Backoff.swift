import HedgeModel

/// How long to wait before trying again: twice as long after each failure, up to a limit, a little less at random so
/// that many clients do not come back at once.
///
///     var backoff = Backoff(seed: 7)
///     let first = backoff.next()   // 0.75 s to 1 s
///     let second = backoff.next()  // 1.5 s to 2 s
///     backoff.reset()              // a connection held: begin again
public struct Backoff: Hashable, Sendable {
  /// The longest first wait.
  public let first: Duration
  /// No wait is longer.
  public let longest: Duration
  /// Failures since the last reset.
  public private(set) var failures = 0
  private var random: SplitMix64

  /// A sequence of waits; equal seeds give equal sequences.
  public init(first: Duration = .seconds(1), longest: Duration = .seconds(60), seed: UInt64) {
    self.first = first
    self.longest = longest
    random = SplitMix64(seed: seed)
  }

  /// Notes a failure and tells how long to wait: three to four quarters of `first` · 2ⁿ, or of `longest`.
  public mutating func next() -> Duration {
    let doublings = min(failures, 30)
    failures += 1
    let whole = min(first * (1 << doublings), longest)
    return .milliseconds(Int64(Double(whole.wholeMilliseconds) * (0.75 + 0.25 * random.unit())))
  }

  /// Notes that it went well.
  public mutating func reset() {
    failures = 0
  }
}

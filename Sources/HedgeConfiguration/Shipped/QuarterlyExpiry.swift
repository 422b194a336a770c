import HedgeModel

/// When the simulated market's quarterly contract ends: 08:00 UTC of the first Friday at least 90 days after the
/// market opens.
enum QuarterlyExpiry {
  private static let day: Int64 = 86_400_000

  /// The end of the contract of a market that opens at `start`.
  static func after(_ start: Timestamp) -> Timestamp {
    // Held within the years a calendar knows: an instant near the ends of its range must not overflow.
    let opening = min(max(start.milliseconds, 0), 2_932_896 * day)
    let earliest = opening + 90 * day - 8 * 3_600_000
    // Whole days until the instant, and on to a Friday: 1970-01-02, day 1, was one.
    let first = (earliest + day - 1) / day
    let friday = first + (8 - first % 7) % 7
    return Timestamp(milliseconds: friday * day + 8 * 3_600_000)
  }
}

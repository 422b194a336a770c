extension Duration {
  /// Whole milliseconds, saturating: a duration beyond 292 million years is of no interest to a hedge.
  public var wholeMilliseconds: Int64 {
    let (seconds, attoseconds) = components
    let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1000)
    if overflow { return seconds < 0 ? .min : .max }
    let (sum, carried) = scaled.addingReportingOverflow(attoseconds / 1_000_000_000_000_000)
    return carried ? (seconds < 0 ? .min : .max) : sum
  }

  /// The duration in seconds as a floating-point number.
  public var inSeconds: Double { Double(wholeMilliseconds) / 1000 }

  /// The duration in hours.
  public var inHours: Double { inSeconds / 3600 }

  /// The duration in days of 24 hours: crypto trades around the clock.
  public var inDays: Double { inSeconds / 86_400 }

  /// A duration of `count` hours.
  public static func hours(_ count: Double) -> Duration { .milliseconds(Int64((count * 3_600_000).rounded())) }

  /// A duration of `count` days of 24 hours.
  public static func days(_ count: Double) -> Duration { .hours(count * 24) }
}

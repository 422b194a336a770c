import HedgeModel

/// How long a strategy's drift has been watched, and how long it was beyond the band. Time in which the drift was
/// unknown or stale counts for neither.
public struct BandTime: Hashable, Sendable {
  /// Time beyond the band, summed.
  public private(set) var outside: Duration = .zero
  /// Time the drift was known, in the band or beyond it.
  public private(set) var watched: Duration = .zero
  /// Since when the drift has been beyond the band without a break; nil while it is within, unknown or stale.
  public private(set) var outsideSince: Timestamp?
  /// The latest instant the drift was known; nil while it is not.
  private var lastKnown: Timestamp?

  /// No time watched yet.
  public init() {}

  /// Counts the time from the previous instant to `now` by what was true at the previous one.
  ///
  /// - Parameter isOutside: whether the drift is beyond the band now; nil when that cannot be told.
  mutating func advance(to now: Timestamp, isOutside: Bool?) {
    if let lastKnown, now > lastKnown {
      watched += now - lastKnown
      if outsideSince != nil { outside += now - lastKnown }
    }
    lastKnown = isOutside == nil ? nil : now
    outsideSince = isOutside == true ? outsideSince ?? now : nil
  }
}

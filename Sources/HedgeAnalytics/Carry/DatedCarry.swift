import HedgeModel

/// What holding a dated future is expected to bring while its basis runs out. Cash is received positive.
public enum DatedCarry {
  /// Cash of the basis over `period`, spot standing still: −N·b/(1 + b)·period/remaining.
  ///
  /// At expiry a future is worth spot, so a short of notional N = Q·F has gained Q·(F − S) = N·b/(1 + b); on the way
  /// the basis is taken to shrink evenly. A short gains when the basis narrows, a long loses it. Over a period beyond
  /// the expiry the future is taken to be rolled at the same yield a day.
  ///
  /// - Parameters:
  ///   - notional: N, signed.
  ///   - basis: b = F/S − 1.
  ///   - remaining: time to the expiry, positive.
  public static func received(
    notional: Double, basis: Double, over period: Duration, remaining: Duration
  ) -> Double {
    -notional * basis / (1 + basis) * period.inHours / remaining.inHours
  }

  /// The instants in (now, now + period) at which a future has to be rolled into the next.
  ///
  /// - Parameters:
  ///   - expiry: of the future held now.
  ///   - lead: how long before an expiry is rolled, not negative.
  ///   - tenor: time between two expiries, positive; a quarter for quarterly futures.
  public static func rolls(
    expiry: Timestamp, lead: Duration, tenor: Duration, over period: Duration, from now: Timestamp
  ) -> [Timestamp] {
    guard tenor > .zero else { return [] }
    var rolls: [Timestamp] = []
    var next = max(expiry - lead, now)
    // A thousand rolls are more than any holding period has; the limit stops a tenor of a millisecond.
    while next < now + period, rolls.count < 1_000 {
      rolls.append(next)
      next = next + tenor
    }
    return rolls
  }
}

import HedgeModel

/// Whether a leg's funding has turned from receiving to paying, or back.
public struct CarryReversal: Hashable, Sendable {
  /// True when the current rate has the other sign than the last payment.
  public let isRateReversed: Bool
  /// True when the mean over the averaging window has the other sign than the mean over the window before it.
  public let isCarryReversed: Bool
  /// The last payment in the window whose sign differs from the one before it; nil when none does.
  public let lastTurn: Timestamp?

  /// True when either has reversed.
  public var isReversed: Bool { isRateReversed || isCarryReversed }

  /// Looks for reversals in the payments of one instrument; a zero rate has no sign and turns nothing.
  ///
  /// - Parameters:
  ///   - stamps: past payments, by rising time; two windows of them let the mean be compared.
  ///   - current: the rate announced for the next payment; nil when unknown.
  ///   - window: the averaging window.
  public init(_ stamps: FundingStamps, current: Double?, window: Duration, at now: Timestamp) {
    let past = stamps.later(than: now - window - window).prefix { $0.time <= now }
    let recent = past.filter { $0.time > now - window }
    let before = past.filter { $0.time <= now - window }
    isRateReversed = Self.differ(current, stamps.last { $0.time <= now }?.rate)
    isCarryReversed = Self.differ(Self.sum(recent), Self.sum(before))
    var turn: Timestamp?
    var previous: Double?
    for stamp in recent where stamp.rate != 0 {
      if Self.differ(stamp.rate, previous) { turn = stamp.time }
      previous = stamp.rate
    }
    lastTurn = turn
  }

  private static func sum(_ stamps: [FundingStamp]) -> Double? {
    stamps.isEmpty ? nil : stamps.reduce(0) { $0 + $1.rate }
  }

  private static func differ(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return false }
    return left < 0 && right > 0 || left > 0 && right < 0
  }
}

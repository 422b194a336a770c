import HedgeModel

/// When what a hedge costs has eaten what it is held for.
public enum CarryExhaustion: Hashable, Sendable {
  /// The carry is received, or too small to matter within a thousand years.
  case never
  /// At this instant, at the expected pace; `now` when the fees alone are more than the benefit.
  case at(Timestamp)

  /// The instant, or nil for never.
  public var instant: Timestamp? { if case .at(let instant) = self { instant } else { nil } }

  /// When fixed costs and carry reach the benefit: (benefit − fixed) / (cost an hour) from `now`.
  ///
  /// - Parameters:
  ///   - benefit: what the hedge is held for, not negative: the loss it protects against, or the basis captured.
  ///   - fixedCosts: fees and slippage, not negative.
  ///   - costPerHour: carry paid an hour; zero or negative when it is received.
  public static func reached(
    benefit: Double, fixedCosts: Double, costPerHour: Double, from now: Timestamp
  ) -> CarryExhaustion {
    let left = benefit - fixedCosts
    if left <= 0 { return .at(now) }
    guard costPerHour > 0 else { return .never }
    let hours = left / costPerHour
    return hours < 1_000 * 8_766 ? .at(now + .hours(hours)) : .never
  }
}

import HedgeModel

/// Spot against a future: what is locked, what is only hoped for, and what each side earns.
public enum CashAndCarry {
  /// Profit of each side of a carry trade at one price of spot and future.
  public struct Profit: Hashable, Sendable {
    /// Of the spot side.
    public let spot: Double
    /// Of the future.
    public let future: Double
    /// Of both.
    public var total: Double { spot + future }
  }

  /// Profit in the quote currency when spot has moved from `spotEntry` to `spot` and the linear future from
  /// `futureEntry` to `future`. Equal and opposite quantities lock the basis: at settlement, where the future is worth
  /// spot, the sum does not depend on the price. Equal notionals do not.
  ///
  /// - Parameters:
  ///   - spotQuantity: coins held, signed.
  ///   - futureQuantity: coins of the future, signed; negative is short.
  public static func profit(
    spotQuantity: Double, futureQuantity: Double, spotEntry: Double, futureEntry: Double, spot: Double, future: Double
  ) -> Profit {
    Profit(spot: spotQuantity * (spot - spotEntry), future: futureQuantity * (future - futureEntry))
  }

  /// The yield that a dated future locks until its expiry.
  ///
  /// Cash-and-carry earns the basis b = F/S − 1 per unit of spot less the fees; reverse carry earns −b less the fees
  /// and the interest. Unknown for the reverse without a rate to borrow at, and at or past the expiry.
  ///
  /// - Parameters:
  ///   - basis: b, a fraction.
  ///   - days: until the expiry.
  ///   - borrowRate: interest on borrowed spot a year, simple; nil when nobody states one.
  public static func locked(
    _ direction: CarryDirection, basis: Double, days: Double, fees: CarryFees = .none, borrowRate: Double? = nil
  ) -> Reading<CarryYield> {
    guard days > 0 else { return .unknown(UnknownReason(.undefined, "the future has expired")) }
    return borrowed(direction, borrowRate).map {
      CarryYield(
        direction, .lockedBasis, earnedGross: direction.sign * basis, fees: fees.total(basis: basis), borrowRate: $0,
        days: days)
    }
  }

  /// The yield a perpetual's funding would bring if it stayed as it is, fees spread over the holding period.
  ///
  /// Cash-and-carry is short the perpetual and receives a positive rate; reverse carry receives a negative one.
  ///
  /// - Parameters:
  ///   - annualRate: funding a year, simple by its real interval.
  ///   - source: whether that is an average or the current rate.
  ///   - days: holding period, positive.
  public static func funding(
    _ direction: CarryDirection, annualRate: Double, source: CarryYield.Source, days: Double,
    fees: CarryFees = .none, borrowRate: Double? = nil
  ) -> Reading<CarryYield> {
    guard days > 0 else { return .unknown(UnknownReason(.undefined, "a holding period of nothing has no yield")) }
    return borrowed(direction, borrowRate).map {
      CarryYield(
        direction, source, earnedGross: direction.sign * annualRate * days / 365, fees: fees.total(basis: 0),
        borrowRate: $0, days: days)
    }
  }

  private static func borrowed(_ direction: CarryDirection, _ rate: Double?) -> Reading<Double> {
    switch (direction, rate) {
    case (.cashAndCarry, _): .stated(0)
    case (.reverse, let rate?): .stated(rate)
    case (.reverse, nil): .unknown(UnknownReason(.notConfigured, "no rate to borrow the coin at is stated"))
    }
  }
}

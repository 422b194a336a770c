import HedgeModel

/// What funding pays, by the one sign law: cash to the holder = −sign(position)·|notional|·rate.
///
/// A short receives a positive rate, a long pays it.
public enum FundingCash {
  /// Cash at one stamp in the unit of `notional`; positive is received.
  ///
  /// - Parameter notional: signed, negative when short.
  public static func received(notional: Double, rate: Double) -> Double { -notional * rate }

  /// Cash at one stamp in the settlement asset: the quote currency when linear, coins when inverse.
  ///
  /// - Parameters:
  ///   - size: signed: in coins when linear, in the quote currency when inverse.
  ///   - price: mark price at the stamp (the oracle's on venues that use it).
  public static func settled(
    size: Double, price: Double, rate: Double, convention: Instrument.Convention
  ) -> Double {
    received(notional: convention == .linear ? size * price : size / price, rate: rate)
  }

  /// Rate a year, simple: rate·8760/h, by the real interval.
  public static func annualisedSimple(rate: Double, intervalHours: Double) -> Double { rate * 8760 / intervalHours }

  /// Rate a year, compound: (1 + rate)^(8760/h) − 1.
  public static func annualisedCompound(rate: Double, intervalHours: Double) -> Double {
    Power.raised(1 + rate, to: 8760 / intervalHours) - 1
  }

  /// Cash a day of 24 hours at a constant rate and notional.
  public static func perDay(notional: Double, rate: Double, intervalHours: Double) -> Double {
    received(notional: notional, rate: rate) * 24 / intervalHours
  }
}

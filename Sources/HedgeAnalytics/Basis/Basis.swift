import HedgeModel

/// How far a future stands from spot.
public enum Basis {
  /// F/S − 1, a fraction: positive is contango, negative backwardation.
  public static func fraction(future: Double, spot: Double) -> Double { future / spot - 1 }

  /// (F/S − 1)·10⁴, in basis points.
  public static func basisPoints(future: Double, spot: Double) -> Double { fraction(future: future, spot: spot) * 1e4 }

  /// Simple yield a year of a dated future's basis: b·365/days. `days` is positive.
  public static func annualisedSimple(basis: Double, days: Double) -> Double { basis * 365 / days }

  /// Compound yield a year of a dated future's basis: (1 + b)^(365/days) − 1. `days` is positive.
  public static func annualisedCompound(basis: Double, days: Double) -> Double {
    Power.raised(1 + basis, to: 365 / days) - 1
  }

  /// The simple yield a year of `instrument`'s basis at `now`.
  ///
  /// Unknown (undefined) unless the instrument is a dated future before its expiry: a perpetual has no date to earn
  /// the basis by.
  public static func annualised(
    basis: Reading<Double>, of instrument: Instrument, at now: Timestamp
  ) -> Reading<Double> {
    guard case .dated(let expiry) = instrument.kind else {
      return .unknown(UnknownReason(.undefined, "a perpetual has no expiry to earn its basis by"))
    }
    let days = (expiry - now).inDays
    guard days > 0 else { return .unknown(UnknownReason(.undefined, "\(instrument.id) has expired")) }
    return basis.map { annualisedSimple(basis: $0, days: days) }
  }
}

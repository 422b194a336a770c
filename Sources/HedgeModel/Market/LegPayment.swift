import FoundationEssentials

/// Funding that one leg received or paid at one stamp, exact.
public struct LegPayment: Hashable, Sendable {
  /// The leg.
  public let leg: LegID
  /// When it was paid.
  public let time: Timestamp
  /// The settled rate, a fraction of the notional.
  public let rate: Decimal
  /// Signed contracts held then.
  public let contracts: Decimal
  /// Mark price at the stamp; nil when it is not known.
  public let mark: Decimal?
  /// What was received (positive) or paid; nil when the mark it rests on is not known.
  public let amount: Decimal?
  /// What the amount is in: the quote currency of the instrument.
  public let currency: Asset

  /// A payment read back; see the properties.
  public init(
    leg: LegID, time: Timestamp, rate: Decimal, contracts: Decimal, mark: Decimal?, amount: Decimal?, currency: Asset
  ) {
    self.leg = leg
    self.time = time
    self.rate = rate
    self.contracts = contracts
    self.mark = mark
    self.amount = amount
    self.currency = currency
  }

  /// The payment on `contracts` of `instrument`: −contracts·multiplier·mark·rate, so that a short receives a positive
  /// rate. The notional of an inverse instrument is constant in the quote currency and needs no mark.
  ///
  /// Nil when the rate is not a number.
  public init?(leg: LegID, stamp: FundingStamp, contracts: Decimal, instrument: Instrument) {
    guard let rate = Decimal(exactly: stamp.rate.description) else { return nil }
    let mark = stamp.markPrice.flatMap { Decimal(exactly: $0.description) }
    let size = contracts * instrument.multiplier
    let amount: Decimal? =
      switch instrument.convention {
      case .linear: mark.map { -size * $0 * rate }
      case .inverse: -size * rate
      }
    self.init(
      leg: leg, time: stamp.time, rate: rate, contracts: contracts, mark: mark, amount: amount,
      currency: instrument.quote)
  }
}

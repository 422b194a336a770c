import HedgeModel

/// A future the same hedge could be held in.
public struct HedgeCandidate: Sendable {
  /// The future.
  public let instrument: Instrument
  /// Its price.
  public let price: Reading<Double>
  /// The spot price of its underlying, in the same currency.
  public let spot: Reading<Double>
  /// Taker fee, a fraction of the notional.
  public let fee: Double
  /// Slippage of a trade, a fraction of its value; unknown without depth.
  public let slippage: Reading<Double>
  /// Past funding, by rising time, of a perpetual.
  public let stamps: Reading<[FundingStamp]>
  /// The funding announced; unknown for a dated future.
  public let rate: Reading<FundingRate>

  /// A candidate; see the properties.
  public init(
    instrument: Instrument, price: Reading<Double>, spot: Reading<Double>, fee: Double,
    slippage: Reading<Double> = .unknown(UnknownReason(.notReceived, "no order book")),
    stamps: Reading<[FundingStamp]> = .unknown(UnknownReason(.undefined, "a dated future pays no funding")),
    rate: Reading<FundingRate> = .unknown(UnknownReason(.undefined, "a dated future pays no funding"))
  ) {
    self.instrument = instrument
    self.price = price
    self.spot = spot
    self.fee = fee
    self.slippage = slippage
    self.stamps = stamps
    self.rate = rate
  }
}

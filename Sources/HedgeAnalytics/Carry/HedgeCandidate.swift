import HedgeModel

/// A future the same hedge could be held in.
public struct HedgeCandidate: Sendable {
  /// The future.
  public let instrument: Instrument
  /// F/S − 1, a fraction.
  public let basis: Reading<Double>
  /// Taker fee, a fraction of the notional.
  public let fee: Reading<Double>
  /// Slippage of a trade, a fraction of its value; unknown without depth.
  public let slippage: Reading<Double>
  /// Past funding of a perpetual, by rising time; not used of a dated future.
  public let stamps: Reading<FundingStamps>
  /// The funding announced; nil where it is not known, and for a dated future.
  public let rate: FundingRate?

  /// A candidate; see the properties.
  public init(
    instrument: Instrument, basis: Reading<Double>, fee: Reading<Double>, slippage: Reading<Double>,
    stamps: Reading<FundingStamps>, rate: FundingRate? = nil
  ) {
    self.instrument = instrument
    self.basis = basis
    self.fee = fee
    self.slippage = slippage
    self.stamps = stamps
    self.rate = rate
  }

  /// The future of a leg as it stands.
  public init(_ leg: LegFigures, market: CarryMarket) {
    let id = leg.id.instrument
    self.init(
      instrument: leg.instrument, basis: leg.basis.map { $0 / 10_000 }, fee: market.fee(in: leg.id.account),
      slippage: market.slippage(of: id), stamps: market.payments(of: id), rate: leg.funding.rate.value)
  }
}

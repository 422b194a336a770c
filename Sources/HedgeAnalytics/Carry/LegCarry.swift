import HedgeModel

/// What one held leg is expected to bring and cost over the holding period, in the portfolio's currency.
struct LegCarry {
  let instrument: InstrumentID
  let paysFunding: Bool
  /// Expected carry, received positive.
  let carry: Reading<Double>
  /// Standard error of the funding expected.
  let error: Reading<Double>
  /// Fees of opening, closing and rolling.
  let fees: Reading<Double>
  /// Slippage of the same trades.
  let slippage: Reading<Double>
  let rolls: [Timestamp]
  let reversal: CarryReversal?

  init(_ leg: LegFigures, terms: HedgePriceTerms, market: CarryMarket, at now: Timestamp) {
    let id = leg.id.instrument
    instrument = id
    paysFunding = leg.instrument.paysFunding
    switch leg.instrument.kind {
    case .dated(let expiry):
      carry = Self.basis(leg, expiry: expiry, terms, now)
      error = .stated(0)
      rolls = DatedCarry.rolls(
        expiry: expiry, lead: terms.rollLead, tenor: terms.rollTenor, over: terms.holdingPeriod, from: now)
      reversal = nil
    case .perpetual, .spot:
      let stamps = market.payments(of: id)
      (carry, error) = Self.funding(leg, stamps, terms, now)
      rolls = []
      reversal = stamps.value.map {
        CarryReversal($0, current: leg.funding.rate.value?.rate, window: terms.averagingWindow, at: now)
      }
    }
    let trades = Double(2 + 2 * rolls.count)
    let size = leg.notional.map { abs($0) * trades }
    fees = size * market.fee(in: leg.id.account)
    slippage = size * market.slippage(of: id)
  }

  /// What the funding is expected to bring, and the standard error of that.
  private static func funding(
    _ leg: LegFigures, _ stamps: Reading<FundingStamps>, _ terms: HedgePriceTerms, _ now: Timestamp
  ) -> (carry: Reading<Double>, error: Reading<Double>) {
    let id = leg.id.instrument
    let (current, period) = (leg.funding.rate.value, terms.holdingPeriod)
    let outlook = stamps.flatMap {
      FundingOutlook.average(of: $0, over: terms.averagingWindow, at: now, instrument: id)
    }
    let carry = leg.notional.combined(with: outlook) {
      FundingCash.received(notional: $0, rate: $1.expectedRate(over: period, current: current, now: now))
    }
    let error: Reading<Double> = leg.notional.combined(with: outlook) { ($0, $1) }.flatMap { notional, outlook in
      outlook.expectedRateError(over: period, current: current, now: now).map { .stated(abs(notional) * $0) }
        ?? .unknown(UnknownReason(.tooFewObservations, "one payment of \(id) has no spread"))
    }
    return (carry, error)
  }

  /// What the basis brings; unknown when the future has expired.
  private static func basis(
    _ leg: LegFigures, expiry: Timestamp, _ terms: HedgePriceTerms, _ now: Timestamp
  ) -> Reading<Double> {
    guard expiry > now else { return .unknown(UnknownReason(.undefined, "\(leg.id.instrument) has expired")) }
    return leg.notional.combined(with: leg.basis) { notional, points in
      DatedCarry.received(
        notional: notional, basis: points / 10_000, over: terms.holdingPeriod, remaining: expiry - now)
    }
  }
}

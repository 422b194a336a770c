import HedgeModel

/// One way to hold a hedge: what it is expected to cost over the holding period. Cash is in the currency of the
/// notional; a carry is received positive, a cost is paid positive.
public struct HedgeAlternative: Hashable, Sendable {
  /// The future it is held in.
  public let instrument: Instrument
  /// Signed notional of the hedge; negative is short.
  public let notional: Double
  /// F/S − 1, a fraction.
  public let basis: Reading<Double>
  /// Carry expected: funding by the mean of the averaging window, or the basis running out.
  public let carry: Reading<Double>
  /// What the funding would have brought over every past holding period; unknown (undefined) for a dated future,
  /// whose basis is locked by holding it to the expiry.
  public let outcomes: Reading<CarryOutcomes>
  /// Taker fees of opening and closing, without rolls, positive.
  public let fees: Reading<Double>
  /// When it is rolled within the holding period.
  public let rolls: [Timestamp]
  /// Fees, and slippage where known, of rolling: two trades each time.
  public let rollCost: Reading<Double>
  /// Slippage of opening and closing; unknown without depth.
  public let slippage: Reading<Double>
  /// Fees + roll costs − carry, plus the slippage where it is known.
  public let cost: Reading<Double>
  /// The cost over |notional| a year, simple.
  public let costPerYear: Reading<Double>

  /// When it is rolled first; nil when it need not be.
  public var rollDate: Timestamp? { rolls.first }

  /// A hedge of `notional` held in `candidate`.
  public init(_ candidate: HedgeCandidate, notional: Double, terms: HedgePriceTerms, at now: Timestamp) {
    instrument = candidate.instrument
    self.notional = notional
    basis = candidate.basis
    (carry, outcomes, rolls) =
      switch candidate.instrument.kind {
      case .dated(let expiry): Self.dated(candidate, expiry, notional, terms, now)
      case .perpetual, .spot: Self.perpetual(candidate, notional, terms, now)
      }
    let rolled = Double(rolls.count)
    let candidateFees = candidate.fee.map { FundingBreakEven.roundTripFees(notional: notional, fee: $0) }
    let candidateSlippage = candidate.slippage.map { 2 * abs(notional) * $0 }
    let trip = candidateFees.map { $0 + (candidateSlippage.value ?? 0) }
    fees = candidateFees
    slippage = candidateSlippage
    rollCost = trip.map { $0 * rolled }
    cost = trip.map { $0 * (1 + rolled) } - carry
    let years = abs(notional) * terms.holdingPeriod.inDays / 365
    costPerYear = cost.divided(by: .stated(years), undefined: "no hedge, or none held for any time")
  }

  /// The same hedge held in each candidate, the cheapest first; those whose cost is unknown come last.
  public static func compare(
    _ candidates: [HedgeCandidate], notional: Double, terms: HedgePriceTerms, at now: Timestamp
  ) -> [HedgeAlternative] {
    candidates.map { HedgeAlternative($0, notional: notional, terms: terms, at: now) }.sorted {
      ($0.cost.value ?? .infinity, $0.instrument.id) < ($1.cost.value ?? .infinity, $1.instrument.id)
    }
  }

  private typealias Carry = (Reading<Double>, Reading<CarryOutcomes>, [Timestamp])

  private static func dated(
    _ candidate: HedgeCandidate, _ expiry: Timestamp, _ notional: Double,
    _ terms: HedgePriceTerms, _ now: Timestamp
  ) -> Carry {
    let none = UnknownReason(.undefined, "the basis of a dated future is locked by holding it to its expiry")
    guard expiry > now else {
      return (.unknown(UnknownReason(.undefined, "\(candidate.instrument.id) has expired")), .unknown(none), [])
    }
    let carry = candidate.basis.map {
      DatedCarry.received(notional: notional, basis: $0, over: terms.holdingPeriod, remaining: expiry - now)
    }
    let rolls = DatedCarry.rolls(
      expiry: expiry, lead: terms.rollLead, tenor: terms.rollTenor, over: terms.holdingPeriod, from: now)
    return (carry, .unknown(none), rolls)
  }

  private static func perpetual(
    _ candidate: HedgeCandidate, _ notional: Double, _ terms: HedgePriceTerms, _ now: Timestamp
  ) -> Carry {
    let id = candidate.instrument.id
    let outlook = candidate.stamps.flatMap {
      FundingOutlook.average(of: $0, over: terms.averagingWindow, at: now, instrument: id)
    }
    let carry = outlook.map {
      FundingCash.received(
        notional: notional,
        rate: $0.expectedRate(over: terms.holdingPeriod, current: candidate.rate, now: now))
    }
    let past = candidate.stamps.flatMap {
      CarryOutcomes.past(
        of: [FundedPosition(instrument: id, notional: notional, stamps: $0)], length: terms.holdingPeriod,
        through: now)
    }
    return (carry, past, [])
  }
}

import FoundationEssentials
import HedgeModel

/// Prices a strategy's hedge over the holding period.
///
///     let market = CarryMarket(stamps: stamps, accounts: portfolio.accounts)
///     let terms = HedgePriceTerms(holdingPeriod: strategy.policy.holdingPeriod, drop: 0.2)
///     let price = HedgePricing.figures(of: strategy, terms: terms, market: market, at: snapshot.now)
public enum HedgePricing {
  /// The price of the hedge as it stands. Legs that hold nothing cost nothing and are left out.
  public static func figures(
    of strategy: StrategyFigures, terms: HedgePriceTerms, market: CarryMarket, at now: Timestamp
  ) -> HedgePriceFigures {
    let held = strategy.legs.filter { $0.leg.contracts != 0 }
    let legs = held.map { LegCarry($0, terms: terms, market: market, at: now) }
    let carry = legs.sum(\.carry)
    let fees = legs.sum(\.fees)
    let slippage = legs.sum(\.slippage)
    let fixed = slippage.value == nil ? fees : fees + slippage
    let cost = fixed - carry
    let exposure = held.sum(\.betaDollars).map(abs)
    let loss = exposure.map { $0 * terms.drop }
    let outcomes = outcomes(of: held, terms: terms, market: market, at: now)
    return HedgePriceFigures(
      terms: terms, expectedCarry: carry, carryError: legs.filter { $0.paysFunding }.sum(\.error), outcomes: outcomes,
      fees: fees, slippage: slippage, expectedCost: cost, includesSlippage: slippage.value != nil,
      exposure: exposure, protectedLoss: loss,
      breakEvenMove: cost.divided(by: exposure, undefined: "no hedge to break even"),
      exhaustion: exhaustion(loss: loss, fixed: fixed, carry: carry, terms, now),
      isInefficient: cost.combined(with: loss, >),
      inefficientShare: inefficientShare(outcomes, legs, fixed: fixed, loss: loss),
      reversals: Dictionary(legs.compactMap { leg in leg.reversal.map { (leg.instrument, $0) } }) { first, _ in first },
      nextRolls: Dictionary(
        legs.compactMap { leg in leg.rolls.first.map { (leg.instrument, $0) } }, uniquingKeysWith: min)
    )
  }

  private static func exhaustion(
    loss: Reading<Double>, fixed: Reading<Double>, carry: Reading<Double>, _ terms: HedgePriceTerms, _ now: Timestamp
  ) -> Reading<CarryExhaustion> {
    guard terms.holdingPeriod > .zero else {
      return .unknown(UnknownReason(.undefined, "a holding period of nothing has no pace"))
    }
    return loss.combined(with: fixed) { ($0, $1) }.combined(with: carry) { amounts, carry in
      CarryExhaustion.reached(
        benefit: amounts.0, fixedCosts: amounts.1, costPerHour: -carry / terms.holdingPeriod.inHours, from: now)
    }
  }

  private static func outcomes(
    of legs: [LegFigures], terms: HedgePriceTerms, market: CarryMarket, at now: Timestamp
  ) -> Reading<CarryOutcomes> {
    var gate = ReadingGate()
    let positions = legs.filter { $0.instrument.paysFunding }.compactMap { leg -> FundedPosition? in
      guard let notional = gate.take(leg.notional), let stamps = gate.take(market.payments(of: leg.id.instrument))
      else { return nil }
      return FundedPosition(instrument: leg.id.instrument, notional: notional, stamps: stamps)
    }
    let past = CarryOutcomes.past(of: positions, length: terms.holdingPeriod, through: now)
    return gate.reading(past).flatMap { $0 }
  }

  /// Share of the past periods in which fees less funding, and less the basis expected now, were above the loss.
  private static func inefficientShare(
    _ outcomes: Reading<CarryOutcomes>, _ legs: [LegCarry], fixed: Reading<Double>, loss: Reading<Double>
  ) -> Reading<Double> {
    let basis = legs.filter { !$0.paysFunding }.sum(\.carry)
    return outcomes.combined(with: fixed - basis - loss) { $0.share(below: $1) }
  }
}

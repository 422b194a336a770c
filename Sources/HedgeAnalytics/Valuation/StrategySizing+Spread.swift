import FoundationEssentials
import HedgeModel

extension StrategySizing {
  /// Both sides of a pair or sector spread to their planned size: their beta-dollars cancel by the split of the
  /// gross, or by a third leg on the benchmark when the sides are to be equal in dollars as well.
  ///
  /// - Returns: the value of the long side; nil when it cannot be told.
  mutating func sizeSpread(_ plan: SpreadPlan) -> Double? {
    let legs = state.legs.filter { $0.leg.instrument != plan.balance }
    let long = legs.filter { $0.leg.side == .long }
    let short = legs.filter { $0.leg.side == .short }
    guard let longBeta = beta(of: long, plan), let shortBeta = beta(of: short, plan) else { return nil }
    guard let sides = sides(plan, longBeta: longBeta, shortBeta: shortBeta) else {
      unavailable = UnknownReason(.undefined, "the betas of the two sides of \(state.strategy.name) do not cancel")
      return nil
    }
    steer(long, to: sides.longValue, plan)
    steer(short, to: -sides.shortValue, plan)
    steerBalance(to: sides.benchmarkValue, plan)
    return sides.longValue
  }

  /// The two sides: the short one stands against H times the beta-dollars of the long one.
  private func sides(_ plan: SpreadPlan, longBeta: Double, shortBeta: Double) -> BasketSizing? {
    let gross = plan.gross.inexact
    let hedged = longBeta * (state.strategy.policy.hedgeRatio?.inexact ?? 1)
    if plan.balance != nil { return .dollarNeutral(gross: gross, longBeta: hedged, shortBeta: shortBeta) }
    guard let sides = BasketSizing.betaNeutral(gross: gross, longBeta: hedged, shortBeta: shortBeta),
      sides.longValue >= 0, sides.shortValue >= 0
    else { return nil }
    return sides
  }

  /// Value-weighted beta of a side by the weights of the plan.
  private mutating func beta(of side: [LegState], _ plan: SpreadPlan) -> Double? {
    var sum = 0.0
    for leg in side {
      guard let beta = known(leg.beta)?.beta else { return nil }
      sum += (plan.weights[leg.leg.instrument] ?? 0) * beta
    }
    return sum
  }

  private mutating func steer(_ side: [LegState], to value: Double, _ plan: SpreadPlan) {
    for leg in side {
      order(leg, value * (plan.weights[leg.leg.instrument] ?? 0) - (leg.notional.value ?? 0))
    }
  }

  private mutating func steerBalance(to betaDollars: Double, _ plan: SpreadPlan) {
    guard let balance = plan.balance else { return }
    guard let leg = state.legs.first(where: { $0.leg.instrument == balance }), let beta = known(leg.beta)?.beta,
      beta != 0
    else {
      unavailable = unavailable ?? UnknownReason(.notConfigured, "no leg in \(balance) balances \(state.strategy.name)")
      return
    }
    order(leg, betaDollars / beta - (leg.notional.value ?? 0))
  }
}

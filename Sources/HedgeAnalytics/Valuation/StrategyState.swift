import FoundationEssentials
import HedgeModel

/// One strategy summed up: everything its figures are made from.
struct StrategyState {
  let plan: StrategyPlan
  let holdings: [HoldingState]
  let legs: [LegState]
  let slots: CoinSlots
  let side: HedgedSide
  let targetLine: NetBeta.TargetLine
  /// Its share of each account's wallet; nil where it is not known or there is none.
  let walletShares: [Double?]
  /// Cash and cash profit in its margin accounts.
  let cash: Reading<Double>
  let spotValue: Reading<Double>
  /// What net beta is divided by.
  let denominatorValue: Reading<Double>
  /// B_S: beta-dollars of what is to be hedged.
  let unhedgedBetaDollars: Reading<Double>
  /// ΣN·β of what hedges it.
  let hedgeBetaDollars: Reading<Double>

  var strategy: Strategy { plan.strategy }

  init(
    _ plan: StrategyPlan, index: Int, legs: [LegState], accounts: [AccountState], in context: ValuationContext
  ) {
    let share = MarginShare(of: index, accounts: accounts, in: context)
    var holdings = plan.holdings.map { HoldingState($0, in: context) }
    holdings += share.collateral.map { HoldingState($0, betas: plan.betas, in: context) }
    self.plan = plan
    self.holdings = holdings
    self.legs = legs
    slots =
      share.collateral.isEmpty
      ? plan.slots : CoinSlots(holdings: holdings.map(\.asset), legs: legs.map(\.instrument.underlying))
    side = HedgedSide(of: plan.strategy, hasSpot: !holdings.isEmpty)
    targetLine = NetBeta.TargetLine(plan.strategy.policy.aim)
    cash = share.cash
    walletShares = share.walletShares
    spotValue = holdings.sum(\.value)
    let (side, spot, cash) = (side, spotValue, cash)
    let hedged = legs.lazy.filter { side.contains($0.leg.instrument, isLong: $0.isLong) }
    let hedges = legs.lazy.filter { !side.contains($0.leg.instrument, isLong: $0.isLong) }
    denominatorValue = side.value(spot: spot, longLegs: hedged.sum(\.notional), cash: cash, +) { $0.map { -$0 } }
    unhedgedBetaDollars = holdings.sum(\.betaDollars) + hedged.sum(\.betaDollars)
    hedgeBetaDollars = hedges.sum(\.betaDollars)
  }

  /// What net beta is divided by.
  var denominator: NetBetaFigures.Denominator { side.denominator }

  /// Divides by the denominator; unknown (undefined) when the book is worth nothing.
  func perValue(_ amount: Reading<Double>) -> Reading<Double> {
    amount.divided(by: denominatorValue, undefined: "no net beta: \(denominator.rawValue) of \(strategy.name) is zero")
  }

  var spotBeta: Reading<Double> { perValue(unhedgedBetaDollars) }

  var netBeta: Reading<Double> { perValue(unhedgedBetaDollars + hedgeBetaDollars) }

  var target: Reading<Double> {
    switch strategy.policy.aim {
    case .hedgeRatio: spotBeta.map { targetLine.target(unhedgedBeta: $0) }
    case .netBeta(let beta): .stated(beta.inexact)
    }
  }

  var drift: Reading<Double> { netBeta.combined(with: target) { NetBeta.drift(net: $0, target: $1) } }
}

extension LegState {
  var isLong: Bool { leg.contractsValue > 0 }
}

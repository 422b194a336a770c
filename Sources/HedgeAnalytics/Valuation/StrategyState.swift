import FoundationEssentials
import HedgeModel

/// One strategy summed up: everything its figures are made from.
struct StrategyState {
  let plan: StrategyPlan
  let holdings: [HoldingState]
  let legs: [LegState]
  let slots: CoinSlots
  let hedgeRatio: Double
  /// Its share of each account's wallet; nil where it is not known or there is none.
  let walletShares: [Double?]
  /// Cash and cash profit in its margin accounts.
  let cash: Reading<Double>
  let denominator: NetBetaFigures.Denominator
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
    hedgeRatio = plan.strategy.policy.hedgeRatio.inexact
    cash = share.cash
    walletShares = share.walletShares
    spotValue = holdings.sum(\.value)
    denominator = holdings.isEmpty ? .grossLongValue : .spotValue
    if holdings.isEmpty {
      // A book without spot: its long legs are what is hedged.
      denominatorValue = legs.lazy.filter(\.isLong).sum(\.notional)
      unhedgedBetaDollars = legs.lazy.filter(\.isLong).sum(\.betaDollars)
      hedgeBetaDollars = legs.lazy.filter { !$0.isLong }.sum(\.betaDollars)
    } else {
      denominatorValue = spotValue
      unhedgedBetaDollars = holdings.sum(\.betaDollars)
      hedgeBetaDollars = legs.sum(\.betaDollars)
    }
  }

  /// Divides by the denominator; unknown (undefined) when the book is worth nothing.
  func perValue(_ amount: Reading<Double>) -> Reading<Double> {
    amount.divided(by: denominatorValue, undefined: "no net beta: \(denominator.rawValue) of \(strategy.name) is zero")
  }

  var spotBeta: Reading<Double> { perValue(unhedgedBetaDollars) }

  var netBeta: Reading<Double> { perValue(unhedgedBetaDollars + hedgeBetaDollars) }

  var target: Reading<Double> {
    spotBeta.map { NetBeta.target(hedgeRatio: hedgeRatio, unhedgedBeta: $0) }
  }

  var drift: Reading<Double> { netBeta.combined(with: target) { NetBeta.drift(net: $0, target: $1) } }
}

extension LegState {
  var isLong: Bool { leg.contractsValue > 0 }
}

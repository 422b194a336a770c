import FoundationEssentials
import HedgeModel

/// One strategy summed up: everything its figures are made from.
struct StrategyState {
  let strategy: Strategy
  let betas: BetaLookup
  let holdings: [HoldingState]
  let legs: [LegState]
  let slots: CoinSlots
  let hedgeRatio: Double
  /// The accounts its legs stand in, and its share of their wallets where that is known.
  let walletShares: [(account: Account, share: Double)]
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

  init(
    _ strategy: Strategy, index: Int, betas: BetaLookup, legs: [LegState], accounts: [AccountState],
    in context: ValuationContext
  ) {
    let share = MarginShare(of: index, accounts: accounts, in: context)
    let holdings =
      strategy.holdings.map { HoldingState($0, betas: betas, in: context) }
      + share.collateral.map { HoldingState($0, betas: betas, in: context) }
    self.strategy = strategy
    self.betas = betas
    self.holdings = holdings
    self.legs = legs
    slots = CoinSlots(holdings: holdings, legs: legs)
    hedgeRatio = strategy.policy.hedgeRatio.inexact
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

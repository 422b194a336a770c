import FoundationEssentials
import HedgeModel

/// An account with the legs of all strategies that stand in it, summed up.
///
/// Its cross legs share the wallet as one pool, valued in the portfolio's currency; each isolated leg is a pool of
/// its own with the margin set apart for it.
final class AccountState: Sendable {
  /// The legs of one strategy.
  struct Group {
    /// The strategy's place in the portfolio.
    let strategy: Int
    var legs: [LegState]

    var grossNotional: Reading<Double> { legs.sum { $0.notional.map(abs) } }
  }

  /// What the wallet holds of one coin or currency.
  struct Balance {
    let asset: Asset
    let exact: Decimal
    let amount: Double
    /// Value of one unit, in the portfolio's currency.
    let price: Reading<Double>
  }

  let account: Account
  /// By asset, so that sums do not depend on the order of a dictionary; zero balances left out.
  let balances: [Balance]
  /// Its legs by strategy, in the order of the strategies.
  let groups: [Group]
  /// The legs that share the wallet.
  let cross: [LegState]
  /// The legs held with a margin of their own.
  let isolated: [LegState]
  let takerFee: Double
  let requirement: LiquidationPrice.Requirement
  let walletBalance: Reading<Double>
  let unrealisedProfit: Reading<Double>
  let equity: Reading<Double>
  let grossNotional: Reading<Double>
  let initialMargin: Reading<Double>
  let maintenanceMargin: Reading<Double>
  /// What closing the cross legs would cost; part of OKX's ratio.
  let liquidationFees: Reading<Double>

  init(_ account: Account, groups: [Group], in context: ValuationContext) {
    let fee = account.fees.taker.inexact
    let legs = groups.flatMap(\.legs)
    let cross = legs.filter { $0.leg.isolatedMarginValue == nil }
    let balances = account.balances.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { asset, amount in
      Balance(asset: asset, exact: amount, amount: amount.inexact, price: context.price(of: asset))
    }
    self.account = account
    self.balances = balances
    self.groups = groups
    self.cross = cross
    isolated = legs.filter { $0.isHeld && $0.leg.isolatedMarginValue != nil }
    takerFee = fee
    requirement = account.convention.requirement(takerFee: fee)
    walletBalance = context.input.accountReadings.qualify(
      balances.sum { balance in balance.price.map { balance.amount * $0 } }, by: account.id)
    unrealisedProfit = cross.sum(\.unrealisedProfit)
    equity = walletBalance + unrealisedProfit
    grossNotional = legs.sum { $0.notional.map(abs) }
    initialMargin = legs.sum(\.initialMargin)
    maintenanceMargin = cross.sum(\.maintenanceMargin)
    liquidationFees = cross.sum { $0.notional.map { abs($0) * fee } }
  }

  /// The part of the wallet that a strategy stands for: by gross notional, in equal parts while nothing is held.
  func share(of group: Group) -> Reading<Double> {
    if groups.count == 1 { return .stated(1) }
    return group.grossNotional.combined(with: grossNotional) { $1 == 0 ? 1 / Double(groups.count) : $0 / $1 }
  }

  /// Price at which `leg`, one of the members, is liquidated.
  func liquidationPrice(of leg: LegState) -> Reading<Double> {
    guard leg.isHeld else {
      return .unknown(UnknownReason(.undefined, "nothing is held in \(leg.leg.instrument)"))
    }
    let available = available(to: leg)
    return leg.position.combined(with: available) { ($0, $1) }.flatMap { position, available in
      let price =
        if account.convention == .bybit, position.convention == .linear, leg.leg.isolatedMarginValue != nil {
          LiquidationPrice.bybitIsolated(position, margin: available)
        } else {
          LiquidationPrice.solve(position, available: available, requirement: requirement)
        }
      return price.map { .stated($0) }
        ?? .unknown(UnknownReason(.undefined, "no price liquidates \(leg.leg.instrument)"))
    }
  }

  /// Everything behind `leg` but itself, in its settlement asset.
  private func available(to leg: LegState) -> Reading<Double> {
    if let margin = leg.leg.isolatedMarginValue { return .stated(margin) }
    let rules = requirement
    let fee = leg.notional.map { abs($0) * takerFee }
    let balance = equity - leg.unrealisedProfit
    let margins = (maintenanceMargin - leg.maintenanceMargin).map { $0 * rules.multiple }
    let others = rules.feeRate == 0 ? margins : margins + (liquidationFees - fee)
    return (balance - others).divided(by: leg.settlementPrice, undefined: "a settlement asset without value")
  }
}

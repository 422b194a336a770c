import FoundationEssentials
import HedgeModel

/// An account with the legs of all strategies that stand in it, summed up.
///
/// Its cross legs share the wallet as one pool, valued in the portfolio's currency; each isolated leg is a pool of
/// its own with the margin set apart for it.
final class AccountState: Sendable {
  /// A leg of one strategy.
  struct Member {
    /// The strategy's place in the portfolio.
    let strategy: Int
    /// The leg.
    let state: LegState
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
  let members: [Member]
  let takerFee: Double
  let requirement: LiquidationPrice.Requirement
  let walletBalance: Reading<Double>
  let unrealisedProfit: Reading<Double>
  let equity: Reading<Double>
  let initialMargin: Reading<Double>
  let maintenanceMargin: Reading<Double>
  /// What closing the cross legs would cost; part of OKX's ratio.
  let liquidationFees: Reading<Double>

  init(_ account: Account, members: [Member], in context: ValuationContext) {
    let fee = account.fees.taker.inexact
    let cross = members.lazy.map(\.state).filter { $0.leg.isolatedMarginValue == nil }
    let balances = account.balances.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { asset, amount in
      Balance(asset: asset, exact: amount, amount: amount.inexact, price: context.price(of: asset))
    }
    self.account = account
    self.balances = balances
    self.members = members
    takerFee = fee
    requirement = account.convention.requirement(takerFee: fee)
    walletBalance = balances.sum { balance in balance.price.map { balance.amount * $0 } }
    unrealisedProfit = cross.sum(\.unrealisedProfit)
    equity = walletBalance + unrealisedProfit
    initialMargin = members.sum(\.state.initialMargin)
    maintenanceMargin = cross.sum(\.maintenanceMargin)
    liquidationFees = cross.sum { $0.notional.map { abs($0) * fee } }
  }

  /// The part of the wallet that strategy number `index` stands for: by gross notional, in equal parts while nothing
  /// is held.
  func share(of index: Int) -> Reading<Double> {
    let users = Set(members.map(\.strategy))
    if users == [index] { return .stated(1) }
    let own = members.lazy.filter { $0.strategy == index }.sum { $0.state.notional.map(abs) }
    let all = members.sum { $0.state.notional.map(abs) }
    return own.combined(with: all) { $1 == 0 ? 1 / Double(users.count) : $0 / $1 }
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

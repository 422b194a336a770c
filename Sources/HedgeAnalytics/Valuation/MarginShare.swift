import FoundationEssentials
import HedgeModel

/// What one strategy has in the margin accounts, apart from the legs themselves.
struct MarginShare {
  /// Coins: exposure.
  private(set) var collateral: [CollateralPosition] = []
  /// The accounts its legs stand in, and its share of their wallets; unknown shares are left out.
  private(set) var walletShares: [(account: Account, share: Double)] = []
  private var cashSum = ReadingSum()

  /// Cash, and profit paid in cash, in the portfolio's currency.
  var cash: Reading<Double> { cashSum.reading }

  /// The share of the strategy number `index` in all accounts.
  init(of index: Int, accounts: [AccountState], in context: ValuationContext) {
    for account in accounts where account.members.contains(where: { $0.strategy == index }) {
      add(account, index, context)
    }
  }

  private mutating func add(_ entry: AccountState, _ index: Int, _ context: ValuationContext) {
    let share = entry.share(of: index)
    if let part = share.value { walletShares.append((entry.account, part)) }
    let isWhole = share.value == 1
    var coins: [Asset: ReadingSum] = [:]
    var exact: [Asset: Decimal] = [:]
    for balance in entry.balances {
      if isWhole { exact[balance.asset] = balance.exact }
      take(share.map { $0 * balance.amount }, of: balance.asset, &coins, context)
    }
    for member in entry.members where member.strategy == index && member.state.isHeld {
      let leg = member.state
      if !context.isCash(leg.settlement) { exact[leg.settlement] = nil }
      take(leg.settledProfit, of: leg.settlement, &coins, context)
      if let margin = leg.leg.isolatedMarginValue { take(.stated(margin), of: leg.settlement, &coins, context) }
    }
    for (asset, sum) in coins.sorted(by: { $0.key < $1.key }) {
      collateral.append(
        CollateralPosition(
          account: entry.account.id, asset: asset, quantity: sum.reading, exactQuantity: exact[asset]))
    }
  }

  private mutating func take(
    _ amount: Reading<Double>, of asset: Asset, _ coins: inout [Asset: ReadingSum], _ context: ValuationContext
  ) {
    if context.isCash(asset) {
      cashSum.add(amount * context.price(of: asset))
    } else {
      coins[asset, default: ReadingSum()].add(amount)
    }
  }
}

import FoundationEssentials
import HedgeModel

/// What one strategy has in the margin accounts, apart from the legs themselves.
struct MarginShare {
  /// Coins: exposure.
  private(set) var collateral: [CollateralPosition] = []
  /// Its share of each account's wallet, in the order of the accounts; nil where it is not known or there is none.
  private(set) var walletShares: [Double?] = []
  private var cashSum = ReadingSum()

  /// Cash, and profit paid in cash, in the portfolio's currency.
  var cash: Reading<Double> { cashSum.reading }

  /// The share of the strategy number `index` in all accounts.
  init(of index: Int, accounts: [AccountState], in context: ValuationContext) {
    for account in accounts {
      let group = account.groups.first { $0.strategy == index }
      walletShares.append(group.flatMap { add(account, $0, context).value })
    }
  }

  private mutating func add(
    _ entry: AccountState, _ group: AccountState.Group, _ context: ValuationContext
  ) -> Reading<Double> {
    let share = entry.share(of: group)
    let isWhole = share.value == 1
    var coins: [Asset: ReadingSum] = [:]
    var exact: [Asset: Decimal] = [:]
    for balance in entry.balances {
      if isWhole { exact[balance.asset] = balance.exact }
      let price = context.isCash(balance.asset) ? balance.price : nil
      take(share.map { $0 * balance.amount }, of: balance.asset, cashAt: price, &coins)
    }
    for leg in group.legs where leg.isHeld {
      let asset = leg.plan.settlement
      let price = leg.plan.isCashSettled ? leg.settlementPrice : nil
      if price == nil { exact[asset] = nil }
      take(leg.settledProfit, of: asset, cashAt: price, &coins)
      if let margin = leg.leg.isolatedMarginValue { take(.stated(margin), of: asset, cashAt: price, &coins) }
    }
    for (asset, sum) in coins.sorted(by: { $0.key < $1.key }) {
      collateral.append(
        CollateralPosition(
          account: entry.account.id, asset: asset, quantity: sum.reading, exactQuantity: exact[asset]))
    }
    return share
  }

  /// Adds an amount to the cash, at its price, or to the coins, which have none stated.
  private mutating func take(
    _ amount: Reading<Double>, of asset: Asset, cashAt price: Reading<Double>?, _ coins: inout [Asset: ReadingSum]
  ) {
    if let price {
      cashSum.add(amount * price)
    } else {
      coins[asset, default: ReadingSum()].add(amount)
    }
  }
}

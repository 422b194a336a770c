import FoundationEssentials
import HedgeModel

extension StressedBook {
  /// What strategy number `index` gains or loses by the whole scenario.
  func profit(of index: Int, after: PortfolioFigures, prices: ValuationInput) -> StressProfit {
    let (now, then) = (book.figures.strategies[index], after.strategies[index])
    let hasSpot = now.netBeta.denominator == .spotValue
    var (base, hedge, funding) = (ReadingSum(), ReadingSum(), ReadingSum())
    for (before, after) in zip(now.holdings, then.holdings) where before.origin == .spot {
      base.add(after.value - before.value)
    }
    for (before, after) in zip(now.legs, then.legs) {
      let profit = Self.profit(before: before, after: after)
      if hasSpot || before.leg.contractsValue < 0 { hedge.add(profit) } else { base.add(profit) }
      base.add(marginProfit(of: before, prices: prices))
      funding.add(self.funding(of: before, at: 1))
    }
    for account in book.portfolio.accounts { base.add(walletProfit(of: account, prices: prices, for: index)) }
    return StressProfit(unhedged: base.reading, hedge: hedge.reading, funding: funding.reading)
  }

  /// What coins gain or lose that lie in accounts without a leg, and so belong to no strategy.
  func unassignedProfit(prices: ValuationInput) -> Reading<Double> {
    book.portfolio.accounts.sum { account in
      book.legs.contains { $0.leg.account == account.id } ? .stated(0) : walletProfit(of: account, prices: prices)
    }
  }

  /// Of a linear leg the change of its notional, so that none needs an entry price; of an inverse one the change of
  /// its profit, which is paid in coins that move themselves.
  private static func profit(before: LegFigures, after: LegFigures) -> Reading<Double> {
    before.instrument.convention == .linear
      ? after.notional - before.notional : after.unrealisedProfit - before.unrealisedProfit
  }

  /// Change in value of the coins set apart for an isolated leg.
  private func marginProfit(of leg: LegFigures, prices: ValuationInput) -> Reading<Double> {
    guard let margin = leg.leg.isolatedMarginValue else { return .stated(0) }
    return priceChange(of: leg.settlementAsset, prices: prices).map { $0 * margin }
  }

  /// Change in value of the coins in a wallet as they lie there now.
  private func walletProfit(of account: Account, prices: ValuationInput) -> Reading<Double> {
    account.balances.filter { $0.value != 0 }.sorted { $0.key < $1.key }.sum { asset, amount in
      priceChange(of: asset, prices: prices).map { $0 * amount.inexact }
    }
  }

  /// A strategy's share of it: by gross notional, in equal parts while nothing is held.
  private func walletProfit(of account: Account, prices: ValuationInput, for index: Int) -> Reading<Double> {
    let users = book.figures.strategies.indices.filter { index in
      book.figures.strategies[index].legs.contains { $0.leg.account == account.id }
    }
    guard users.contains(index) else { return .stated(0) }
    let profit = walletProfit(of: account, prices: prices)
    if users.count == 1 { return profit }
    func gross(_ user: Int) -> Reading<Double> {
      book.figures.strategies[user].legs.filter { $0.leg.account == account.id }.sum { $0.notional.map(abs) }
    }
    return gross(index).combined(with: users.sum(gross)) { $1 == 0 ? 1 / Double(users.count) : $0 / $1 } * profit
  }

  private func priceChange(of asset: Asset, prices: ValuationInput) -> Reading<Double> {
    if book.portfolio.conversionRate(of: asset) != nil { return .stated(0) }
    return prices.stressPrice(of: asset) - book.input.stressPrice(of: asset)
  }
}

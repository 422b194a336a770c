import HedgeModel

extension PortfolioFigures {
  /// The worst normalised margin ratio of the accounts a strategy's legs stand in; nil when one of them is unknown or
  /// stale, and for a strategy without legs.
  public func worstMarginRatio(of strategy: StrategyFigures) -> Double? {
    let accounts = accounts.filter { account in strategy.legs.contains { $0.leg.account == account.id } }
    let ratios = accounts.map { $0.normalisedRatio.isFresh ? $0.normalisedRatio.value : nil }
    return ratios.contains(nil) ? nil : ratios.compactMap { $0 }.max()
  }
}

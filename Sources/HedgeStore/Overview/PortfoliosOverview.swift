import HedgeModel

/// Several portfolios beside each other, with their sums.
public struct PortfoliosOverview: Hashable, Sendable {
  /// A row each, in the order in which they were named.
  public let portfolios: [PortfolioSummary]
  /// The sums over them.
  public let totals: PortfoliosTotals

  /// The overview of these portfolios.
  public init(_ portfolios: [PortfolioSummary], rates: StatedRates = StatedRates()) {
    self.portfolios = portfolios
    totals = PortfoliosTotals(of: portfolios, rates: rates)
  }
}

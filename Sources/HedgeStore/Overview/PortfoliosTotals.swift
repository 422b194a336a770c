import HedgeModel

/// Sums over portfolios, in the currency of the first. What is in another counts at the rate that is stated; without
/// one the sum is unknown: amounts of two currencies are never added.
public struct PortfoliosTotals: Hashable, Sendable {
  /// The currency of the sums.
  public let currency: Asset
  /// Value of all spot positions.
  public let spotValue: Reading<Double>
  /// Notional of all short legs, negative.
  public let shortNotional: Reading<Double>
  /// Funding received a day.
  public let fundingPerDay: Reading<Double>
  /// Profit since 00:00 UTC.
  public let profitToday: Reading<Double>

  /// The sums over these portfolios.
  public init(of portfolios: [PortfolioSummary], rates: StatedRates) {
    let currency = portfolios.first?.currency ?? "USD"
    func sum(_ figure: KeyPath<PortfolioSummary, Reading<Double>>) -> Reading<Double> {
      .sum(portfolios.map { rates.convert($0[keyPath: figure], from: $0.currency, to: currency) })
    }
    self.currency = currency
    spotValue = sum(\.spotValue)
    shortNotional = sum(\.shortNotional)
    fundingPerDay = sum(\.fundingPerDay)
    profitToday = sum(\.profitToday)
  }
}

import Alerting
import HedgeStore

/// Several portfolios of which one is shown.
public struct PortfolioChoice: Hashable, Sendable {
  /// All of them.
  public let overview: PortfoliosOverview
  /// The index of the one shown.
  public let shown: Int

  /// A choice; see the properties.
  public init(_ overview: PortfoliosOverview, shown: Int) {
    self.overview = overview
    self.shown = shown
  }

  /// How many there are.
  var count: Int { overview.portfolios.count }

  /// The portfolio so many places on, round the end.
  func index(after step: Int) -> Int { count > 0 ? (shown + step % count + count) % count : 0 }

  /// Those not shown that call for a look, the worst first.
  var concernsElsewhere: [(portfolio: PortfolioSummary, concern: PortfolioSummary.Concern)] {
    elsewhere.compactMap { portfolio in portfolio.concern.map { (portfolio, $0) } }
      .enumerated().sorted { ($0.element.1.rawValue, $0.offset) < ($1.element.1.rawValue, $1.offset) }.map(\.element)
  }

  /// The worst alert of those not shown that nobody has acknowledged.
  var worstAlertElsewhere: PortfolioAlert? {
    elsewhere.compactMap { portfolio in
      portfolio.openAlerts.first.map { PortfolioAlert(portfolio: portfolio.name, alert: $0) }
    }.reduce(nil) { worst, alert in
      guard let worst, worst.alert.severity >= alert.alert.severity else { return alert }
      return worst
    }
  }

  private var elsewhere: [PortfolioSummary] {
    overview.portfolios.enumerated().filter { $0.offset != shown }.map(\.element)
  }
}

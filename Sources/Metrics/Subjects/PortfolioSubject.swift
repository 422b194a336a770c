import HedgeAnalytics
import HedgeModel
import HedgeStore

/// A portfolio at one instant.
struct PortfolioSubject: MetricSubject {
  let snapshot: HedgeSnapshot
  /// When the snapshot was taken, by the clock of the wall.
  let publishedAt: Timestamp
  let labels: LabelText
  let currency: String

  init(_ portfolio: PublishedPortfolio) {
    snapshot = portfolio.snapshot
    publishedAt = portfolio.publishedAt
    labels = LabelText(["portfolio": snapshot.figures.name])
    currency = snapshot.figures.currency.symbol
  }

  var now: Timestamp { snapshot.now }
}

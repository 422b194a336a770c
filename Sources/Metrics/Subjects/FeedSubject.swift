import HedgeModel
import HedgeStore

/// A feed of a portfolio.
struct FeedSubject: MetricSubject {
  let status: FeedStatus
  let labels: LabelText
  let currency: String
  let now: Timestamp

  init(_ status: FeedStatus, of portfolio: PortfolioSubject) {
    self.status = status
    labels = portfolio.labels.adding("feed", status.name)
    currency = portfolio.currency
    now = portfolio.now
  }
}

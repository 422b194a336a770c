import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore

/// A snapshot as `status --json` prints it.
struct SnapshotReport: Encodable {
  let schema = "hedgetop.status.v1"
  let at: String
  let portfolio: String
  let currency: String
  let benchmark: String
  let benchmarkPrice: FigureReport<Double>
  let benchmarkChange: FigureReport<Double>
  let feeds: [FeedReport]
  let strategies: [StrategyReport]
  let accounts: [AccountReport]
  let reconciliations: [ReconciliationReport]
  let alerts: [AlertReport]
  let channels: [AlertChannelReport]

  init(_ snapshot: HedgeSnapshot, channels: [AlertChannelReport] = []) {
    let figures = snapshot.figures
    let now = snapshot.now
    at = now.iso8601
    portfolio = figures.name
    currency = figures.currency.symbol
    benchmark = figures.benchmark.label
    benchmarkPrice = FigureReport(reading: figures.benchmarkPrice, now: now)
    benchmarkChange = FigureReport(reading: figures.benchmarkChange, now: now)
    feeds = snapshot.feeds.map(FeedReport.init)
    strategies = figures.strategies.map { StrategyReport($0, in: snapshot) }
    accounts = figures.accounts.map { AccountReport($0, readAt: snapshot.accountsReadAt[$0.id], now: now) }
    reconciliations = snapshot.reconciliations.map { ReconciliationReport($0, now: now) }
    self.channels = channels
    alerts = snapshot.alerts.filter(\.isActive).map(AlertReport.init)
  }
}

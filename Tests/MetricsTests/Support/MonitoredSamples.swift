import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import Metrics

extension SnapshotBuilder {
  /// The portfolio of this snapshot, as the program watches it.
  var watched: PublishedPortfolio { PublishedPortfolio(snapshot, publishedAt: now, interval: .seconds(1)) }
}

/// Portfolios that metrics are made of in tests.
enum MonitoredSamples {
  /// Those that are recorded, by name.
  static let recorded: [(name: String, portfolio: PublishedPortfolio)] = [
    ("calm", SnapshotBuilder.calm.watched), ("breach", full), ("stale", SnapshotBuilder.stale.watched),
    ("unknown", SnapshotBuilder.unknown.watched), ("empty", SnapshotBuilder.emptyPortfolio.watched),
  ]

  /// The breach, with a coin whose cost is stated, an account that was read and differs, an alert that was acknowledged,
  /// and a decision: everything there can be.
  static let full: PublishedPortfolio = {
    var builder = SnapshotBuilder.breach
    let now = builder.now
    builder.holdings[0].profit = 12_345.5
    builder.alerts.append(
      Alert(
        id: "margin/main", severity: .warning, message: "margin", raisedAt: now - .seconds(60),
        acknowledgedAt: now - .seconds(30), isUnverified: true))
    builder.alerts.append(
      Alert(
        id: "feed/simulated", severity: .info, message: "over", raisedAt: now - .seconds(90),
        clearedAt: now - .seconds(80)))
    builder.accountsReadAt = ["main": now - .seconds(4)]
    let line = Reconciliation.Line(
      subject: .equity, instrument: nil, ours: .stated(100), venue: .stated(90), difference: .stated(0.11),
      cause: "the balance")
    builder.reconciliations = [Reconciliation(account: "main", lines: [line])]
    let made = builder.snapshot
    let decision = Decision(
      id: 7, at: now - .hours(2), strategy: builder.strategyName, change: .hedgeRatio(old: 1, new: 0))
    let snapshot = HedgeSnapshot(
      now: made.now, sequence: 42, figures: made.figures, feeds: made.feeds, alerts: made.alerts, log: made.log,
      histories: made.histories, recentPrices: made.recentPrices, dueReviews: made.dueReviews,
      decisionLocks: made.decisionLocks, undoable: [builder.strategyName: decision],
      reconciliations: made.reconciliations, accountsReadAt: made.accountsReadAt)
    return PublishedPortfolio(snapshot, publishedAt: now + .milliseconds(250), interval: .seconds(1))
  }()

  /// What the program takes of a machine, for a text that is always the same.
  static let process: ProcessFigures = {
    var figures = ProcessFigures()
    figures.processorTime = .milliseconds(12_340)
    figures.residentBytes = 25_165_824
    figures.virtualBytes = 1 << 30
    figures.openFiles = 12
    figures.maximumFiles = 1024
    figures.startedAt = Timestamp(milliseconds: 1_747_650_000_500)
    return figures
  }()

  static let build = BuildFacts(version: "1.2.3", configuration: "release", compiler: "6.1")

  /// Everything that is served of a portfolio.
  static func text(_ portfolio: PublishedPortfolio) -> String {
    MetricsText.hedge([portfolio]) + MetricsText.process(process, build: build)
  }
}

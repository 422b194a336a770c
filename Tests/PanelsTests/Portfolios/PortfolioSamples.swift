import Alerting
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells

@testable import Panels

/// Portfolios beside each other, as a screen of several shows them.
struct PortfolioSamples {
  /// Their snapshots.
  let snapshots: [HedgeSnapshot]
  /// What is stated of currencies.
  var rates = StatedRates()

  /// These samples under these names.
  init(_ samples: [(name: String, builder: SnapshotBuilder)], currencies: [Asset] = []) {
    snapshots = samples.enumerated().map { index, sample in
      var builder = sample.builder
      builder.name = sample.name
      if let currency = currencies.element(index) { builder.currency = currency }
      let profit = ProfitSample(builder).snapshot
      return builder.snapshot.with(attribution: profit.attribution)
    }
  }

  /// One in a breach, one calm, one whose feed is silent, one that has just begun.
  static let mixed = PortfolioSamples([
    ("Core", .calm), ("Alts", .breach), ("Income", .stale), ("Treasury", .unknown),
  ])

  /// All is well.
  static let calm = PortfolioSamples([("Core", .calm), ("Alts", .calm)])

  /// As the screen is handed them.
  func choice(shown: Int = 0) -> PortfolioChoice {
    PortfolioChoice(PortfoliosOverview(snapshots.map(PortfolioSummary.init), rates: rates), shown: shown)
  }

  /// A screen of one of them.
  func driver(shown: Int = 0, size: Size = Size(columns: 120, rows: 40)) -> ScreenDriver {
    var driver = ScreenDriver(snapshots[shown], size: size)
    driver.screen = Screen(panels: .hedgeAndBook, keys: .several)
    driver.state.portfolios = choice(shown: shown)
    return driver
  }
}

extension HedgeSnapshot {
  /// The snapshot with the profit of its strategies.
  fileprivate func with(attribution: ProfitAttribution) -> HedgeSnapshot {
    HedgeSnapshot(
      now: now, sequence: sequence, figures: figures, feeds: feeds, alerts: alerts, log: log, histories: histories,
      recentPrices: recentPrices, dueReviews: dueReviews, decisionLocks: decisionLocks, attribution: attribution)
  }
}

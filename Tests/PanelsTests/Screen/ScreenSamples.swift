import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport

@testable import Panels

/// Snapshots with what screens and dialogs need besides figures: a trial, a decision to undo, alerts, a log.
struct ScreenSample {
  var snapshot: HedgeSnapshot
  var preview: Reading<HedgePreview>?
  var undoable: [String: Decision] = [:]
  var locks: [String: String]?
  var alerts: [Alert]?
  var secondStrategy = false
  var later: Duration = .zero

  init(_ builder: SnapshotBuilder = .breach) {
    snapshot = builder.snapshot
  }

  static let ratio = Decimal(exactly: "0.65") ?? 0

  /// The snapshot with what is set.
  var built: HedgeSnapshot {
    let figures = snapshot.figures
    let strategies =
      secondStrategy && !figures.strategies.isEmpty
      ? figures.strategies + [renamed(figures.strategies[0], "Second")] : figures.strategies
    return HedgeSnapshot(
      now: snapshot.now + later, sequence: snapshot.sequence,
      figures: PortfolioFigures(
        now: figures.now, name: figures.name, currency: figures.currency, benchmark: figures.benchmark,
        benchmarkPrice: figures.benchmarkPrice, benchmarkChange: figures.benchmarkChange, strategies: strategies,
        totals: PortfolioTotals(of: strategies), allocation: figures.allocation,
        accounts: figures.accounts),
      feeds: snapshot.feeds, alerts: alerts ?? snapshot.alerts, log: snapshot.log, histories: snapshot.histories,
      recentPrices: snapshot.recentPrices, dueReviews: snapshot.dueReviews,
      decisionLocks: locks ?? snapshot.decisionLocks, preview: preview, undoable: undoable)
  }

  /// With the trial of a ratio ready.
  func trying(_ ratio: Decimal, strategy: String = "Main", stale: Bool = false) -> ScreenSample {
    var sample = self
    guard let figures = snapshot.figures.strategies.first else { return sample }
    let trades = figures.legs.prefix(2).map { leg in
      TradeSuggestion(
        leg: leg.id, exactContracts: -1.2341, contracts: Decimal(exactly: "-1.234") ?? 0, price: 65_040.1,
        notional: -80_259, fee: 40.13, residualBeta: 0.0001, warnings: [])
    }
    let impacts = [-0.2, -0.1, 0.1, 0.2].map {
      HedgePreview.Impact(benchmarkMove: $0, unhedgedProfit: 560_000 * $0, hedgedProfit: 201_000 * $0)
    }
    let preview = HedgePreview(
      strategy: strategy, currentAim: figures.policy.aim, aim: .hedgeRatio(ratio), trades: trades, fees: 48.2,
      after: figures, accountsAfter: snapshot.figures.accounts, impacts: impacts)
    sample.preview = .known(preview, Provenance(asOf: snapshot.now, source: "simulated", isStale: stale))
    return sample
  }

  private func renamed(_ strategy: StrategyFigures, _ name: String) -> StrategyFigures {
    StrategyFigures(
      name: name, kind: strategy.kind, policy: strategy.policy, holdings: Array(strategy.holdings.prefix(1)),
      legs: Array(strategy.legs.prefix(1)), equity: strategy.equity, leverage: strategy.leverage,
      spotValue: strategy.spotValue, spotChange: strategy.spotChange,
      legNotional: strategy.legNotional, unrealisedProfit: strategy.unrealisedProfit, netBeta: strategy.netBeta,
      funding: strategy.funding, suggestions: strategy.suggestions,
      suggestionsUnavailable: strategy.suggestionsUnavailable)
  }

  /// A change of the ratio that can be undone.
  static func decision(_ at: Timestamp) -> Decision {
    Decision(
      id: 7, at: at, strategy: "Main",
      change: .hedgeRatio(old: Decimal(exactly: "0.5") ?? 0, new: Decimal(exactly: "0.6") ?? 0))
  }
}

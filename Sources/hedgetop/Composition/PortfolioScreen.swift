import HedgeConfiguration
import HedgeModel
import HedgeStore
import Panels
import TerminalCells

/// One of the portfolios a watcher can show: its store's newest snapshot, what it says beside others, and how its screen
/// was left.
@MainActor
final class PortfolioScreen: StoreObserver {
  let portfolio: WatchedPortfolio
  /// What the user has done to its screen.
  var state: ScreenState
  /// What is known of it beside others.
  private(set) var summary: PortfolioSummary
  /// The newest snapshot; nil before the first refresh.
  private(set) var snapshot: HedgeSnapshot?
  private weak var watcher: Watcher?
  private let alerts: AlertCompanion
  private var loader: PastLoader?

  /// The screen of a portfolio, nothing of it drawn.
  init(_ portfolio: WatchedPortfolio, state: ScreenState, terminal: any Terminal, watcher: Watcher) {
    self.portfolio = portfolio
    alerts = AlertCompanion(portfolio.session, ringing: terminal)
    self.state = state
    self.watcher = watcher
    let first = portfolio.session.store.snapshot
    summary = PortfolioSummary(first)
    snapshot = first.sequence > 0 ? first : nil
    loader = PastLoader(portfolio.past) { [weak self] in self?.show($0) }
  }

  var store: Store { portfolio.session.store }

  func storeDidPublish(_ snapshot: HedgeSnapshot) {
    self.snapshot = snapshot
    watcher?.publish(self)
  }

  /// Begins to hear of it: its alerts ring, whichever portfolio is shown.
  func begin() {
    store.add(self)
    alerts.start()
  }

  /// Hears of it no more.
  func end() {
    alerts.stop()
    store.remove(self)
  }

  /// Works out anew what is known of it beside others.
  ///
  /// - Returns: whether the screen of another portfolio is to say something else of it.
  func summarise(_ snapshot: HedgeSnapshot) -> Bool {
    let before = summary
    summary = PortfolioSummary(snapshot)
    return before.concern != summary.concern || before.openAlerts != summary.openAlerts
  }

  /// Has the past read that its screen wants to show.
  func want(_ request: HistoryRequest?) { loader?.want(request, until: store.snapshot.now) }

  private func show(_ past: HistoryView) {
    state.history = past
    watcher?.redraw(self)
  }

  /// Has the store make these studies for it.
  func look(at topics: Set<StudyTopic>) { store.look(at: topics, for: self) }
}

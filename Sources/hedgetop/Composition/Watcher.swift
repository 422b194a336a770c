import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeConfiguration
import HedgeModel
import HedgeStore
import Panels
import TerminalCells

/// Joins a session to a terminal: input goes to the screen, its commands to the store, snapshots back to the terminal.
@MainActor
final class Watcher: StoreObserver {
  private let session: HedgeSession
  private let terminal: any Terminal
  private let themes: ThemeLibrary
  private let settings: DisplaySettings
  private let readConfiguration: @MainActor () async throws -> Configuration
  private let screen = Screen()
  private var state: ScreenState
  private var theme: Theme
  private var refreshesLeft: Int?
  private var lastRefresh: Timestamp?
  /// Snapshots until the pages of the start are given back: by then history has come and each path has run.
  private var snapshotsOfStart = 5
  private var finish: CheckedContinuation<Int32, Never>?

  /// A watcher that has drawn nothing yet.
  ///
  /// - Parameters:
  ///   - readConfiguration: reads the configuration anew.
  ///   - refreshes: stop after so many refreshes; nil goes on.
  init(
    session: HedgeSession, terminal: any Terminal, settings: DisplaySettings, themes: ThemeLibrary, theme: Theme,
    readConfiguration: @escaping @MainActor () async throws -> Configuration, refreshes: Int? = nil
  ) {
    self.session = session
    self.terminal = terminal
    self.themes = themes
    self.settings = settings
    self.readConfiguration = readConfiguration
    self.theme = theme.adapted(to: terminal.capabilities.colourDepth)
    refreshesLeft = refreshes
    state = ScreenState(
      size: terminal.size, refreshInterval: settings.refreshInterval, hidesBalances: settings.hidesBalances,
      themeName: settings.theme, themeNames: themes.names)
  }

  /// Shows the hedge until the user leaves; returns the exit code.
  func run() async -> Int32 {
    draw(nil)
    terminal.setInputHandler { [weak self] in self?.handle($0) }
    session.store.add(self)
    let history = Task { await session.loadHistory() }
    session.store.refresh()
    session.store.startTimer(every: .milliseconds(state.refreshInterval))
    let code = await withCheckedContinuation { finish = $0 }
    history.cancel()
    session.store.remove(self)
    session.store.stop()
    return code
  }

  func storeDidPublish(_ snapshot: HedgeSnapshot) {
    draw(snapshot)
    snapshotsOfStart -= 1
    if snapshotsOfStart == 0 { StartUpPages.release() }
    guard let left = refreshesLeft, snapshot.now > lastRefresh ?? Timestamp(milliseconds: .min) else { return }
    lastRefresh = snapshot.now
    refreshesLeft = left - 1
    if left <= 1 { end(0) }
  }

  private func draw(_ snapshot: HedgeSnapshot?) {
    terminal.present(
      screen.render(state, snapshot, size: terminal.size, theme: theme, glyphs: terminal.capabilities.glyphs))
  }

  private func end(_ code: Int32) {
    finish?.resume(returning: code)
    finish = nil
  }

  private func handle(_ event: InputEvent) {
    switch event {
    case .hangUp: return end(128 + 1)
    case .terminate(let signal): return end(128 + signal)
    default: break
    }
    let snapshot = session.store.snapshot
    for command in screen.reduce(&state, event, snapshot: snapshot) { perform(command) }
    lookAtWhatIsShown()
    if finish != nil { draw(session.store.snapshot) }
  }

  /// Has the store make the studies of the panels on the screen, and no others.
  private func lookAtWhatIsShown() {
    session.store.look(at: Set(screen.visiblePanels(state).compactMap(\.study)), for: self)
  }

  private func perform(_ command: ScreenCommand) {
    let store = session.store
    switch command {
    case .quit: end(0)
    case .suspend: terminal.suspend()
    case .redraw: terminal.redraw()
    case .forceRefresh: store.refresh()
    case .setInterval(let milliseconds): store.startTimer(every: .milliseconds(milliseconds))
    case .copy(let text): terminal.copy(text)
    case .reloadConfiguration: reload()
    case .setTheme(let name): change(to: name)
    case .exportTicket(let ticket, let format, let path): export(ticket, format, to: path)
    case .previewHedgeRatio(let strategy, let ratio):
      store.send(.preview(ratio.map { HedgeRatioTrial(strategy: strategy, hedgeRatio: $0) }))
    case .commitHedgeRatio(let strategy, let ratio): decide(.hedgeRatio(strategy: strategy, ratio))
    case .recordFill(let leg, let contracts, let price): decide(.fill(leg, contracts: contracts, price: price))
    case .undo(let strategy): decide(.undo(strategy: strategy))
    case .markReviewed(let strategy): decide(.review(strategy: strategy))
    case .acknowledgeAlerts(let ids): decide(.acknowledge(alerts: ids))
    case .snoozeAlerts(let ids, let time): decide(.snooze(alerts: ids, for: time))
    }
  }

  /// Hands a decision to the store and shows what it answered: what was kept, or why nothing was.
  private func decide(_ request: DecisionRequest) {
    let store = session.store
    let before = store.snapshot.log.first
    store.send(settings.isReadOnly ? .notice("read-only: nothing is changed") : .decide(request))
    guard let answer = store.snapshot.log.first, answer != before else { return }
    if case .acknowledge(let ids) = request, answer.kind == .decision {
      state.message = .done(ids.count == 1 ? answer.message : "acknowledged \(ids.count) alerts")
    } else if case .snooze(let ids, _) = request, answer.kind == .decision {
      state.message = .done(ids.count == 1 ? answer.message : "snoozed \(ids.count) alerts")
    } else {
      state.message = answer.kind == .decision ? .done(answer.message) : .refused(answer.message)
    }
  }

  /// Reads the configuration again: all of it or, when it has a mistake, none.
  private func reload() {
    Task {
      do {
        try await session.reconfigure(try await readConfiguration())
        state.message = .done("configuration read again")
      } catch {
        let words = String(describing: error).split(separator: "\n").first ?? "it cannot be read"
        session.store.send(.notice("configuration not changed: \(words)"))
        state.message = .refused("configuration not changed: \(words)")
      }
      if finish != nil { draw(session.store.snapshot) }
    }
  }

  private func export(_ ticket: TradeTicket, _ format: TicketFormat, to path: String) {
    do {
      state.message = .done("ticket written to \(try TicketFile.write(ticket, format, to: path))")
    } catch {
      let words = String(describing: error).split(separator: "\n").first ?? "it cannot be written"
      state.message = .refused("ticket not written: \(words)")
    }
  }

  private func change(to name: String) {
    do {
      theme = try themes.theme(named: name).adapted(to: terminal.capabilities.colourDepth)
    } catch {
      session.store.send(.notice(String(describing: error)))
    }
  }
}

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
  private let reloadConfiguration: @MainActor () async throws -> Void
  private let role: ScreenRole
  private let screen = Screen()
  private var state: ScreenState
  private var theme: Theme
  private let ringsBell: Bool
  private var refreshesLeft: Int?
  private var lastRefresh: Timestamp?
  private var drawnAt: ContinuousClock.Instant?
  /// Snapshots until the pages of the start are given back: by then history has come and each path has run.
  private var snapshotsOfStart = 5
  private var finish: CheckedContinuation<Int32, Never>?
  private var endingCode: Int32?

  /// A watcher that has drawn nothing yet.
  ///
  /// - Parameters:
  ///   - reload: reads the configuration anew and has the session watch it: all of it or, where it throws, nothing.
  ///   - role: what this screen may do with the session.
  ///   - refreshes: stop after so many refreshes; nil goes on.
  ///   - ringsBell: whether a new alert rings.
  init(
    session: HedgeSession, terminal: any Terminal, settings: DisplaySettings, themes: ThemeLibrary, theme: Theme,
    reload: @escaping @MainActor () async throws -> Void, role: ScreenRole = .owner, refreshes: Int? = nil,
    ringsBell: Bool
  ) {
    self.session = session
    self.role = role
    self.terminal = terminal
    self.themes = themes
    self.settings = settings
    reloadConfiguration = reload
    self.theme = theme.adapted(to: terminal.capabilities.colourDepth)
    refreshesLeft = refreshes
    self.ringsBell = ringsBell
    state = ScreenState(
      size: terminal.size, refreshInterval: settings.refreshInterval, hidesBalances: settings.hidesBalances,
      themeName: settings.theme, themeNames: themes.names)
  }

  /// Shows the hedge until the user leaves; returns the exit code.
  func run() async -> Int32 {
    guard role.ownsSession else { return await runAsGuest() }
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

  /// Shows a session that goes on without this screen, until the user leaves or ``leave()``.
  private func runAsGuest() async -> Int32 {
    // The viewer may have gone before there was a screen.
    if let endingCode { return endingCode }
    terminal.setInputHandler { [weak self] in self?.handle($0) }
    session.store.add(self)
    lookAtWhatIsShown()
    draw(session.store.snapshot)
    let code = await withCheckedContinuation { finish = $0 }
    session.store.remove(self)
    if role.refusal == nil, session.store.snapshot.preview != nil { session.store.send(.preview(nil)) }
    return code
  }

  /// Ends a guest whose viewer has gone.
  func leave() { end(0) }

  func storeDidPublish(_ snapshot: HedgeSnapshot) {
    guard role.ownsSession else {
      // The session's pace is its own: of its snapshots as many are drawn as this screen asks for.
      if isDue { draw(snapshot) }
      return
    }
    draw(snapshot)
    snapshotsOfStart -= 1
    if snapshotsOfStart == 0 { StartUpPages.release() }
    guard let left = refreshesLeft, snapshot.now > lastRefresh ?? Timestamp(milliseconds: .min) else { return }
    lastRefresh = snapshot.now
    refreshesLeft = left - 1
    if left <= 1 { end(0) }
  }

  func storeDidTell(_ transition: AlertTransition) {
    if ringsBell, transition.kind != .cleared { terminal.ring() }
  }

  /// Whether the last picture is as old as this screen wants, but for the unevenness of timers.
  private var isDue: Bool {
    guard let drawnAt else { return true }
    return .now - drawnAt >= .milliseconds(state.refreshInterval * 9 / 10)
  }

  private func draw(_ snapshot: HedgeSnapshot?) {
    drawnAt = .now
    // What the controller tries is nobody else's.
    let snapshot = role.refusal == nil ? snapshot : snapshot?.withoutTrial
    terminal.present(
      screen.render(state, snapshot, size: terminal.size, theme: theme, glyphs: terminal.capabilities.glyphs))
  }

  private func end(_ code: Int32) {
    endingCode = endingCode ?? code
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
    if let words = role.refusal(of: command) { return refuse(words) }
    switch command {
    case .quit: end(0)
    case .suspend: terminal.suspend()
    case .redraw: terminal.redraw()
    case .forceRefresh: store.refresh()
    case .setInterval where !role.ownsSession: break  // Kept in the screen's state.
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
    }
  }

  /// Refuses what this screen may not do, and closes the dialog that would wait for its effect.
  private func refuse(_ words: String) {
    state.overlays = []
    state.message = .refused(words)
  }

  /// Hands a decision to the store and shows what it answered: what was kept, or why nothing was.
  private func decide(_ request: DecisionRequest) {
    let store = session.store
    let before = store.snapshot.log.first
    store.send(settings.isReadOnly ? .notice("read-only: nothing is changed") : .decide(request))
    guard let answer = store.snapshot.log.first, answer != before else { return }
    if case .acknowledge(let ids) = request, answer.kind == .decision {
      state.message = .done(ids.count == 1 ? answer.message : "acknowledged \(ids.count) alerts")
    } else {
      state.message = answer.kind == .decision ? .done(answer.message) : .refused(answer.message)
    }
  }

  /// Reads the configuration again: all of it or, when it has a mistake, none.
  private func reload() {
    Task {
      do {
        try await reloadConfiguration()
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

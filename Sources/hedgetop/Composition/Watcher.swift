import HedgeAnalytics
import HedgeConfiguration
import HedgeModel
import HedgeStore
import Panels
import TerminalCells

/// Joins portfolios to a terminal, one of them shown: input goes to the screen, its commands to the store of the one
/// shown, snapshots back to the terminal.
@MainActor
final class Watcher {
  private let terminal: any Terminal
  private let themes: ThemeLibrary
  private let settings: DisplaySettings
  private let role: ScreenRole
  private let screen: Screen
  private let rates: StatedRates
  private var screens: [PortfolioScreen] = []
  private var shown = 0
  private var theme: Theme
  private var refreshesLeft: Int?
  private var lastRefresh: Timestamp?
  private var drawnAt: ContinuousClock.Instant?
  private var startUp = StartUpRounds()
  private var finish: CheckedContinuation<Int32, Never>?
  private var endingCode: Int32?

  /// A watcher that has drawn nothing yet.
  ///
  /// - Parameters:
  ///   - portfolios: what can be shown, at least one. Who hands them in starts and stops them.
  ///   - first: the one to begin with.
  ///   - role: what this screen may do with them.
  ///   - refreshes: stop after so many refreshes of the portfolio shown; nil goes on.
  init(
    _ portfolios: [WatchedPortfolio], showing first: Int = 0, terminal: any Terminal, settings: DisplaySettings,
    themes: ThemeLibrary, theme: Theme, role: ScreenRole = .owner, refreshes: Int? = nil
  ) {
    self.role = role
    self.terminal = terminal
    self.themes = themes
    self.settings = settings
    self.theme = theme.adapted(to: terminal.capabilities.colourDepth)
    refreshesLeft = refreshes
    screen = Screen(keys: portfolios.count > 1 ? .several : .standard)
    rates = portfolios.reduce(into: StatedRates()) { rates, watched in
      let portfolio = watched.session.configuration.portfolio
      rates.add(portfolio.conversionRates, in: portfolio.currency)
    }
    let state = ScreenState(
      size: terminal.size, refreshInterval: settings.refreshInterval, hidesBalances: settings.hidesBalances,
      themeName: settings.theme, themeNames: themes.names)
    screens = portfolios.map { PortfolioScreen($0, state: state, terminal: terminal, watcher: self) }
    shown = first
    compare()
  }

  private var current: PortfolioScreen { screens[shown] }

  /// Shows the portfolios until the user leaves; returns the exit code.
  ///
  /// - Parameter start: begins to refresh, once everything is ready to be shown.
  /// - Throws: what `start` throws.
  func run(starting start: @MainActor () async throws -> Void) async throws -> Int32 {
    begin()
    defer { stopListening() }
    try await start()
    return await ended()
  }

  /// Shows portfolios that go on without this screen, until the user leaves or ``leave()``; returns the exit code.
  func run() async -> Int32 {
    // The viewer may have gone before there was a screen.
    if let endingCode { return endingCode }
    begin()
    lookAtWhatIsShown()
    defer { stopListening() }
    return await ended()
  }

  /// Ends a guest whose viewer has gone.
  func leave() { end(0) }

  private func begin() {
    draw()
    terminal.setInputHandler { [weak self] in self?.handle($0) }
    for screen in screens { screen.begin() }
  }

  private func stopListening() {
    for screen in screens {
      screen.end()
      if role.refusal == nil, screen.store.snapshot.preview != nil { screen.store.send(.preview(nil)) }
    }
  }

  private func ended() async -> Int32 {
    if let endingCode { return endingCode }
    return await withCheckedContinuation { finish = $0 }
  }

  /// Shows what a store has published.
  func publish(_ screen: PortfolioScreen) {
    guard let snapshot = screen.snapshot else { return }
    let isTold = screens.count > 1 && screen.summarise(snapshot)
    // The pace of portfolios that go on without this screen is their own: it draws as often as it is asked to.
    if isTold || (screen === current || isComparing) && (role.ownsSession || isDue) {
      compare()
      draw()
    }
    guard screen === current else { return }
    want()
    guard role.ownsSession else { return }
    startUp.came()
    guard let left = refreshesLeft, snapshot.now > lastRefresh ?? Timestamp(milliseconds: .min) else { return }
    lastRefresh = snapshot.now
    refreshesLeft = left - 1
    if left <= 1 { end(0) }
  }

  /// Shows what else has changed of a portfolio.
  func redraw(_ screen: PortfolioScreen) {
    guard screen === current, endingCode == nil else { return }
    want()
    draw()
  }

  /// Has the past read that is to be shown.
  private func want() { current.want(screen.historyRequest(current.state, current.snapshot)) }

  /// Whether all portfolios are on the display.
  private var isComparing: Bool {
    if case .portfolios = current.state.overlays.last { true } else { false }
  }

  /// Lays the portfolios beside each other for the one shown; nothing while there is one only.
  private func compare() {
    guard screens.count > 1 else { return }
    current.state.portfolios = PortfolioChoice(
      PortfoliosOverview(screens.map(\.summary), rates: rates), shown: shown)
  }

  /// Whether the last picture is as old as this screen wants, but for the unevenness of timers.
  private var isDue: Bool {
    guard let drawnAt else { return true }
    return .now - drawnAt >= .milliseconds(current.state.refreshInterval * 9 / 10)
  }

  private func draw() {
    drawnAt = .now
    // What the controller tries is nobody else's.
    let snapshot = role.refusal == nil ? current.snapshot : current.snapshot?.withoutTrial
    terminal.present(
      screen.render(
        current.state, snapshot, size: terminal.size, theme: theme, glyphs: terminal.capabilities.glyphs))
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
    for command in screen.reduce(&current.state, event, snapshot: current.store.snapshot) { perform(command) }
    lookAtWhatIsShown()
    want()
    if endingCode == nil { draw() }
  }

  /// Has the store make the studies of the panels on the screen, and no others.
  private func lookAtWhatIsShown() {
    current.look(at: Set(screen.visiblePanels(current.state).compactMap(\.study)))
  }

  private func perform(_ command: ScreenCommand) {
    let store = current.store
    if let words = role.refusal(of: command) { return refuse(words) }
    switch command {
    case .quit: end(0)
    case .suspend: terminal.suspend()
    case .redraw: terminal.redraw()
    case .forceRefresh: store.refresh()
    case .setInterval where !role.ownsSession: break  // Kept in the screen's state.
    case .setInterval(let milliseconds):
      for screen in screens { screen.store.startTimer(every: .milliseconds(milliseconds)) }
    case .copy(let text): terminal.copy(text)
    case .reloadConfiguration: reload()
    case .setTheme(let name): change(to: name)
    case .showPortfolio(let index): show(index)
    case .exportTicket(let ticket, let format, let path): export(ticket, format, to: path)
    case .previewHedgeRatio(let strategy, let ratio):
      store.send(.preview(ratio.map { HedgeRatioTrial(strategy: strategy, hedgeRatio: $0) }))
    case .commitHedgeRatio(let strategy, let ratio): decide(.hedgeRatio(strategy: strategy, ratio))
    case .recordFill(let leg, let contracts, let price): decide(.fill(leg, contracts: contracts, price: price))
    case .undo(let strategy, let decision): decide(.undo(strategy: strategy, decision: decision))
    case .markReviewed(let strategy): decide(.review(strategy: strategy))
    case .acknowledgeAlerts(let ids): decide(.acknowledge(alerts: ids))
    case .snoozeAlerts(let ids, let time): decide(.snooze(alerts: ids, for: time))
    }
  }

  /// Refuses what this screen may not do, and closes the dialog that would wait for its effect.
  private func refuse(_ words: String) {
    current.state.overlays = []
    current.state.message = .refused(words)
  }

  /// Shows another portfolio as its screen was left; what is set for the whole screen goes with the user.
  private func show(_ index: Int) {
    guard screens.indices.contains(index), index != shown else { return }
    let before = current
    before.look(at: [])
    shown = index
    current.state.adoptSettings(of: before.state)
    current.state.message = nil
    compare()
  }

  /// Hands a decision to the store and shows what it answered: what was kept, or why nothing was.
  private func decide(_ request: DecisionRequest) {
    let store = current.store
    let before = store.snapshot.log.first
    store.send(settings.isReadOnly ? .notice("read-only: nothing is changed") : .decide(request))
    guard let answer = store.snapshot.log.first, answer != before else { return }
    if case .acknowledge(let ids) = request, answer.kind == .decision {
      current.state.message = .done(ids.count == 1 ? answer.message : "acknowledged \(ids.count) alerts")
    } else if case .snooze(let ids, _) = request, answer.kind == .decision {
      current.state.message = .done(ids.count == 1 ? answer.message : "snoozed \(ids.count) alerts")
    } else {
      current.state.message = answer.kind == .decision ? .done(answer.message) : .refused(answer.message)
    }
  }

  /// Reads the configuration of the portfolio shown again: all of it or, when it has a mistake, none.
  private func reload() {
    let reloaded = current
    Task {
      do {
        try await reloaded.portfolio.reload()
        reloaded.state.message = .done("configuration read again")
      } catch {
        let words = String(describing: error).split(separator: "\n").first ?? "it cannot be read"
        reloaded.store.send(.notice("configuration not changed: \(words)"))
        reloaded.state.message = .refused("configuration not changed: \(words)")
      }
      if endingCode == nil { draw() }
    }
  }

  private func export(_ ticket: TradeTicket, _ format: TicketFormat, to path: String) {
    do {
      current.state.message = .done("ticket written to \(try TicketFile.write(ticket, format, to: path))")
    } catch {
      let words = String(describing: error).split(separator: "\n").first ?? "it cannot be written"
      current.state.message = .refused("ticket not written: \(words)")
    }
  }

  private func change(to name: String) {
    do {
      theme = try themes.theme(named: name).adapted(to: terminal.capabilities.colourDepth)
    } catch {
      current.store.send(.notice(String(describing: error)))
    }
  }
}

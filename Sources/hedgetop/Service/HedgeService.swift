import Glibc
import HedgeConfiguration
import HedgeModel
import HedgeStore
import NcursesTerminal

/// Portfolios without a screen: refreshes them, tells the log what happens, and answers signals until it is asked to end.
@MainActor
final class HedgeService {
  private var portfolios: [ServicePortfolio] = []
  private let screens: ScreenHost
  private let log: ServiceLog
  private let manager: ServiceManager
  private let statedInterval: Int?
  private var catcher: SignalCatcher?
  private var finish: CheckedContinuation<Void, Never>?
  private var reload = ReloadQueue()
  private var refreshesLeft: Int?
  private var lastRefresh = Timestamp(milliseconds: .min)
  private var startUp = StartUpRounds()

  /// A service that has not begun.
  ///
  /// - Parameters:
  ///   - portfolios: what it watches, at least one; it starts and stops them.
  ///   - screens: shows its screen to those who attach.
  ///   - manager: who is told how it fares.
  ///   - interval: milliseconds between refreshes; nil takes the configuration's.
  ///   - refreshes: end after so many of the first; nil goes on.
  init(
    _ portfolios: [WatchedPortfolio], screens: ScreenHost, log: ServiceLog, manager: ServiceManager, interval: Int?,
    refreshes: Int? = nil
  ) {
    self.screens = screens
    self.log = log
    self.manager = manager
    statedInterval = interval
    refreshesLeft = refreshes
    self.portfolios = portfolios.map { portfolio in
      ServicePortfolio(portfolio, log: log) { [weak self] in self?.follow($0) }
    }
  }

  /// Watches the hedge until it is asked to end by SIGTERM or SIGINT.
  ///
  /// - Throws: what a companion throws that cannot begin.
  func run() async throws {
    catcher = SignalCatcher([SIGTERM, SIGINT, SIGHUP, SIGPIPE]) { [weak self] in self?.handle(signal: $0) }
    defer { catcher?.stop() }
    // First of all: where another shows this portfolio already, nothing else may begin.
    try screens.start()
    defer { screens.stop() }
    do {
      for watched in portfolios { try await begin(watched) }
    } catch {
      await endPortfolios()
      throw error
    }
    manager.tell(.ready)
    manager.startWatchdog()
    log.say("service", .notice, "ready")
    await withCheckedContinuation { finish = $0 }
    manager.tell(.stopping)
    log.say("service", .notice, "ending")
    screens.stop()
    await endPortfolios()
    manager.stopWatchdog()
    log.say("service", .notice, "ended")
  }

  private func begin(_ watched: ServicePortfolio) async throws {
    try await watched.portfolio.startForLong()
    watched.portfolio.session.store.add(watched)
    watched.portfolio.session.store.refresh()
    startTimer(of: watched.portfolio.session)
  }

  private func endPortfolios() async {
    for watched in portfolios {
      watched.portfolio.session.store.remove(watched)
      await watched.portfolio.stopForLong()
    }
  }

  /// A portfolio has a new snapshot.
  private func follow(_ watched: ServicePortfolio) {
    manager.tell(status: ServiceStatus.words(portfolios.map(\.snapshot), screens: screens.screens))
    guard watched === portfolios[0] else { return }
    let snapshot = watched.snapshot
    startUp.came()
    guard let left = refreshesLeft, snapshot.now > lastRefresh else { return }
    lastRefresh = snapshot.now
    refreshesLeft = left - 1
    if left <= 1 { end() }
  }

  /// Ends it as SIGTERM does.
  func end() {
    finish?.resume()
    finish = nil
  }

  private func handle(signal: CInt) {
    switch signal {
    case SIGHUP: reloadConfiguration()
    case SIGTERM, SIGINT: end()
    default: break
    }
  }

  private func startTimer(of session: HedgeSession) {
    let interval = statedInterval ?? Int(session.configuration.display.refresh.wholeMilliseconds)
    session.store.startTimer(every: .milliseconds(interval))
  }

  /// Reads the configurations again: all of each or, when it has a mistake, none of it. Asked while it does so, it does so once
  /// more afterwards.
  private func reloadConfiguration() {
    guard reload.ask() else { return }
    Task {
      repeat { await readAgain() } while reload.next()
    }
  }

  private func readAgain() async {
    manager.tellReloading()
    for watched in portfolios { await readAgain(watched.portfolio) }
    manager.tell(.ready)
  }

  private func readAgain(_ portfolio: WatchedPortfolio) async {
    let interval = portfolio.session.configuration.display.refresh
    do {
      try await portfolio.reload()
      log.say("service", .notice, "configuration read again", of: portfolio.name)
      if portfolio.session.configuration.display.refresh != interval { startTimer(of: portfolio.session) }
    } catch {
      log.say("service", .error, "configuration not changed: \(error)", of: portfolio.name)
    }
  }
}

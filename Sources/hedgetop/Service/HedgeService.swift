import Glibc
import HedgeConfiguration
import HedgeModel
import HedgeStore
import NcursesTerminal

/// A session without a screen: refreshes, tells the log what happens, and answers signals until it is asked to end.
@MainActor
final class HedgeService: StoreObserver {
  private let session: HedgeSession
  private let loader: ConfigurationLoader
  private let companions: SessionCompanions
  private let screens: ScreenHost
  private let log: ServiceLog
  private let manager: ServiceManager
  private let statedInterval: Int?
  private var changes = SnapshotChanges()
  private var catcher: SignalCatcher?
  private var finish: CheckedContinuation<Void, Never>?
  private var reload = ReloadQueue()
  private var refreshesLeft: Int?
  private var lastRefresh = Timestamp(milliseconds: .min)
  private var snapshotsOfStart = 5

  /// A service that has not begun.
  ///
  /// - Parameters:
  ///   - companions: what lives beside the session.
  ///   - screens: shows its screen to those who attach.
  ///   - manager: who is told how it fares.
  ///   - interval: milliseconds between refreshes; nil takes the configuration's.
  ///   - refreshes: end after so many; nil goes on.
  init(
    session: HedgeSession, loader: ConfigurationLoader, companions: SessionCompanions, screens: ScreenHost,
    log: ServiceLog, manager: ServiceManager, interval: Int?, refreshes: Int? = nil
  ) {
    self.session = session
    self.loader = loader
    self.companions = companions
    self.screens = screens
    self.log = log
    self.manager = manager
    statedInterval = interval
    refreshesLeft = refreshes
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
    try await companions.start()
    session.store.add(self)
    let history = Task { await session.loadHistory() }
    session.store.refresh()
    startTimer()
    manager.tell(.ready)
    manager.startWatchdog()
    log.say("service", .notice, "ready")
    await withCheckedContinuation { finish = $0 }
    manager.tell(.stopping)
    log.say("service", .notice, "ending")
    history.cancel()
    screens.stop()
    session.store.remove(self)
    await companions.stop()
    session.store.stop()
    manager.stopWatchdog()
    log.say("service", .notice, "ended")
  }

  func storeDidPublish(_ snapshot: HedgeSnapshot) {
    for line in changes.lines(of: snapshot) { log.say(line) }
    manager.tell(status: ServiceStatus.words(snapshot, screens: screens.screens))
    snapshotsOfStart -= 1
    if snapshotsOfStart == 0 { StartUpPages.release() }
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

  private func startTimer() {
    let interval = statedInterval ?? Int(session.configuration.display.refresh.wholeMilliseconds)
    session.store.startTimer(every: .milliseconds(interval))
  }

  /// Reads the configuration again: all of it or, when it has a mistake, none. Asked while it does so, it does so once
  /// more afterwards.
  private func reloadConfiguration() {
    guard reload.ask() else { return }
    Task {
      repeat { await readAgain() } while reload.next()
    }
  }

  private func readAgain() async {
    manager.tellReloading()
    let interval = session.configuration.display.refresh
    do {
      try await loader.renew { try await session.reconfigure($0) }
      log.say("service", .notice, "configuration read again")
      if session.configuration.display.refresh != interval { startTimer() }
    } catch {
      log.say("service", .error, "configuration not changed: \(error)")
    }
    manager.tell(.ready)
  }
}

import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import HedgeStore
import MarketData

/// A portfolio with everything that runs for it: its session, the accounts read for it, and, where it goes on until
/// somebody ends it, the companions of its session.
@MainActor
final class WatchedPortfolio {
  let session: HedgeSession
  /// Reads the past of its figures and decisions.
  let past: PastReader
  private let loader: ConfigurationLoader
  private let accounts: AccountWatch
  private var companions: SessionCompanions?
  private var history: Task<Void, Never>?

  /// A portfolio that has not begun.
  ///
  /// - Parameters:
  ///   - loader: has read `configuration`.
  ///   - journal: keeps decisions.
  ///   - speed: market time per wall time; nil takes the configuration's.
  ///   - warn: is told what the user should know and what stops nothing.
  /// - Throws: ``ProgramFailure`` when the feed or the journal cannot be opened.
  init(
    _ configuration: Configuration, by loader: ConfigurationLoader, journal: any DecisionJournal, speed: Double? = nil,
    warn: @MainActor (String) -> Void = StandardError.warn
  ) throws {
    self.loader = loader
    past = PastReader(history: journal as? any FigureHistory, journal: journal)
    session = try HedgeSession(
      configuration, journal: journal, network: loader.network, speed: speed, warn: warn)
    accounts = AccountWatch(session, loader)
  }

  /// The portfolio's name.
  var name: String { session.configuration.portfolio.name }

  /// The file its configuration is read from; nil for a sample.
  var path: String? { loader.path }

  /// Begins to read accounts and history, for a look that soon ends; nothing is refreshed yet.
  func start() {
    accounts.start()
    history = Task { await session.loadHistory() }
  }

  /// The same for a portfolio that goes on: what lives beside its session begins, too.
  ///
  /// - Throws: ``ProgramFailure`` when a companion cannot begin; nothing has begun then.
  func startForLong() async throws {
    let companions = try SessionCompanions.standard(of: session, environment: ProcessInfo.processInfo.environment)
    try await companions.start()
    self.companions = companions
    start()
  }

  /// Waits for the history.
  func historyLoaded() async { await history?.value }

  /// Reads the configuration again: all of it or, when it has a mistake, none.
  ///
  /// - Throws: ``ProgramFailure`` that says why the configuration stays as it was.
  func reload() async throws { try await loader.renew { try await self.session.reconfigure($0) } }

  /// What is known of its accounts that could not be read, in words.
  var unreadAccounts: [String] {
    loader.unread.sorted { $0.key < $1.key }.map { "account \($0.key) not read: \($0.value)" }
  }

  /// Stops for good what a look began.
  func stop() {
    history?.cancel()
    accounts.stop()
    session.store.stop()
  }

  /// Stops for good, the companions before what they live beside.
  func stopForLong() async {
    await companions?.stop()
    stop()
  }
}

import HedgeConfiguration
import HedgeModel
import HedgeStore
import MarketData

/// A portfolio with everything that runs for it: its session, and the accounts read for it. Whatever else is to run
/// beside a session is started and stopped here.
@MainActor
final class WatchedPortfolio {
  let session: HedgeSession
  /// Reads the past of its figures and decisions.
  let past: PastReader
  private let loader: ConfigurationLoader
  private let accounts: AccountWatch
  private var history: Task<Void, Never>?

  /// A portfolio that has not begun.
  ///
  /// - Parameters:
  ///   - loader: has read `configuration`.
  ///   - journal: keeps decisions.
  ///   - speed: market time per wall time; nil takes the configuration's.
  /// - Throws: ``ProgramFailure`` when the feed or the journal cannot be opened.
  init(
    _ configuration: Configuration, by loader: ConfigurationLoader, journal: any DecisionJournal, speed: Double? = nil
  ) throws {
    self.loader = loader
    past = PastReader(history: journal as? any FigureHistory, journal: journal)
    session = try HedgeSession(configuration, journal: journal, network: loader.network, speed: speed)
    accounts = AccountWatch(session, loader)
  }

  /// Begins to read accounts and history; nothing is refreshed yet.
  func start() {
    accounts.start()
    history = Task { await session.loadHistory() }
  }

  /// Waits for the history.
  func historyLoaded() async { await history?.value }

  /// Reads the configuration again: all of it or, when it has a mistake, none.
  ///
  /// - Throws: ``ProgramFailure`` that says why the configuration stays as it was.
  func reload() async throws { try await session.reconfigure(try await loader.load()) }

  /// What is known of its accounts that could not be read, in words.
  var unreadAccounts: [String] {
    loader.unread.sorted { $0.key < $1.key }.map { "account \($0.key) not read: \($0.value)" }
  }

  /// Stops for good.
  func stop() {
    history?.cancel()
    accounts.stop()
    session.store.stop()
  }
}

import Alerting
import HedgeConfiguration
import HedgeModel
import HedgeStore

/// Reads the accounts every few seconds and tells the session: how they stand, and, when a position or balance has
/// changed, the portfolio that follows from it.
@MainActor
final class AccountWatch {
  /// How often an account is read.
  static let interval = Duration.seconds(5)

  private let session: HedgeSession
  private let loader: ConfigurationLoader
  private var task: Task<Void, Never>?
  private var told: [AccountID: String] = [:]
  /// Accounts that hold something else than what is watched: until that is taken over, nothing shown of them is of now.
  private var changed: Set<AccountID> = []
  /// Why it was not taken over, as told last.
  private var refusal: String?

  /// A watch that has not begun.
  init(_ session: HedgeSession, _ loader: ConfigurationLoader) {
    self.session = session
    self.loader = loader
    tell()
  }

  /// Begins. Accounts that a configuration read again adds are read, too.
  func start() {
    task = Task { [weak self] in
      while !Task.isCancelled {
        try? await Task.sleep(for: Self.interval)
        await self?.readAll()
      }
    }
  }

  /// Stops for good.
  func stop() { task?.cancel() }

  /// Reads every account once. While the configuration is read again its accounts are read with it.
  func readAll() async {
    guard !loader.isRenewing else { return }
    for id in loader.accounts.keys.sorted() where await loader.read(id) == true { changed.insert(id) }
    guard !Task.isCancelled, !loader.isRenewing else { return }
    await adopt()
    tell()
  }

  /// Watches the positions and balances as they are now, with margin tables that could not be had before. What is
  /// refused is tried again with the next reading.
  private func adopt() async {
    let hasLearnt = await loader.addAccountTiers()
    guard hasLearnt || !changed.isEmpty else { return }
    let reason = changed.isEmpty ? "margin tables are others now" : "positions or balances have changed at the venue"
    do {
      try await session.reconfigure(try loader.reload(), saying: reason)
      changed = []
      refusal = nil
    } catch {
      let words = "what is shown is not what the account holds, and turns stale: positions not taken over: \(error)"
      if words != refusal { session.store.send(.notice(words, .critical)) }
      refusal = words
    }
  }

  /// Tells what was read, and once why something was not.
  private func tell() {
    for (id, snapshot) in loader.snapshots where loader.unread[id] == nil && !changed.contains(id) {
      session.store.send(.accountRead(id, snapshot))
    }
    for (id, words) in loader.unread.sorted(by: { $0.key < $1.key }) where told[id] != words {
      session.store.send(.notice("account \(id) not read: \(words)"))
    }
    told = loader.unread
  }
}

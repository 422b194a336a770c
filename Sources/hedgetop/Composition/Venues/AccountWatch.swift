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
  private var hasChanged = false

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
    for id in loader.accounts.keys.sorted() { hasChanged = await loader.read(id) ?? false || hasChanged }
    guard !Task.isCancelled, !loader.isRenewing else { return }
    if hasChanged { await adopt() }
    tell()
  }

  /// Watches the positions and balances as they are now.
  private func adopt() async {
    hasChanged = false
    await loader.addAccountTiers()
    do {
      try await session.reconfigure(try loader.reload(), saying: "positions or balances have changed at the venue")
    } catch {
      session.store.send(.notice("positions not taken over: \(error)"))
    }
  }

  /// Tells what was read, and once why something was not.
  private func tell() {
    for (id, snapshot) in loader.snapshots where loader.unread[id] == nil {
      session.store.send(.accountRead(id, snapshot))
    }
    for (id, words) in loader.unread.sorted(by: { $0.key < $1.key }) where told[id] != words {
      session.store.send(.notice("account \(id) not read: \(words)"))
    }
    told = loader.unread
  }
}

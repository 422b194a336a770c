import HedgeAnalytics
import HedgeModel

extension State {
  /// How old what is held in each account is, and which of those that are read from their venue never were.
  var accountReadings: AccountReadings {
    let unread = portfolio.accounts.filter { $0.isRead && accountSnapshots[$0.id] == nil }.map(\.id)
    guard !accountSnapshots.isEmpty || !unread.isEmpty else { return AccountReadings() }
    return AccountReadings(
      accountSnapshots.reduce(into: [:]) { readings, entry in
        let at = min(entry.value.at, now)
        readings[entry.key] = Provenance(
          asOf: at, source: entry.key.name, isStale: now - at > settings.accountsStaleAfter)
      }, unread: Set(unread))
  }

  /// Takes what was read of an account, unless something newer was.
  mutating func learn(_ snapshot: AccountSnapshot, of account: AccountID) {
    if let known = accountSnapshots[account], known.at > snapshot.at { return }
    accountSnapshots[account] = snapshot
  }

  /// Compares the accounts as they were read with the figures of now. An account that was read too long ago is compared
  /// with nothing: it may have changed since.
  mutating func reconcile() {
    reconciliations = accountSnapshots.sorted { $0.key < $1.key }.compactMap { account, snapshot in
      guard now - snapshot.at <= settings.accountsStaleAfter else { return nil }
      return Reconciling.reconcile(snapshot, of: account, in: figures)
    }
  }

  /// True for an account that is read from its venue: there fills arrive by themselves.
  func isRead(_ account: AccountID) -> Bool { portfolio.accounts.first { $0.id == account }?.isRead ?? false }
}

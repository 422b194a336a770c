import HedgeModel

extension State {
  /// How old what is held in each account is; those that were never read stand in the portfolio as unread.
  var accountReadings: AccountReadings {
    guard !accountsRead.isEmpty else { return AccountReadings() }
    return AccountReadings(
      accountsRead.reduce(into: [:]) { readings, entry in
        let at = min(entry.value, now)
        readings[entry.key] = Provenance(
          asOf: at, source: entry.key.name, isStale: now - at > settings.accountsStaleAfter)
      })
  }

  /// True for an account that is read from its venue: there fills arrive by themselves.
  func isRead(_ account: AccountID) -> Bool { portfolio.accounts.first { $0.id == account }?.isRead ?? false }
}

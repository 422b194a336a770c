import HedgeModel

/// An account before it is known which instruments are in use.
struct AccountDraft {
  let account: Account
  /// Margin tables the user chose for instruments; the account's other instruments follow their specification.
  let chosenTiers: [InstrumentID: MarginTiers]
  /// The venue it is read from; nil for one that is written down by hand.
  let source: AccountSourceConfiguration?
  /// What was read of it; nil when it was not.
  let snapshot: AccountSnapshot?

  /// The account with a margin table for every future in use that has one.
  func completed(for instruments: some Sequence<Instrument>, from catalog: Catalog) -> Account {
    var tiers = chosenTiers
    for instrument in instruments where instrument.isFuture && tiers[instrument.id] == nil {
      tiers[instrument.id] = catalog.instruments[instrument.id]?.tiers.flatMap { catalog.tiers[$0] }
    }
    return Account(
      id: account.id, convention: account.convention, balances: account.balances, tiers: tiers, fees: account.fees,
      isRead: source != nil)
  }
}

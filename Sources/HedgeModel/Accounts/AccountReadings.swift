/// How old what is held in each account is, of accounts that are read from their venue. Accounts written down by hand
/// do not appear: what the user states does not age.
public struct AccountReadings: Hashable, Sendable {
  /// When each account was read, stale when that is too long ago.
  public let provenances: [AccountID: Provenance]

  /// Readings; see the property.
  public init(_ provenances: [AccountID: Provenance] = [:]) {
    self.provenances = provenances
  }

  /// `reading`, which rests on what is held in `account`: as old as the account where that is older.
  public func qualify<Value>(_ reading: Reading<Value>, by account: AccountID) -> Reading<Value> {
    guard !provenances.isEmpty, let provenance = provenances[account], case .known(let value, let own) = reading else {
      return reading
    }
    return .known(value, own.merged(with: provenance))
  }
}

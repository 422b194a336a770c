/// How old what is held in each account is, of accounts that are read from their venue. Accounts written down by hand
/// do not appear: what the user states does not age.
public struct AccountReadings: Hashable, Sendable {
  /// When each account was read, stale when that is too long ago.
  public let provenances: [AccountID: Provenance]
  /// Accounts that are read from their venue and never have been: what they hold is unknown.
  public let unread: Set<AccountID>

  /// Readings; see the properties.
  public init(_ provenances: [AccountID: Provenance] = [:], unread: Set<AccountID> = []) {
    self.provenances = provenances
    self.unread = unread
  }

  /// `reading`, which rests on what is held in `account`: as old as the account where that is older, and unknown while
  /// the account has not been read.
  public func qualify<Value>(_ reading: Reading<Value>, by account: AccountID) -> Reading<Value> {
    if !unread.isEmpty, unread.contains(account) { return .unknown(.unread(account)) }
    guard !provenances.isEmpty, let provenance = provenances[account], case .known(let value, let own) = reading else {
      return reading
    }
    return .known(value, own.merged(with: provenance))
  }
}

import HedgeModel

/// An account whose balances and positions are read from its venue.
public struct AccountSourceConfiguration: Hashable, Sendable {
  /// Where the proof is that the account is the user's. The proof itself never stands in a configuration.
  public enum Proof: Hashable, Sendable {
    /// A file that only the user can read, with `key`, `secret` and, where the venue has one, `passphrase`.
    case file(String)
    /// Environment variables that begin so: `BINANCE` for `BINANCE_KEY`, `BINANCE_SECRET`, `BINANCE_PASSPHRASE`.
    case environment(String)
    /// None is needed: the account's public address.
    case address(String)
  }

  /// The account.
  public let account: AccountID
  /// The venue's market: `binance-usdm`.
  public let venue: String
  /// Where the proof is.
  public let proof: Proof

  /// A source; see the properties.
  public init(account: AccountID, venue: String, proof: Proof) {
    self.account = account
    self.venue = venue
    self.proof = proof
  }
}

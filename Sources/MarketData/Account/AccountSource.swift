import HedgeModel

/// Where an account's balances and positions are read from, instead of being written down by hand. It reads; nothing
/// can be changed or traded through it.
public protocol AccountSource: AnyObject, Sendable {
  /// The account it is.
  var account: AccountID { get }

  /// What its key may do, as far as the venue tells.
  ///
  /// - Throws: ``FeedError`` naming the venue and the remedy.
  func permissions() async throws -> KeyPermissions

  /// Balances, positions and margin as they are now.
  ///
  /// - Throws: ``FeedError`` naming the venue and the remedy. What cannot be read is an error, never an empty account.
  func snapshot() async throws -> AccountSnapshot

  /// Funding received and paid in (`since`, now], oldest first.
  ///
  /// - Throws: ``FeedError`` naming the venue and the remedy.
  func fundingPayments(since: Timestamp) async throws -> [FundingPayment]
}

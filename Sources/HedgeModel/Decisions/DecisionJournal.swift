/// Where decisions are kept: the store's port to durable storage.
public protocol DecisionJournal: Sendable {
  /// Keeps a decision durably and gives it its number.
  ///
  /// Returns only when the decision would survive a crash of the process; only then may it be shown as done.
  ///
  /// - Throws: when it cannot be kept; then it must not be shown as done.
  func record(_ decision: Decision) throws -> Decision

  /// All decisions of the portfolio, oldest first.
  ///
  /// - Throws: when the storage cannot be read.
  func decisions() throws -> [Decision]

  /// What was told last of each alert, but for reminders.
  ///
  /// - Throws: when the storage cannot be read.
  func lastAlerts() throws -> [KeptAlert]
}

extension DecisionJournal {
  /// Nothing, for a journal that keeps decisions and no more.
  public func lastAlerts() throws -> [KeptAlert] { [] }
}

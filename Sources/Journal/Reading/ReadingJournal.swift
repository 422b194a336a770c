import HedgeModel

/// The decisions of a portfolio for a command that makes none: it takes no pen and makes no file.
public struct ReadingJournal: DecisionJournal {
  /// What is kept; nil when nothing is.
  public let reader: JournalReader?
  private let path: String

  /// The journal of `portfolio` in `folder`.
  ///
  /// - Throws: ``JournalError``.
  public init(portfolio: String, folder: String) throws {
    path = SQLiteJournal.path(ofPortfolio: portfolio, in: folder)
    reader = try JournalReader(portfolio: portfolio, folder: folder)
  }

  /// Always refuses.
  public func record(_ decision: Decision) throws -> Decision {
    throw JournalError(.readingOnly, place: path, detail: "this command only reads")
  }

  /// All decisions, oldest first.
  public func decisions() throws -> [Decision] { try reader?.decisions() ?? [] }

  /// What was told last of each alert, but for reminders.
  public func lastAlerts() throws -> [KeptAlert] { try reader?.lastAlerts() ?? [] }
}

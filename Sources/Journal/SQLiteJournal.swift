import GRDB
import HedgeModel

/// The decisions of one portfolio, kept in a SQLite file.
///
///     let journal = try SQLiteJournal(portfolio: "Main", folder: "/home/me/.local/state/hedgetop")
///     let kept = try journal.record(decision)   // on disk when this returns
///
/// The file and what SQLite keeps beside it belong to the user alone (0600). Writing waits for the disk
/// (`synchronous = FULL`), so a decision that ``record(_:)`` returned survives the end of the process and of the power.
/// Several processes may use one portfolio: they wait for each other up to the busy timeout.
///
/// The journal keeps what it is told; whether an undo makes sense is for its caller to know.
///
/// > Warning: ``record(_:)`` and ``decisions()`` wait for the disk, and up to the busy timeout for another process.
public final class SQLiteJournal: DecisionJournal {
  /// The file.
  public let path: String
  let queue: DatabaseQueue
  let gate: WriteGate
  private let command: String?

  /// Opens the journal of `portfolio` in `folder`, making both when there are none.
  ///
  /// - Parameters:
  ///   - portfolio: the portfolio's name; any text.
  ///   - folder: the state folder; made with mode 0700 when missing.
  ///   - command: the command its decisions are made in, for those that do not say it themselves.
  ///   - busyTimeout: how long to wait for another process that writes.
  /// - Throws: ``JournalError``; the file is then as it was before.
  public convenience init(
    portfolio: String, folder: String, command: String? = nil, busyTimeout: Duration = .seconds(2)
  ) throws {
    try self.init(
      portfolio: portfolio, folder: folder, command: command, busyTimeout: busyTimeout, gate: WriteGate())
  }

  init(portfolio: String, folder: String, command: String?, busyTimeout: Duration, gate: WriteGate) throws {
    self.command = command
    self.gate = gate
    let path = Self.path(ofPortfolio: portfolio, in: folder)
    self.path = path
    try StateFiles.makeFolder(folder)
    queue = try JournalError.naming(path) {
      try Self.requireWholeFile(at: path) { try Self.create(path, portfolio: portfolio) }
      StateFiles.makePrivate(path)
      let queue = try Self.connect(to: path, busyTimeout: busyTimeout)
      try Self.requireOwnSchema(queue, portfolio: portfolio, path: path)
      return queue
    }
  }

  /// The file the journal of `portfolio` is kept in, whether it exists or not.
  public static func path(ofPortfolio portfolio: String, in folder: String) -> String {
    "\(folder)/\(JournalFileName.name(forPortfolio: portfolio))"
  }

  /// Keeps a decision in one transaction and gives it its number; on disk when it returns.
  ///
  /// - Throws: ``JournalError``; then nothing of the decision is kept.
  public func record(_ decision: Decision) throws -> Decision {
    try JournalError.naming(path) {
      let decision = Decision(
        at: decision.at, strategy: decision.strategy, change: decision.change, command: decision.command ?? command)
      let id = try gate.pass { try queue.write { try decision.insert(into: $0) } }
      return Decision(
        id: id, at: decision.at, strategy: decision.strategy, change: decision.change, command: decision.command)
    }
  }

  /// All decisions of the portfolio, oldest first, those of other processes included.
  ///
  /// - Throws: ``JournalError``; of kind `damaged` when a row cannot be read, rather than leaving it out.
  public func decisions() throws -> [Decision] { try decisions(after: 0) }

  /// The decisions numbered after `id`, oldest first.
  func decisions(after id: Int64) throws -> [Decision] {
    try JournalError.naming(path) {
      try queue.read { try Decision.all(in: $0, after: id, present: nil) }
    }
  }
}

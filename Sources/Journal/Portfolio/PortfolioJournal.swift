import Glibc
import GRDB
import HedgeModel
import Synchronization

/// The journal of one portfolio as a running monitor keeps it: decisions, alerts, funding, and the past of the figures.
///
///     let journal = try PortfolioJournal(portfolio: "Main", folder: folder, command: "watch", now: wall.now())
///     let news = journal.follow(at: wall.now())     // with each refresh
///
/// One process at a time has the pen and writes; the others watch, follow its decisions, and take the pen when it
/// ends. Where nothing can be written for now the journal says why and tries again. A decision is written at once and
/// waits for the disk; all else is handed to a queue and waits for nobody.
///
/// > Warning: everything but ``series(_:)`` is called from one thread at a time.
public final class PortfolioJournal: DecisionJournal, FigureHistory {
  /// Where the journal stands.
  enum Mode: Sendable {
    /// It has the pen.
    case holding(SQLiteJournal)
    /// Another process has it.
    case watching(JournalReader?)
    /// Nothing can be written for now.
    case unwritable(JournalReader?, JournalError)
    /// It was closed.
    case closed
  }

  /// What changes.
  struct State: Sendable {
    var mode = Mode.closed
    /// Every decision that was read or made here.
    var known: [Decision] = []
    /// What ``JournalReader/version`` was when decisions were read last.
    var version: Int?
    /// What is still to be told.
    var notices: [String] = []
    /// When it was tried last to write.
    var triedAt = Timestamp(milliseconds: .min)
    /// What of the writer's trouble was told.
    var toldTrouble: JournalError?
    /// Reads the past; opened when that is asked for.
    var reader: JournalReader?
  }

  /// The file.
  public let path: String
  let portfolio: String
  let folder: String
  let command: String
  let pen: Pen
  let writer: JournalWriter
  let trouble = WriterTrouble()
  let state = Mutex(State())
  private let gate = WriteGate()

  /// Opens the journal of `portfolio` in `folder`, with the pen if nobody has it.
  ///
  /// - Parameters:
  ///   - portfolio: the portfolio's name; any text.
  ///   - folder: the state folder; made with mode 0700 when missing.
  ///   - command: the command that runs: `watch`.
  ///   - retention: how long the past of the figures is kept.
  ///   - now: the time of the wall.
  /// - Throws: ``JournalError`` when there is a journal and it cannot be read, or may not be used.
  public init(
    portfolio: String, folder: String, command: String, retention: HistoryRetention = HistoryRetention(),
    now: Timestamp
  ) throws {
    path = SQLiteJournal.path(ofPortfolio: portfolio, in: folder)
    (self.portfolio, self.folder, self.command) = (portfolio, folder, command)
    pen = Pen(ofJournal: path)
    writer = JournalWriter(.init(path: path, retention: retention, gate: gate)) { [trouble] in trouble.put($0) }
    try begin(at: now)
  }

  deinit { close() }

  /// Whether decisions can be kept now.
  public var standing: JournalStanding {
    switch state.withLock({ $0.mode }) {
    case .holding: .writes
    case .watching: .watches(holder: holderWords)
    case .unwritable(_, let error): .unkept(reason: error.description)
    case .closed: .unkept(reason: "\(path): was closed")
    }
  }

  /// Keeps a decision; on disk when it returns.
  ///
  /// - Throws: ``JournalError``: who has the pen, or why nothing can be written; then nothing of it is kept.
  public func record(_ decision: Decision) throws -> Decision {
    let kept = try writable().record(decision)
    state.withLock { $0.known.append(kept) }
    return kept
  }

  /// The file, where this process may write it.
  ///
  /// - Throws: ``JournalError``: who has the pen, or why nothing can be written.
  func writable() throws -> SQLiteJournal {
    switch state.withLock({ $0.mode }) {
    case .holding(let journal): return journal
    case .watching: throw JournalError(.heldElsewhere, place: path, detail: "\(holderWords) has the pen")
    case .unwritable(_, let error): throw error
    case .closed: throw JournalError(.unavailable, place: path, detail: "was closed")
    }
  }

  /// All decisions that are known here, oldest first; ``follow(at:)`` tells those that come later.
  public func decisions() -> [Decision] { state.withLock { $0.known } }

  /// What was told last of each alert, but for reminders.
  ///
  /// - Throws: ``JournalError``.
  public func lastAlerts() throws -> [KeptAlert] {
    try JournalReader(portfolio: portfolio, folder: folder)?.lastAlerts() ?? []
  }

  /// Writes what waits and lays the pen down; nothing can be kept afterwards.
  public func close() {
    writer.flush()
    writer.close()
    state.withLock { state in
      if case .holding(let journal) = state.mode { try? journal.queue.close() }
      state.mode = .closed
      state.reader = nil
    }
    pen.lay()
  }

  /// Opens the file for writing; the pen is held.
  func open() throws -> SQLiteJournal {
    try SQLiteJournal(portfolio: portfolio, folder: folder, command: command, busyTimeout: .seconds(2), gate: gate)
  }

  /// Who has the pen, in words.
  var holderWords: String { pen.holder?.description ?? "another hedgetop" }

  /// What others are told of this process.
  func holder(at now: Timestamp) -> PenHolder { PenHolder(process: getpid(), command: command, since: now) }
}

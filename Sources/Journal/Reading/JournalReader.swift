import GRDB
import HedgeModel

/// What is kept of one portfolio, to be read and nothing else: it takes no pen, makes no file and changes no schema.
///
///     if let reader = try JournalReader(portfolio: "Main", folder: folder) {
///       let alerts = try reader.alerts(from: since, to: until)
///     }
///
/// A file that an older program wrote is read as far as it goes. All methods wait for the disk.
public final class JournalReader: FigureHistory, Sendable {
  /// The file.
  public let path: String
  let queue: DatabaseQueue
  private let present: Set<String>
  private let identity: StateFiles.Identity?
  private let copy: PrivateCopy?

  /// Opens what is kept of `portfolio` in `folder`; nil when nothing is.
  ///
  /// - Parameter busyTimeout: how long to wait for another process that has locked the file.
  /// - Throws: ``JournalError``.
  public init?(portfolio: String, folder: String, busyTimeout: Duration = .seconds(2)) throws {
    let path = SQLiteJournal.path(ofPortfolio: portfolio, in: folder)
    self.path = path
    guard try StateFiles.size(of: path) != nil else {
      try StateFiles.requireNoOrphan(of: path)
      return nil
    }
    identity = StateFiles.identity(of: path)
    (queue, copy) = try JournalError.naming(path) {
      try SQLiteJournal.requireWholeFile(at: path) {}
      return try Self.connect(to: path, busyTimeout)
    }
    present = try JournalError.naming(path) { [queue] in
      try queue.read { database in
        try SQLiteJournal.requireOwnFile(database, portfolio: portfolio, path: path)
        return Set(try database.columns(in: "decision").map(\.name))
      }
    }
  }

  /// True while the file under its name is the one that was opened: one that was set aside is not.
  var isCurrent: Bool { identity == StateFiles.identity(of: path) }

  /// A number that changes when another process has changed the file.
  var version: Int {
    get throws {
      try JournalError.naming(path) {
        try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
      }
    }
  }

  /// The decisions numbered after `id`, by default all, oldest first.
  ///
  /// - Throws: ``JournalError``; of kind `damaged` when a row cannot be read, rather than leaving it out.
  public func decisions(after id: Int64 = 0) throws -> [Decision] {
    try read { try Decision.all(in: $0, after: id, present: self.present) }
  }

  /// What was told of alerts from `since` to `until`, oldest first.
  public func alerts(from since: Timestamp, to until: Timestamp) throws -> [AlertEvent] {
    try read { try AlertTable.events(from: since, to: until, in: $0) }
  }

  /// What was told last of each alert, but for reminders.
  public func lastAlerts() throws -> [KeptAlert] { try read { try AlertTable.last(in: $0) } }

  /// The funding payments from `since` to `until`, oldest first.
  public func payments(from since: Timestamp, to until: Timestamp) throws -> [LegPayment] {
    try read { try FundingTable.payments(from: since, to: until, in: $0) }
  }

  /// The funding stamps of each instrument, and where none of them is missing.
  public func funding() throws -> [KeptFunding] {
    try read { try FundingStampTable.kept(in: $0) }
  }

  /// The strategies whose figures are kept, by name.
  public func strategies() throws -> [String] {
    try read { database in
      guard try database.tableExists("strategy") else { return [] }
      return try String.fetchAll(database, sql: "SELECT name FROM strategy ORDER BY name")
    }
  }

  /// The past of a strategy's figures; see ``FigureHistory``.
  public func series(_ query: HistoryQuery) throws -> HistorySeries {
    try read { try HistoryReading.series(query, in: $0) }
  }

  func read<Value>(_ body: @escaping (Database) throws -> Value) throws -> Value {
    try JournalError.naming(path) { try queue.read(body) }
  }

  /// A connection that only reads. SQLite keeps a file beside a journal that is read; where it can make none, because the
  /// folder may not be written or the disk is full, a private copy is read.
  private static func connect(to path: String, _ busyTimeout: Duration) throws -> (DatabaseQueue, PrivateCopy?) {
    var configuration = Configuration()
    configuration.label = "journal reader"
    configuration.readonly = true
    configuration.busyMode = .timeout(busyTimeout.inSeconds)
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      _ = try queue.read { try Int.fetchOne($0, sql: "PRAGMA schema_version") }
      return (queue, nil)
    } catch let error as DatabaseError where error.hasNoRoomBeside {
      guard let copy = PrivateCopy(of: path) else { throw error }
      return (try DatabaseQueue(path: copy.path, configuration: Configuration()), copy)
    }
  }
}

extension DatabaseError {
  /// True where it is not the file that is wrong, but what would have to be made beside it.
  fileprivate var hasNoRoomBeside: Bool {
    [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_FULL].contains(resultCode)
  }
}

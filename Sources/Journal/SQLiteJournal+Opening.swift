import GRDB
import HedgeModel

extension SQLiteJournal {
  /// Calls `create` when there is no file at `path`, and refuses a file that can only be the rest of a damaged one.
  ///
  /// A journal appears under its name only when it is complete, so an empty file is never one that was being made.
  static func requireWholeFile(at path: String, create: () throws -> Void) throws {
    guard let size = try StateFiles.size(of: path) else {
      // A write-ahead file alone holds decisions of a journal that is gone; a new journal must not swallow them.
      if let orphan = try StateFiles.size(of: path + "-wal"), orphan > 0 {
        throw JournalError(.damaged, place: path, detail: "is gone, but its -wal file is still there")
      }
      return try create()
    }
    if size == 0 { throw JournalError(.damaged, place: path, detail: "is empty") }
  }

  /// Makes a complete, empty journal under a temporary name and then gives it its own, so that no one ever sees a
  /// half-made journal; when another process was faster, its journal stands.
  static func create(_ path: String, portfolio: String) throws {
    let name = try UnrepresentableValue.wholeText(portfolio, "portfolio name")
    let temporary = try StateFiles.makeTemporary(beside: path)
    defer { StateFiles.discard(temporary) }
    var configuration = Configuration()
    // The finished file is synchronised once, before it gets its name.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL") }
    let queue = try DatabaseQueue(path: temporary, configuration: configuration)
    try JournalSchema.migrator.migrate(queue)
    try queue.write { database in
      try database.execute(sql: "PRAGMA application_id = \(JournalSchema.applicationID)")
      try database.execute(sql: "INSERT INTO journal (portfolio) VALUES (?)", arguments: [name])
    }
    try queue.close()
    try StateFiles.publish(temporary, as: path)
  }

  /// A connection that waits for the disk at each commit.
  static func connect(to path: String, busyTimeout: Duration) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "journal"
    configuration.busyMode = .timeout(busyTimeout.inSeconds)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL") }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Refuses a file of another program, portfolio or future, and brings an older one up to date.
  static func requireOwnSchema(_ queue: DatabaseQueue, portfolio: String, path: String) throws {
    let migrator = JournalSchema.migrator
    let isCurrent = try queue.read { database in
      guard try Int64.fetchOne(database, sql: "PRAGMA application_id") == JournalSchema.applicationID else {
        throw JournalError(.foreign, place: path, detail: "is not a journal of hedgetop")
      }
      let unknown = try migrator.appliedIdentifiers(database).subtracting(migrator.migrations)
      if let newest = unknown.max() {
        throw JournalError(.newer, place: path, detail: "was written by a newer hedgetop (schema “\(newest)”)")
      }
      return try migrator.hasCompletedMigrations(database)
    }
    if !isCurrent { try migrator.migrate(queue) }
    let owner = try queue.read { try String.fetchOne($0, sql: "SELECT portfolio FROM journal") }
    guard owner == portfolio else {
      let words = owner.map { "belongs to the portfolio “\($0)”" } ?? "does not say whose it is"
      throw JournalError(.foreign, place: path, detail: words)
    }
  }
}

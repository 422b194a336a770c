import GRDB
import HedgeModel

extension SQLiteJournal {
  /// Calls `create` when there is no file at `path`, and refuses a file that can only be the rest of a damaged one.
  ///
  /// A journal appears under its name only when it is complete, so an empty file is never one that was being made.
  static func requireWholeFile(at path: String, create: () throws -> Void) throws {
    guard let size = try StateFiles.size(of: path) else {
      try StateFiles.requireNoOrphan(of: path)
      return try create()
    }
    if size == 0 { throw JournalError(.damaged, place: path, detail: "is empty") }
  }

  /// Makes a complete, empty journal under a temporary name and then gives it its own, so that no one ever sees a
  /// half-made journal; when another process was faster, its journal stands.
  static func create(_ path: String, portfolio: String) throws {
    let temporary = try StateFiles.makeTemporary(beside: path)
    defer { StateFiles.discard(temporary) }
    try build(temporary, portfolio: portfolio, decisions: [])
    try StateFiles.publish(temporary, as: path)
  }

  /// Makes a complete journal of `portfolio` in the empty file `path`, with these decisions under their numbers.
  static func build(_ path: String, portfolio: String, decisions: [Decision]) throws {
    let name = try UnrepresentableValue.wholeText(portfolio, "portfolio name")
    var configuration = Configuration()
    // The finished file is synchronised once, before it gets its name.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL") }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try JournalSchema.migrator.migrate(queue)
    try queue.write { database in
      try database.execute(sql: "PRAGMA application_id = \(JournalSchema.applicationID)")
      try database.execute(sql: "INSERT INTO journal (portfolio) VALUES (?)", arguments: [name])
      for decision in decisions { try decision.insert(into: database, as: decision.id) }
    }
    try queue.close()
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
    let isCurrent = try queue.read { database in
      try requireOwnFile(database, portfolio: portfolio, path: path)
      return try JournalSchema.migrator.hasCompletedMigrations(database)
    }
    if !isCurrent { try JournalSchema.migrator.migrate(queue) }
  }

  /// Refuses a file of another program, portfolio or future; changes nothing.
  static func requireOwnFile(_ database: Database, portfolio: String, path: String) throws {
    guard try Int64.fetchOne(database, sql: "PRAGMA application_id") == JournalSchema.applicationID else {
      throw JournalError(.foreign, place: path, detail: "is not a journal of hedgetop")
    }
    let migrator = JournalSchema.migrator
    let unknown = try migrator.appliedIdentifiers(database).subtracting(migrator.migrations)
    if let newest = unknown.max() {
      throw JournalError(.newer, place: path, detail: "was written by a newer hedgetop (schema “\(newest)”)")
    }
    let owner = try String.fetchOne(database, sql: "SELECT portfolio FROM journal")
    guard owner == portfolio else {
      let words = owner.map { "belongs to the portfolio “\($0)”" } ?? "does not say whose it is"
      throw JournalError(.foreign, place: path, detail: words)
    }
  }
}

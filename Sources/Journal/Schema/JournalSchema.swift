import GRDB

/// The tables of a journal file and how they came to be.
enum JournalSchema {
  /// Marks a SQLite file as a journal of this program: the letters `hdgt`.
  static let applicationID: Int64 = 0x6864_6774

  /// Every change of the schema, by name, in order. A migration that was once released is never edited: a later change
  /// is a migration of its own.
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator().disablingDeferredForeignKeyChecks()
    migrator.registerMigration("1 decisions") { try $0.execute(sql: decisions) }
    migrator.registerMigration("2 mid of a fill") { try $0.execute(sql: fillMid) }
    migrator.registerMigration("3 history") { try $0.execute(sql: history) }
    migrator.registerMigration("4 snoozes and deliveries") { try $0.execute(sql: snoozesAndDeliveries) }
    return migrator
  }()

  /// The mid at a fill: not known of those recorded before.
  private static let fillMid = "ALTER TABLE decision ADD COLUMN mid TEXT"

  /// Until when an alert is snoozed; what is still to be told to a channel; and how each channel fares.
  private static let snoozesAndDeliveries = """
    ALTER TABLE decision ADD COLUMN until INTEGER;
    CREATE TABLE delivery (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      channel TEXT NOT NULL,
      at INTEGER NOT NULL,
      content TEXT NOT NULL
    ) STRICT;
    CREATE TABLE channel (
      name TEXT PRIMARY KEY,
      state TEXT NOT NULL,
      words TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    """

  /// The portfolio the file belongs to, and what its user decided. Numbers rise and are never given twice.
  private static let decisions = """
    CREATE TABLE journal (
      portfolio TEXT NOT NULL
    ) STRICT;
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      strategy TEXT NOT NULL,
      kind TEXT NOT NULL,
      old_ratio TEXT,
      new_ratio TEXT,
      leg_strategy TEXT,
      leg_venue TEXT,
      leg_symbol TEXT,
      leg_account TEXT,
      contracts TEXT,
      price TEXT,
      fee TEXT,
      old_contracts TEXT,
      old_entry_price TEXT,
      new_contracts TEXT,
      new_entry_price TEXT,
      alert TEXT,
      undone INTEGER
    ) STRICT;
    """
}

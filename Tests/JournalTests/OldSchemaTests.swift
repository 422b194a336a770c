import Foundation
import GRDB
import HedgeModel
import Testing

@testable import Journal

/// A file that an older program wrote, by the words it was written with.
@Suite("Files of older programs") struct OldSchemaTests {
  private static let tables = """
    CREATE TABLE journal (portfolio TEXT NOT NULL) STRICT;
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, strategy TEXT NOT NULL, kind TEXT NOT NULL,
      old_ratio TEXT, new_ratio TEXT, leg_strategy TEXT, leg_venue TEXT, leg_symbol TEXT, leg_account TEXT,
      contracts TEXT, price TEXT, fee TEXT, old_contracts TEXT, old_entry_price TEXT, new_contracts TEXT,
      new_entry_price TEXT, alert TEXT, undone INTEGER
    ) STRICT;
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO grdb_migrations VALUES ('1 decisions');
    INSERT INTO journal VALUES ('Main');
    INSERT INTO decision (at, strategy, kind, old_ratio, new_ratio)
      VALUES (1700000000000, 'Core', 'hedge_ratio', '0.8', '0.85');
    INSERT INTO decision (at, strategy, kind, leg_strategy, leg_venue, leg_symbol, leg_account, contracts, price,
        old_contracts, new_contracts, new_entry_price)
      VALUES (1700000001000, 'Core', 'fill', 'Core', 've', 'BTC-PERP', 'main', '-2', '50000.1', '0', '-2', '50000.1');
    PRAGMA application_id = 1751410548;
    """

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Makes a file of the first schema, or of the second.
  private func make(_ schema: Int) throws -> String {
    let path = "\(folder.path)/Main.sqlite"
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { database in
      try database.execute(sql: Self.tables)
      guard schema == 2 else { return }
      try database.execute(
        sql: """
          ALTER TABLE decision ADD COLUMN mid TEXT;
          UPDATE decision SET mid = '50000.05' WHERE id = 2;
          INSERT INTO grdb_migrations VALUES ('2 mid of a fill')
          """)
    }
    try queue.close()
    return path
  }

  private func expect(_ decisions: [Decision], _ schema: Int) {
    #expect(decisions.map(\.id) == [1, 2] && decisions.map(\.command) == [nil, nil])
    #expect(decisions.first?.change == .hedgeRatio(old: Samples.decimal("0.8"), new: Samples.decimal("0.85")))
    guard case .fill(let fill)? = decisions.last?.change else {
      Issue.record("the fill is gone")
      return
    }
    #expect(fill.price == Samples.decimal("50000.1") && fill.newContracts == -2)
    #expect(fill.mid == (schema == 2 ? Samples.decimal("50000.05") : nil))
  }

  @Test("its decisions are kept, and everything that came later can be written into it", arguments: [1, 2])
  func broughtOn(schema: Int) throws {
    _ = try make(schema)
    let journal = try PortfolioJournal(
      portfolio: "Main", folder: folder.path, command: "watch", now: Timestamp(milliseconds: 0))
    expect(journal.decisions(), schema)
    let kept = try journal.record(Decision(at: Timestamp(milliseconds: 5), strategy: "Core", change: .review))
    #expect(kept.id == 3 && kept.command == "watch")
    journal.keep(AlertEvent(at: kept.at, kind: .raised, alert: "a", severity: "warning", message: "words"))
    journal.close()
    let reader = try #require(try JournalReader(portfolio: "Main", folder: folder.path))
    #expect(try reader.decisions().count == 3)
    #expect(try reader.alerts(from: kept.at, to: kept.at).count == 1)
  }

  @Test("a command that only reads reads it, and leaves its schema as it was", arguments: [1, 2])
  func onlyRead(schema: Int) throws {
    let path = try make(schema)
    do {
      let reader = try #require(try JournalReader(portfolio: "Main", folder: folder.path))
      expect(try reader.decisions(), schema)
      let all = (Timestamp(milliseconds: .min), Timestamp(milliseconds: .max))
      #expect(try reader.alerts(from: all.0, to: all.1) == [] && reader.payments(from: all.0, to: all.1) == [])
      #expect(try reader.strategies() == [] && reader.funding() == [])
      let query = HistoryQuery(strategy: "Core", since: all.0, until: all.1, points: 10)
      #expect(try reader.series(query) == .empty)
    }
    let tables = try DatabaseQueue(path: path).read {
      try String.fetchAll($0, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    }
    #expect(Set(tables) == ["journal", "decision", "grdb_migrations"])
  }
}

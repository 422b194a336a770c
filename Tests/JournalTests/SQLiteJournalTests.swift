import Foundation
import GRDB
import HedgeModel
import Testing

@testable import Journal

@Suite struct SQLiteJournalTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(_ portfolio: String = "Main", busyTimeout: Duration = .seconds(2)) throws -> SQLiteJournal {
    try SQLiteJournal(portfolio: portfolio, folder: folder.path, busyTimeout: busyTimeout)
  }

  private static let review = Decision(at: Timestamp(milliseconds: 1), strategy: "Main", change: .review)

  @Test("decisions are there after reopening, and counting goes on")
  func reopening() throws {
    var kept: [Decision] = []
    for decision in Samples.decisions { kept.append(try open().record(decision)) }
    #expect(try open().decisions() == kept)
    #expect(kept.map(\.id) == Array(1...Int64(kept.count)))
  }

  @Test("folder and files belong to the user alone, also files that were opened up")
  func privacy() throws {
    let nested = "\(folder.path)/state/hedgetop"
    let journal = try SQLiteJournal(portfolio: "Main", folder: nested)
    _ = try journal.record(Self.review)
    #expect(try folder.permissions("state") == 0o700)
    #expect(try folder.permissions("state/hedgetop") == 0o700)
    for name in ["Main.sqlite", "Main.sqlite-wal", "Main.sqlite-shm"] {
      #expect(try folder.permissions("state/hedgetop/\(name)") == 0o600, "\(name)")
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: journal.path)
    _ = try SQLiteJournal(portfolio: "Main", folder: nested)
    #expect(try folder.permissions("state/hedgetop/Main.sqlite") == 0o600)
  }

  @Test("the file waits for the disk at each commit and keeps a write-ahead log")
  func durabilitySettings() throws {
    let journal = try open()
    try journal.queue.read { database in
      let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
      let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode")
      #expect(synchronous == 2)
      #expect(mode == "wal")
    }
  }

  @Test("making a journal leaves nothing but the journal")
  func noRemains() throws {
    do { _ = try open() }
    #expect(folder.names == ["Main.sqlite"])
  }

  @Test("each portfolio has a file of its own")
  func separatePortfolios() throws {
    let names = ["Main", "main", "a/b", "a_b", "../Main", ""]
    for name in names {
      _ = try open(name).record(Decision(at: Timestamp(milliseconds: 0), strategy: name, change: .review))
    }
    for name in names { #expect(try open(name).decisions().map(\.strategy) == [name]) }
    #expect(folder.names.count == names.count)
  }

  @Test("a journal under another portfolio's name is refused, and says whose it is")
  func foreignPortfolio() throws {
    do { _ = try open("Main") }
    try FileManager.default.moveItem(atPath: "\(folder.path)/Main.sqlite", toPath: "\(folder.path)/Other.sqlite")
    let error = #expect(throws: JournalError.self) { try open("Other") }
    #expect(error?.kind == .foreign)
    #expect(error?.description.contains("belongs to the portfolio “Main”") == true)
  }

  @Test("a database of another program is refused and stays as it is")
  func foreignDatabase() throws {
    let path = "\(folder.path)/Main.sqlite"
    do { try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE other (x)") } }
    let before = try tables(path)
    let error = #expect(throws: JournalError.self) { try open() }
    #expect(error?.kind == .foreign)
    #expect(try tables(path) == before)
  }

  @Test("a decision names the command it was made in: its own, or the journal's")
  func commands() throws {
    let journal = try SQLiteJournal(portfolio: "Main", folder: folder.path, command: "watch")
    _ = try journal.record(Self.review)
    _ = try journal.record(
      Decision(at: Timestamp(milliseconds: 2), strategy: "Main", change: .review, command: "attach"))
    #expect(try open().decisions().map(\.command) == ["watch", "attach"])
  }

  @Test("a newer schema is refused by name and stays as it is")
  func newerSchema() throws {
    let path = try open().path
    try DatabaseQueue(path: path).write { database in
      try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 from the future')")
    }
    let error = #expect(throws: JournalError.self) { try open() }
    #expect(error?.kind == .newer)
    #expect(error?.description.contains("9 from the future") == true)
    #expect(error?.description.contains("update hedgetop") == true)
  }

  @Test("each schema is frozen: files in use have it")
  func frozenSchema() throws {
    #expect(
      JournalSchema.migrator.migrations == [
        "1 decisions", "2 mid of a fill", "3 history", "4 snoozes and deliveries",
      ])
    let columns = try open().queue.read { database in
      try database.columns(in: "decision").map { "\($0.name) \($0.type)\($0.isNotNull ? " NOT NULL" : "")" }
    }
    #expect(
      columns == [
        "id INTEGER", "at INTEGER NOT NULL", "strategy TEXT NOT NULL", "kind TEXT NOT NULL", "old_ratio TEXT",
        "new_ratio TEXT", "leg_strategy TEXT", "leg_venue TEXT", "leg_symbol TEXT", "leg_account TEXT",
        "contracts TEXT", "price TEXT", "fee TEXT", "old_contracts TEXT", "old_entry_price TEXT",
        "new_contracts TEXT", "new_entry_price TEXT", "alert TEXT", "undone INTEGER",
        "mid TEXT", "command TEXT", "until INTEGER",
      ])
    #expect(
      HistoryFigure.allCases.map(\.rawValue)
        == [
          "net_beta", "target", "band", "margin_ratio", "spot_value", "hedge_notional", "funding", "profit",
          "profit_beta", "profit_alpha", "profit_basis", "profit_funding", "profit_fees", "profit_slippage",
          "profit_collateral", "profit_residual",
        ])
    #expect(AlertEvent.Kind.allCases.map(\.rawValue) == ["raised", "escalated", "cleared", "reminded"])
    #expect(
      DecisionKind.allCases.map(\.rawValue)
        == ["hedge_ratio", "net_beta", "fill", "review", "acknowledgement", "snooze", "undo"])
  }

  @Test("two journals on one portfolio write in turn and see each other's decisions")
  func twoWriters() throws {
    let (first, second) = (try open(), try open())
    for _ in 0..<3 {
      _ = try first.record(Self.review)
      _ = try second.record(Self.review)
    }
    #expect(try first.decisions().map(\.id) == [1, 2, 3, 4, 5, 6])
    #expect(try first.decisions() == second.decisions())
  }

  @Test("a writer that is kept waiting beyond its patience says so and keeps nothing")
  func locked() throws {
    let (holder, waiter) = (try open(), try open(busyTimeout: .milliseconds(20)))
    try holder.queue.write { _ in
      let error = #expect(throws: JournalError.self) { try waiter.record(Self.review) }
      #expect(error?.kind == .locked)
      #expect(error?.description.hasPrefix(waiter.path) == true)
    }
    #expect(try waiter.record(Self.review).id == 1)
  }

  @Test("a full disk is told as such, keeps nothing, and is survived")
  func fullDisk() throws {
    let journal = try open()
    try journal.queue.inDatabase { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let large = Decision(
      at: Timestamp(milliseconds: 1), strategy: "Main",
      change: .acknowledgement(alert: String(repeating: "x", count: 100_000)))
    let error = #expect(throws: JournalError.self) { try journal.record(large) }
    #expect(error?.kind == .diskFull)
    #expect(try journal.record(Self.review).id == 1)
    #expect(try journal.decisions().count == 1)
  }

  @Test("a file that may not be written still reads, and refuses to record")
  func readOnly() throws {
    do { _ = try open().record(Self.review) }
    let journal = try open()
    try journal.queue.inDatabase { try $0.execute(sql: "PRAGMA query_only = 1") }
    let error = #expect(throws: JournalError.self) {
      try JournalError.naming(journal.path) {
        try journal.queue.inDatabase { try $0.execute(sql: "INSERT INTO journal VALUES ('x')") }
      }
    }
    #expect(error?.kind == .readOnly)
    #expect(try journal.decisions().count == 1)
  }

  @Test("a folder that cannot be made is named", arguments: ["/proc/hedgetop", "/sys/hedgetop"])
  func impossibleFolder(_ path: String) throws {
    let error = #expect(throws: JournalError.self) { try SQLiteJournal(portfolio: "Main", folder: path) }
    #expect(error?.place == path)
    #expect(error.map { [.readOnly, .unavailable].contains($0.kind) } == true)
  }

  @Test("a file in the place of the folder is named")
  func fileAsFolder() throws {
    let path = "\(folder.path)/file"
    try Data("x".utf8).write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: JournalError.self) { try SQLiteJournal(portfolio: "Main", folder: path) }
    #expect(error?.kind == .unavailable)
    #expect(error?.place == path)
  }

  private func tables(_ path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_master") }
  }

  @Test("a file from before there were snoozes is brought on, and keeps what was decided")
  func withoutSnoozes() throws {
    let path: String
    do {
      let journal = try open()
      path = journal.path
      _ = try journal.record(Self.review)
    }
    try DatabaseQueue(path: path).write { database in
      try database.execute(sql: "ALTER TABLE decision DROP COLUMN until; DROP TABLE delivery; DROP TABLE channel")
      try database.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = '4 snoozes and deliveries'")
    }
    let journal = try open()
    #expect(try journal.decisions().map(\.change) == [.review])
    #expect(try journal.deliveries().isEmpty && journal.channelStates().isEmpty)
  }

  @Test(
    "a file of the first schema is brought on: its fills are as they were, their mid is not known, new ones have it")
  func firstSchema() throws {
    let fill = Fill(
      leg: Samples.leg, contracts: -2, price: 50_000, mid: 50_010, fee: nil, oldContracts: 0, oldEntryPrice: nil,
      convention: .linear)
    let path: String
    do {
      let journal = try open()
      path = journal.path
      _ = try journal.record(Decision(at: Timestamp(milliseconds: 5), strategy: "Main", change: .fill(fill)))
    }
    try DatabaseQueue(path: path).write { database in
      try database.execute(sql: "ALTER TABLE decision DROP COLUMN mid")
      try database.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = '2 mid of a fill'")
    }
    let journal = try open()
    guard case .fill(let old)? = try journal.decisions().first?.change else {
      Issue.record("the fill is gone")
      return
    }
    #expect(old.mid == nil && old.price == 50_000 && old.contracts == -2 && old.newEntryPrice == 50_000)
    _ = try journal.record(Decision(at: Timestamp(milliseconds: 6), strategy: "Main", change: .fill(fill)))
    #expect(try open().decisions().last?.change == .fill(fill))
  }
}

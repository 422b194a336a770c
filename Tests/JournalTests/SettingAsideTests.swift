import Foundation
import GRDB
import HedgeModel
import Testing

@testable import Journal

/// A journal that SQLite finds damaged is set aside, whole, and what can be read of it goes on.
@Suite("Damaged journals are set aside") struct SettingAsideTests {
  private static let now = Timestamp(milliseconds: 1_700_000_000_000)
  let folder: TemporaryFolder
  private var path: String { "\(folder.path)/Main.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  private func open() throws -> PortfolioJournal {
    try PortfolioJournal(portfolio: "Main", folder: folder.path, command: "watch", now: Self.now)
  }

  /// A journal of several pages, closed: all of it is in the one file.
  private func fill(_ count: Int = 400) throws {
    let journal = try SQLiteJournal(portfolio: "Main", folder: folder.path)
    for index in 0..<count {
      _ = try journal.record(
        Decision(
          at: Timestamp(milliseconds: Int64(index)), strategy: String(repeating: "Main", count: 40),
          change: .hedgeRatio(old: 0, new: Decimal(index) / 200)))
    }
    try journal.queue.close()
  }

  private func damage(_ damage: (inout Data) -> Void) throws -> Data {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    damage(&bytes)
    try bytes.write(to: URL(fileURLWithPath: path))
    return bytes
  }

  private var aside: [String] { folder.names.filter { $0.contains(".damaged-") && !$0.hasSuffix("-wal") } }

  @Test("text in place of a journal: kept under another name byte for byte, a new one begins, and both are said")
  func text() throws {
    try fill()
    let bytes = try damage { $0 = Data("portfolio = \"Main\"\n".utf8) + Data(repeating: 0x20, count: 4096) }
    let journal = try open()
    #expect(journal.standing == .writes && journal.decisions().isEmpty)
    let words = try #require(journal.follow(at: Self.now).notices.first)
    #expect(aside == ["Main.sqlite.damaged-20231114T221320Z"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(aside[0])")) == bytes)
    #expect(words.contains("is not a database") && words.contains("no decision could be read"))
    #expect(words.contains("sqlite3 '\(folder.path)/\(aside[0])' .dump | sed"))
    #expect(try journal.record(Decision(at: Self.now, strategy: "Main", change: .review)).id == 1)
  }

  @Test("decisions up to the damage go on under their numbers, and the message says how many")
  func prefix() throws {
    try fill()
    let bytes = try damage { bytes in
      let from = bytes.count * 3 / 4
      bytes.replaceSubrange(from..<bytes.count, with: Data(repeating: 0xA5, count: bytes.count - from))
    }
    let journal = try open()
    let kept = journal.decisions()
    #expect(kept.count > 20 && kept.count < 400 && kept.map(\.id) == Array(1...Int64(kept.count)))
    #expect(kept.last?.change == .hedgeRatio(old: 0, new: Decimal(kept.count - 1) / 200))
    let words = try #require(journal.follow(at: Self.now).notices.first)
    #expect(words.contains("\(kept.count) decisions could be read"))
    try expectRecovery(words, atLeast: kept.count)
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(aside[0])")) == bytes)
    journal.close()
    let again = try open()
    #expect(again.decisions() == kept && again.follow(at: Self.now).notices.isEmpty)
  }

  /// The command that the message ends with does what it says, where there is an sqlite3 to run it.
  private func expectRecovery(_ words: String, atLeast count: Int) throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3") else { return }
    let command = try #require(words.range(of: "sqlite3 '").map { String(words[$0.lowerBound...]) })
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", command]
    shell.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    shell.standardError = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    let recovered = try DatabaseQueue(path: "\(folder.path)/recovered.sqlite").read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM decision")
    }
    #expect(recovered.map { $0 >= count } == true, "\(String(describing: recovered)) decisions by \(command)")
  }

  @Test("what is set aside twice in one second gets two names")
  func twice() throws {
    for _ in 0..<3 {
      try fill(1)
      _ = try damage { $0 = Data(repeating: 0x20, count: 8192) }
      let journal = try open()
      journal.close()
      try FileManager.default.removeItem(atPath: path)
    }
    #expect(
      aside == [
        "Main.sqlite.damaged-20231114T221320Z", "Main.sqlite.damaged-20231114T221320Z-2",
        "Main.sqlite.damaged-20231114T221320Z-3",
      ])
  }

  @Test("damage found while it runs: the history is lost, said so, and not one decision is")
  func running() throws {
    let journal = try open()
    var made: [Decision] = []
    for _ in 0..<10 {
      made.append(try journal.record(Decision(at: Self.now, strategy: "Main", change: .review)))
    }
    journal.trouble.put(JournalError(DatabaseError(resultCode: .SQLITE_CORRUPT), place: journal.path))
    let news = journal.follow(at: Self.now)
    #expect(news.standing == .writes && news.decisions.isEmpty && aside.count == 1)
    #expect(news.notices.first?.contains("10 decisions could be read") == true)
    #expect(try journal.record(Decision(at: Self.now, strategy: "Main", change: .review)).id == 11)
    journal.close()
    #expect(try open().decisions().dropLast() == made[...])
  }

  @Test("one that another process holds is left to it, and one that is merely odd is left to the user")
  func unproven() throws {
    try fill(3)
    try DatabaseQueue(path: path).write { try $0.execute(sql: "UPDATE decision SET new_ratio = 'x' WHERE id = 2") }
    #expect(throws: JournalError.self) { try open() }
    _ = try damage { $0 = Data() }
    #expect(throws: JournalError.self) { try open() }
    _ = try damage { $0 = Data(repeating: 0x20, count: 8192) }
    let pen = Pen(ofJournal: path)
    #expect(try pen.take(PenHolder(process: 1, command: "watch", since: Self.now)))
    let error = #expect(throws: JournalError.self) { try open() }
    #expect(error?.isProvenDamage == true && aside.isEmpty)
  }

  @Test("a write-ahead file goes with its journal")
  func log() throws {
    let holder = try SQLiteJournal(portfolio: "Main", folder: folder.path)
    _ = try holder.record(Decision(at: Self.now, strategy: "Main", change: .review))
    let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
    let outcome = try JournalRepair(path: path, portfolio: "Main").setAside(at: Self.now, known: [])
    #expect(outcome.kept == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: outcome.aside + "-wal")) == log)
    #expect(!folder.names.contains("Main.sqlite-wal"))
    #expect(try SQLiteJournal(portfolio: "Main", folder: folder.path).decisions().count == 1)
  }
}

import Foundation
import GRDB
import HedgeModel
import Testing

@testable import Journal

/// A damaged file is told by name with what to do, and is left exactly as it was.
@Suite struct DamagedFileTests {
  enum Damage: CaseIterable {
    case text, zeroBytes, cutHeader, cutInHalf, overwrittenMiddle

    /// The damaged bytes of a whole file.
    func apply(to whole: Data) -> Data {
      switch self {
      case .text: Data("portfolio = \"Main\"\n".utf8) + Data(repeating: 0x20, count: 4096)
      case .zeroBytes: Data()
      case .cutHeader: whole.prefix(60)
      case .cutInHalf: whole.prefix(whole.count / 2)
      case .overwrittenMiddle:
        // The first page says how to read the file and holds the schema; everything after it is noise.
        whole.prefix(4096) + Data(repeating: 0xA5, count: whole.count - 4096)
      }
    }
  }

  @Test("damage is refused with the file's name and a remedy, and not a byte is changed", arguments: Damage.allCases)
  func damage(_ damage: Damage) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/Main.sqlite"
    try fill(folder)
    let url = URL(fileURLWithPath: path)
    let damaged = damage.apply(to: try Data(contentsOf: url))
    try damaged.write(to: url)
    let error = #expect(throws: JournalError.self) {
      let journal = try SQLiteJournal(portfolio: "Main", folder: folder.path)
      _ = try journal.decisions()
    }
    #expect(error?.kind == .damaged, "\(String(describing: error))")
    #expect(error?.place == path)
    #expect(error?.description.contains("move it") == true)
    #expect(error?.isProvenDamage == (damage != .zeroBytes), "an empty file is no damage to SQLite")
    #expect(try Data(contentsOf: url) == damaged)
  }

  @Test("a write-ahead file without its journal is not swallowed by a new one")
  func orphanedLog() throws {
    let folder = try TemporaryFolder()
    let log = URL(fileURLWithPath: "\(folder.path)/Main.sqlite-wal")
    try Data("decisions".utf8).write(to: log)
    let error = #expect(throws: JournalError.self) { try SQLiteJournal(portfolio: "Main", folder: folder.path) }
    #expect(error?.kind == .damaged)
    #expect(folder.names == ["Main.sqlite-wal"])
  }

  @Test(
    "a row that does not say what its kind must say is damage, with its number and column",
    arguments: [
      ("kind = 'later'", "kind"), ("new_ratio = NULL", "new_ratio"), ("new_ratio = '0.5x'", "new_ratio"),
      ("kind = 'fill'", "leg_venue"), ("kind = 'undo'", "undone"), ("kind = 'acknowledgement'", "alert"),
    ])
  func unreadableRow(_ change: String, _ column: String) throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let journal = try SQLiteJournal(portfolio: "Main", folder: folder.path)
    try journal.queue.write { try $0.execute(sql: "UPDATE decision SET \(change) WHERE id = 7") }
    let error = #expect(throws: JournalError.self) { try journal.decisions() }
    #expect(error?.kind == .damaged)
    #expect(error?.detail == "is damaged (decision 7 has no readable \(column))")
  }

  /// A journal of several pages, closed: all of it is in the one file.
  private func fill(_ folder: TemporaryFolder) throws {
    let journal = try SQLiteJournal(portfolio: "Main", folder: folder.path)
    for index in 0..<200 {
      _ = try journal.record(
        Decision(
          at: Timestamp(milliseconds: Int64(index)), strategy: String(repeating: "Main", count: 40),
          change: .hedgeRatio(old: 0, new: Decimal(index) / 200)))
    }
    try journal.queue.close()
  }
}

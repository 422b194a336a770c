import Foundation
import GRDB
import Glibc
import HedgeModel
import HedgeTestSupport
import SeededRandom
import Testing

@testable import Journal
@testable import JournalCrashProbe

/// What is acknowledged is kept: a process that is killed at any moment loses nothing it was told is kept.
@Suite(.onThreadOfItsOwn) struct CrashTests {
  static let kills = 500
  static let killsPerPortfolio = 20

  @Test(
    "after kill -9 at random moments, history being written beside, every acknowledged decision is there, every row is whole, and the pen is free"
  )
  func killedWriters() throws {
    let probe = try #require(Self.probePath, "JournalCrashProbe is not beside the test binary")
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: 20_210_519)
    var acknowledged: [Int: [Int64: Decision]] = [:]
    for run in 0..<Self.kills {
      let portfolio = run / Self.killsPerPortfolio
      // Some are killed while they open or make the journal, others while they write.
      let lines = try Self.kill(
        probe, arguments: [folder.path, "portfolio \(portfolio)", String(run)],
        afterLines: random.next() % 3 == 0 ? 0 : Int(random.next() % 20), microseconds: UInt32(random.next() % 8000))
      for (id, index) in lines {
        acknowledged[portfolio, default: [:]][id] = CrashPlan.decision(run: run, index: index)
      }
      try verify(
        acknowledged[portfolio] ?? [:], SQLiteJournal(portfolio: "portfolio \(portfolio)", folder: folder.path))
    }
    for portfolio in 0..<(Self.kills / Self.killsPerPortfolio) { try verifyHistory("portfolio \(portfolio)", folder) }
    #expect(acknowledged.values.reduce(0) { $0 + $1.count } > Self.kills, "the probes hardly wrote anything")
  }

  /// Every row of the past is whole, and SQLite finds nothing wrong with the file.
  private func verifyHistory(_ portfolio: String, _ folder: TemporaryFolder) throws {
    let journal = try PortfolioJournal(
      portfolio: portfolio, folder: folder.path, command: "test", now: Timestamp(milliseconds: 0))
    #expect(journal.standing == .writes, "a process that was killed still has the pen")
    let reader = try #require(try JournalReader(portfolio: portfolio, folder: folder.path))
    #expect(try reader.queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
    try reader.queue.read { database in
      for row in try Row.fetchAll(database, sql: "SELECT * FROM history_1s") {
        let values = HistoryFigure.allCases.map { row[$0.rawValue] as Double? }
        #expect(Set(values).count == 1 && values[0] != nil, "a row of the past is half-written")
      }
    }
    let end = Timestamp(milliseconds: .max)
    for event in try reader.alerts(from: Timestamp(milliseconds: 0), to: end) {
      let index = try #require(Int(event.alert.dropFirst("drift/".count)))
      #expect(event == CrashPlan.alert(run: Int(event.at.milliseconds), index: index))
    }
  }

  private func verify(_ acknowledged: [Int64: Decision], _ journal: SQLiteJournal) throws {
    let kept = Dictionary(uniqueKeysWithValues: try journal.decisions().map { ($0.id, $0) })
    for (id, decision) in acknowledged {
      #expect(kept[id]?.change == decision.change && kept[id]?.at == decision.at, "decision \(id) is lost or changed")
    }
    for decision in kept.values {
      let index = try #require(Int(decision.strategy))
      let planned = CrashPlan.decision(run: Int(decision.at.milliseconds), index: index)
      #expect(decision.change == planned.change, "decision \(decision.id) is half-written")
    }
  }

  /// Starts the probe, waits for some acknowledgements and then a moment, kills it, and returns every whole line.
  private static func kill(
    _ path: String, arguments: [String], afterLines count: Int, microseconds: UInt32
  ) throws -> [(Int64, Int)] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    var output = Data()
    while output.count(where: { $0 == UInt8(ascii: "\n") }) < count {
      let more = pipe.fileHandleForReading.availableData
      if more.isEmpty { break }
      output += more
    }
    // Not a wait for anything: this is the random moment.
    usleep(microseconds)
    Glibc.kill(process.processIdentifier, SIGKILL)
    output += pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(
      process.terminationReason == .uncaughtSignal, "the probe ended by itself, status \(process.terminationStatus)")
    return String(decoding: output, as: UTF8.self).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 2, let id = Int64(words[0]), let index = Int(words[1]) else { return nil }
      return (id, index)
    }
  }

  /// The probe is built beside the test binary.
  private static var probePath: String? {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    let candidates = [own, Bundle.main.bundlePath, CommandLine.arguments[0]].map {
      URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("JournalCrashProbe").path
    }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}

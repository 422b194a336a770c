import Foundation
import HedgeConfiguration
import HedgeModel
import HedgeTestSupport
import Journal
import Testing

@testable import hedgetop

/// The page of the journal: its commands do what it says they do, and its figures are the program's.
@Suite struct JournalPageTests {
  private static let page = ".github/journal.md"

  private static func blocks(_ language: String) throws -> [String] {
    let lines = try StrategyPageTests.text(page).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    return PageBlock.all(in: lines).filter { $0.language == language }.map { $0.lines.joined(separator: "\n") }
  }

  private static func block(with words: String) throws -> String {
    try #require(blocks("sh").first { $0.contains(words) }, "no block with \(words)")
  }

  /// Runs a block of the page in a shell that stops at the first fault.
  private static func shell(_ script: String, in folder: TemporaryFolder) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-e", "-c", script]
    let programs = URL(filePath: try BuiltProduct.path(named: "hedgetop")).deletingLastPathComponent().path
    process.environment = SanitizerOptions.environment.merging(
      ["HOME": folder.path, "PATH": "\(programs):/usr/bin:/bin", "LANG": "C.UTF-8"]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  @Test(
    "a copy made while it is written is whole and yours alone, and restoring brings back what it held",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"), "needs sqlite3"))
  func backup() throws {
    let state = try KeptState(portfolio: "Main")
    try state.keepLog()
    let places = "\(state.folder.path)/.local/state/hedgetop"
    let kept = state.journal.decisions()
    let copied = try Self.shell(Self.block(with: ".backup"), in: state.folder)
    #expect(copied.status == 0 && copied.output == "ok\n")
    let rights = try FileManager.default.attributesOfItem(atPath: "\(places)/Main-copy.sqlite")[.posixPermissions]
    #expect(rights as? Int == 0o600)
    _ = try state.journal.record(Decision(at: KeptState.start, strategy: "Core", change: .review))
    state.journal.close()
    try FileManager.default.createDirectory(
      atPath: "\(state.folder.path)/.config/hedgetop", withIntermediateDirectories: true)
    try state.folder.write("name = \"Main\"\n", to: ".config/hedgetop/config.toml")
    let restored = try Self.shell(Self.block(with: "before-restoring"), in: state.folder)
    #expect(restored.status == 0 && restored.output.contains("hedge ratio 0.8 → 0.85"))
    let again = try PortfolioJournal(portfolio: "Main", folder: places, command: "watch", now: KeptState.start)
    #expect(again.decisions() == kept && again.standing == .writes)
    #expect(FileManager.default.fileExists(atPath: "\(places)/before-restoring/Main.sqlite"))
  }

  @Test(
    "what can be read of a damaged file can be put in its place",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"), "needs sqlite3"))
  func recovery() throws {
    let state = try KeptState(portfolio: "Main")
    try state.keepLog()
    let kept = state.journal.decisions()
    state.journal.close()
    let places = "\(state.folder.path)/.local/state/hedgetop"
    let script = try Self.block(with: ".dump")
    let name = try #require(script.firstMatch(of: /Main\.sqlite\.damaged-\w+/)).output
    try FileManager.default.moveItem(atPath: "\(places)/Main.sqlite", toPath: "\(places)/\(name)")
    let run = try Self.shell(script, in: state.folder)
    #expect(run.status == 0 && run.output == "\(kept.count)\n")
    try FileManager.default.moveItem(atPath: "\(places)/recovered.sqlite", toPath: "\(places)/Main.sqlite")
    let again = try PortfolioJournal(portfolio: "Main", folder: places, command: "watch", now: KeptState.start)
    #expect(again.decisions() == kept)
  }

  @Test("the retention it shows is the default, and it is on the front page")
  func retention() throws {
    let table = try #require(try Self.blocks("toml").first)
    var text = ExampleKind.spotHedge.text
    for line in table.split(separator: "\n").dropFirst() {
      #expect(text.contains("\n# \(line)\n"), "\(line)")
      text = text.replacing("\n# \(line)\n", with: "\n\(line)\n")
    }
    let stated = try Configuration.parse(text, file: "page", now: KeptState.start)
    #expect(text != ExampleKind.spotHedge.text && stated.history == HistoryRetention())
    #expect(try StrategyPageTests.text("README.md").contains("(\(Self.page))"))
  }

  @Test("every table it names is one, and none is left out")
  func tables() throws {
    let page = try StrategyPageTests.text(Self.page)
    let named = Set(page.matches(of: /`((?:decision|alert_event|funding_\w+|history_\w+))`/).map { String($0.1) })
    #expect(
      named == [
        "decision", "alert_event", "funding_payment", "funding_stamp", "funding_span", "history_1s", "history_1m",
        "history_1h", "history_1d",
      ])
  }
}

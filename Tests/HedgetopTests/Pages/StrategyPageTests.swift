import Foundation
import HedgeConfiguration
import HedgeModel
import Testing

@testable import hedgetop

/// The page of each strategy says what the program says: `HEDGETOP_RECORD_PAGES=1` runs its commands again and writes
/// down what they print.
@Suite struct StrategyPageTests {
  static let root = {
    var package = URL(filePath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    return package
  }()

  static func page(_ kind: ExampleKind) -> String { ".github/strategies/\(kind.rawValue).md" }

  static func text(_ page: String) throws -> String {
    try String(contentsOf: root.appending(path: page), encoding: .utf8)
  }

  static func lines(_ kind: ExampleKind) throws -> [String] {
    try text(page(kind)).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  static func blocks(_ kind: ExampleKind, _ language: String) throws -> [PageBlock] {
    PageBlock.all(in: try lines(kind)).filter { $0.language == language }
  }

  @Test("every command that is shown with its output prints just that", arguments: ExampleKind.allCases)
  func console(kind: ExampleKind) throws {
    try recordWhenAsked(kind)
    let commands = try Self.blocks(kind, "console").flatMap(ShownCommand.all)
    #expect(!commands.isEmpty)
    for command in commands {
      let (lines, run) = try command.run()
      #expect(run.status == 0 && run.errors.isEmpty, "\(command.arguments): \(run.errors)")
      #expect(lines.map(Self.timeless) == command.output.map(Self.timeless), "\(command.arguments)")
    }
  }

  /// A line without what is a run's own: its instant and the number of its ticket.
  private static func timeless(_ line: String) -> String {
    line.replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "<instant>")
      .replacing(/ticket [0-9a-f]{16}/, with: "ticket")
  }

  @Test(
    "every command of the live market that is shown prints what the excerpt is from", arguments: ExampleKind.allCases)
  func excerpts(kind: ExampleKind) throws {
    let commands = try Self.blocks(kind, "text").flatMap(ShownCommand.all)
    #expect(commands.contains { $0.arguments == ["status", "--kind", kind.rawValue] })
    for command in commands {
      let (lines, run) = try command.run()
      #expect(run.status == 0 && run.errors.isEmpty, "\(command.arguments): \(run.errors)")
      func labels(_ lines: [String]) -> [String] { lines.split(separator: "").map { ShownCommand.label($0.first) } }
      #expect(labels(command.excerpt(of: lines)) == labels(command.output), "\(command.arguments)")
    }
  }

  /// Writes the page anew with what its commands print now.
  private func recordWhenAsked(_ kind: ExampleKind) throws {
    guard ProcessInfo.processInfo.environment["HEDGETOP_RECORD_PAGES"] == "1" else { return }
    var page = try Self.lines(kind)
    for block in PageBlock.all(in: page).reversed() where ["console", "text"].contains(block.language) {
      let commands = try ShownCommand.all(in: block).map { command in
        let lines = try command.run().lines
        return command.prompt + (block.language == "text" ? command.excerpt(of: lines) : lines)
      }
      if !commands.isEmpty { page.replaceSubrange(block.range, with: Array(commands.joined(separator: [""]))) }
    }
    let place = Self.root.appending(path: Self.page(kind))
    try page.joined(separator: "\n").write(to: place, atomically: true, encoding: .utf8)
    Issue.record("recorded \(Self.page(kind)); run again without HEDGETOP_RECORD_PAGES")
  }

  @Test("the configuration a page shows is sound and of its kind", arguments: ExampleKind.allCases)
  func configuration(kind: ExampleKind) throws {
    let shown = try Self.blocks(kind, "toml").flatMap(\.lines).joined(separator: "\n")
    let rest = "\n[feed]\nkind = \"simulated\"\n[[account]]\nname = \"main\"\nbalances = { USD = 200_000 }\n"
    let now = Timestamp(milliseconds: 1_795_000_000_000)
    let configuration = try Configuration.parse(shown + rest, file: Self.page(kind), now: now)
    #expect(configuration.warnings == [])
    let kinds = Set(configuration.portfolio.strategies.map(\.kind.rawValue))
    #expect(kind == .book ? kinds.count > 1 : kinds == [kind.rawValue])
  }

  @Test(
    "each page shows how to write its example and what to watch, within 120 columns", arguments: ExampleKind.allCases)
  func isComplete(kind: ExampleKind) throws {
    let text = try Self.text(Self.page(kind))
    for words in ["hedgetop init --kind \(kind.rawValue)", "## Configuration", "## What to watch", "## Worked"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(try Self.lines(kind).allSatisfy { $0.count <= 120 })
  }

  @Test("the front page has a line with a link for each kind")
  func frontPage() throws {
    let text = try Self.text("README.md")
    for kind in ExampleKind.allCases { #expect(text.contains("(\(Self.page(kind)))"), "\(kind)") }
  }
}

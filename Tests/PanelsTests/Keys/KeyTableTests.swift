import TerminalCells
import Testing

@testable import Panels

@Suite("The key table")
struct KeyTableTests {
  private let table = KeyTable.standard

  @Test("No key means two things in one place")
  func noClashes() {
    #expect(table.clashes == [] && KeyTable.several.clashes == [])
    let doubled = KeyTable([
      KeyBinding("q", command: .quit, words: "", help: ""), KeyBinding("j", "q", command: .down, words: "", help: ""),
    ])
    #expect(doubled.clashes == ["Panels: q"])
  }

  @Test("Every binding has keys that can be read, words, help and a place")
  func complete() {
    for binding in table.bindings + KeyTable.several.bindings {
      #expect(!binding.keys.isEmpty, "\(binding)")
      #expect(!binding.words.isEmpty && !binding.help.isEmpty && !binding.contexts.isEmpty, "\(binding)")
      for key in binding.keys { #expect(KeyPress(parsing: "\(key)") == key) }
    }
  }

  @Test(
    "The keys hands know do what hands expect",
    arguments: [
      ("q", KeyCommand.quit), ("Ctrl-C", .quit), ("Esc", .back), ("?", .help), ("F1", .help), ("/", .filter),
      ("Up", .up), ("Down", .down), ("j", .down), ("k", .up), ("g", .top), ("G", .bottom), ("PgUp", .pageUp),
      ("PgDn", .pageDown), ("Ctrl-D", .halfPageDown), ("Ctrl-U", .halfPageUp), ("Tab", .nextPanel),
      ("Shift-Tab", .previousPanel), ("w", .nextPanel), ("W", .previousPanel), ("1", .togglePanel(1)),
      ("2", .togglePanel(2)),
      ("3", .togglePanel(3)), ("9", .togglePanel(9)), ("p", .nextPage), ("P", .previousPage), ("s", .sort),
      ("R", .reverseSort), ("+", .slower), ("-", .faster), ("f", .freeze), ("e", .expand), ("Enter", .open),
      ("d", .details),
      ("[", .shorterRange), ("]", .longerRange), ("F5", .forceRefresh), ("Ctrl-L", .redraw), ("Ctrl-R", .reload),
      ("Ctrl-Z", .suspend), (":", .commandLine), ("y", .copy), ("Ctrl-Space", .hideBalances), ("h", .hedgeRatio),
      ("x", .recordFill), ("u", .undo), ("v", .markReviewed), ("r", .markReviewed), ("a", .acknowledge), ("l", .log),
      ("t", .nextStrategy),
      ("T", .nextTheme),
    ])
  func knownKeys(name: String, command: KeyCommand) throws {
    let key = try #require(KeyPress(parsing: name))
    #expect(table.binding(for: key, in: .panels)?.command == command)
  }

  @Test("Several portfolios have keys of their own; every other key does what it does with one")
  func several() throws {
    let several = KeyTable.several
    for (name, command) in [
      ("Tab", KeyCommand.nextPortfolio), ("Shift-Tab", .previousPortfolio), ("o", .portfolios), ("w", .nextPanel),
      ("W", .previousPanel),
    ] {
      let key = try #require(KeyPress(parsing: name))
      #expect(several.binding(for: key, in: .panels)?.command == command)
    }
    let moved = ["Tab", "Shift-Tab", "o", "w", "W"].compactMap { KeyPress(parsing: $0) }
    for key in Set(table.bindings(in: .panels).flatMap(\.keys)).subtracting(moved) {
      #expect(several.binding(for: key, in: .panels) == table.binding(for: key, in: .panels))
    }
    #expect(!table.contexts.contains(.portfolios) && several.contexts == KeyContext.allCases)
  }

  @Test("Esc goes back everywhere and quits nowhere; Ctrl-C, Ctrl-Z and Ctrl-L work everywhere")
  func everywhere() {
    for context in KeyContext.allCases {
      #expect(table.binding(for: KeyPress(.escape), in: context)?.command == .back, "\(context)")
      #expect(table.binding(for: .control("c"), in: context)?.command == .quit, "\(context)")
      #expect(table.binding(for: .control("z"), in: context)?.command == .suspend, "\(context)")
      #expect(table.binding(for: .control("l"), in: context)?.command == .redraw, "\(context)")
    }
  }

  @Test("Digits and the point are free to be typed wherever numbers are typed")
  func numbersAreText() {
    for character in "0123456789.-" {
      #expect(table.binding(for: .character(character), in: .ratio) == nil)
      #expect(table.binding(for: .character(character), in: .fill) == nil)
      #expect(table.binding(for: .character(character), in: .typing) == nil)
    }
  }

  @Test("Names on the command line are unique, and every place has a footer with a way back")
  func namesAndFooters() {
    for table in [KeyTable.standard, .several] {
      let names = table.bindings.map(\.name).filter { !$0.isEmpty }
      #expect(Set(names).count == names.count)
    }
    for context in KeyContext.allCases where context != .panels {
      #expect(table.footer(in: context).contains { $0.command == .back }, "\(context)")
    }
    #expect(table.footer(in: .panels).first?.command == .help)
  }

  @Test("The help lists every binding of the table")
  func helpIsComplete() {
    let text =
      HelpView(keys: table).lines.map(\.text).joined(separator: "\n")
      + HelpView(keys: .several).lines.map(\.text).joined(separator: "\n")
    for binding in table.bindings + KeyTable.several.bindings {
      let isNumber = Int(binding.shownKey).map { (2...8).contains($0) } ?? false
      let key = isNumber ? "1-9" : binding.shownKey
      #expect(text.contains(binding.help) && text.contains(key), "\(binding.help)")
    }
  }

  @Test("No line of the help is cut where a screen has 80 columns: 76 are left within its frame")
  func helpFits() {
    for keys in [KeyTable.standard, .several] {
      for line in HelpView(keys: keys, pages: Page.all).lines.map(\.text) where line.count > 76 {
        Issue.record("\(line.count) columns: \(line)")
      }
    }
  }
}

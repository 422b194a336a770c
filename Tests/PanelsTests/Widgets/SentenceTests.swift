import TerminalCells
import Testing

@testable import Panels

@Suite("Clauses and facts")
struct SentenceTests {
  private let clauses = ["first clause", "second", "third one"].map { [Phrase($0)] }

  @Test("Clauses share a line as long as they fit, and are never torn")
  func flow() {
    let flow = ClauseFlow(clauses)
    #expect(flow.lines(columns: 40, glyphs: .unicode).map(\.text) == ["first clause · second · third one"])
    #expect(flow.lines(columns: 22, glyphs: .unicode).map(\.text) == ["first clause · second", "third one"])
    #expect(flow.lines(columns: 5, glyphs: .unicode).count == 3)
  }

  @Test("Clauses that may not wrap are left out from the end")
  func noWrap() {
    #expect(
      ClauseFlow(clauses, wraps: false).lines(columns: 22, glyphs: .unicode).map(\.text) == ["first clause · second"])
  }

  @Test("Facts take as many columns as their own widths allow, and the first are the last to go", arguments: 1...120)
  func facts(width: Int) {
    let facts = FactsWidget(facts: (0..<6).map { Fact("label \($0)", Phrase(String(repeating: "9", count: $0 + 1))) })
    var grid = Grid(size: Size(columns: width, rows: 2))
    let used = facts.draw(PanelContext(theme: .roles), in: grid.bounds, on: &grid)
    #expect(used <= 2)
    #expect(facts.columns(in: width) >= 1)
    if width >= 10 { #expect(grid.text[0].hasPrefix("label 0 ") && grid.text[0].hasSuffix("9")) }
    #expect(TextWidth.columns(of: grid.text[0]) <= width)
  }
}

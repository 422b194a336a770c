import HedgeTestSupport
import SeededRandom
import TerminalCells
import Testing

@Suite("Wrapped text")
struct WrappingTests {
  @Test(
    "rows end at blanks where that wastes less than half of them, and where they are full otherwise",
    arguments: [
      ("", 5, [""]), ("short", 5, ["short"]), ("two words", 5, ["two", "words"]),
      ("one two three", 8, ["one two", "three"]),
      ("12345678", 4, ["1234", "5678"]), ("a /long/path/to b", 8, ["a /long/", "path/to", "b"]),
      ("four five", 4, ["four", "five"]), ("日本語", 5, ["日本", "語"]), ("abc", 1, ["…"]), ("abc", 0, [""]),
      ("trailing ", 8, ["trailing"]),
    ])
  func rows(_ text: String, _ limit: Int, _ expected: [String]) {
    #expect(text.wrapped(toColumns: limit) == expected)
  }

  @Test("nothing but blanks is lost, and no row is too wide", arguments: 0..<200)
  func whole(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters = Array("ab日é  \u{301}-/")
    let text = String(
      (0..<Int.random(in: 0..<120, using: &generator)).compactMap { _ in letters.randomElement(using: &generator) })
    let limit = Int.random(in: 2..<40, using: &generator)
    let rows = text.wrapped(toColumns: limit)
    #expect(rows.allSatisfy { TextWidth.columns(of: $0) <= limit }, "\(text)")
    #expect(rows.joined().filter { $0 != " " } == text.sanitised.filter { $0 != " " }, "\(text)")
  }
}

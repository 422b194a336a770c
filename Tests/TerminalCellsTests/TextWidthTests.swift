import SeededRandom
import TerminalCells
import Testing

@Suite("Text width")
struct TextWidthTests {
  @Test(
    "a character takes the columns terminals give it",
    arguments: [
      ("a", 1), (" ", 1), ("~", 1), ("β", 1), ("—", 1), ("±", 1), ("▁", 1), ("█", 1), ("⣿", 1), ("╭", 1), ("▲", 1),
      ("⚠", 1), ("世", 2), ("ｗ", 2), ("한", 2), ("🚀", 2), ("⏰", 2), ("é", 1), ("e\u{301}", 1), ("\u{301}", 0),
      ("\u{200D}", 0), ("\u{FEFF}", 0), ("\u{7F}", 0), ("\u{1B}", 0), ("\u{9B}", 0), ("\u{AD}", 0), ("\n", 1),
      ("\t", 1), ("\u{3000}", 2), ("⚠\u{FE0F}", 1), ("👍🏽", 2), ("🇩🇪", 2), ("\u{1100}\u{1161}", 2),
    ])
  func columns(character: Character, expected: Int) {
    #expect(TextWidth.columns(of: character) == expected)
  }

  @Test("the width of a text is the width of what is left of it once sanitised")
  func widthOfSanitised() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      let text = Hostile.text(using: &random)
      let columns = TextWidth.columns(of: text.sanitised)
      #expect(Grid.measured(text) == columns, "\(Hostile.spelled(text))")
    }
  }

  @Test("text is cut between letters, never within one, and the ellipsis is inside the limit")
  func truncation() {
    #expect("liquidation".truncated(toColumns: 11) == "liquidation")
    #expect("liquidation".truncated(toColumns: 5) == "liqu…")
    #expect("liquidation".truncated(toColumns: 5, ellipsis: "..") == "liq..")
    #expect("世界世界".truncated(toColumns: 4) == "世…")
    #expect("世界".truncated(toColumns: 1, ellipsis: "") == "")
    #expect("abc".truncated(toColumns: 1) == "…")
    #expect("abc".truncated(toColumns: 0) == "")
    #expect("abc".truncated(toColumns: -3) == "")
    #expect("e\u{301}e\u{301}e\u{301}".truncated(toColumns: 2) == "e\u{301}…")
  }

  @Test("truncated text never takes more columns than allowed, padded text never fewer")
  func limits() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<500 {
      let text = Hostile.text(using: &random)
      let limit = Int.random(in: -2...20, using: &random)
      let cut = TextWidth.columns(of: text.truncated(toColumns: limit))
      #expect(cut <= max(0, limit), "\(Hostile.spelled(text)) to \(limit)")
      let fitted = TextWidth.columns(of: text.fitted(toColumns: limit))
      #expect(fitted == max(0, limit), "\(Hostile.spelled(text)) to \(limit)")
    }
  }

  @Test("padding puts the text where it belongs and leaves long text alone")
  func padding() {
    #expect("ab".padded(toColumns: 5) == "ab   ")
    #expect("ab".padded(toColumns: 5, alignment: .right) == "   ab")
    #expect("ab".padded(toColumns: 5, alignment: .centre) == " ab  ")
    #expect("世".padded(toColumns: 3, alignment: .right) == " 世")
    #expect("abcdef".padded(toColumns: 3) == "abcdef")
  }
}

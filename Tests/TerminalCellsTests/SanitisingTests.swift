import SeededRandom
import TerminalCells
import Testing

@Suite("Sanitising")
struct SanitisingTests {
  @Test("no C0 or C1 byte, and no escape, survives; the letters around them do")
  func controls() throws {
    for value in Array(UInt32(0)..<0x20) + Array(0x7F..<0xA0) {
      let control = try #require(Unicode.Scalar(value))
      let clean = "a\(control)b".sanitised
      let expected = value == 9 || value == 10 ? "a b" : "ab"
      #expect(clean == expected, "U+\(String(value, radix: 16))")
    }
  }

  @Test(
    "marks, joiners, selectors and tags that change what others show are stripped",
    arguments: [
      ("a\u{202E}b", "ab"), ("a\u{2066}b\u{2069}", "ab"), ("a\u{200B}\u{200C}\u{200D}\u{FEFF}b", "ab"),
      ("⚠\u{FE0F}", "⚠"), ("a\u{E0041}b", "ab"), ("\u{301}a", "a"), ("👨‍👩‍👧", "👨👩👧"), ("soft\u{AD}hyphen", "softhyphen"),
      ("1\u{A0}000\u{202F}000", "1 000 000"), ("one\u{2028}two", "one two"), ("\r\nx", " x"), ("\u{FFFE}x", "x"),
    ])
  func formatting(text: String, expected: String) {
    #expect(Array(text.sanitised.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("clean text is left alone, and cleaning twice changes nothing")
  func idempotence() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let clean = Hostile.text(using: &random).sanitised
      #expect(clean.sanitised == clean)
      #expect(!clean.unicodeScalars.contains(where: Hostile.isDangerous), "\(Hostile.spelled(clean))")
    }
    #expect("net β —  +0.02 ±".sanitised == "net β —  +0.02 ±")
  }

  @Test("nothing dangerous reaches a cell, whatever is written")
  func cells() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let text = Hostile.text(using: &random)
      var grid = Grid(size: Size(columns: 30, rows: 1))
      grid.write(text, at: .zero)
      grid.fill(Rect(column: 28, row: 0, columns: 1, rows: 1), with: text.first ?? " ")
      for cell in grid.row(0) {
        cell.forEachScalar { #expect(!Hostile.isDangerous($0), "\(Hostile.spelled(text))") }
      }
    }
  }
}

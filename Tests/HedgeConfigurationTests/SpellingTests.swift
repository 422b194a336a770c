@testable import HedgeConfiguration
import Testing

@Suite struct SpellingTests {
  @Test(
    "the distance counts insertions, deletions, replacements and swaps",
    arguments: [("", "abc", 3), ("hedge", "hegde", 1), ("ratio", "ration", 1), ("kitten", "sitting", 3), ("a", "a", 0)])
  func distance(left: String, right: String, expected: Int) {
    #expect(Spelling.distance(Array(left), Array(right)) == expected)
    #expect(Spelling.distance(Array(right), Array(left)) == expected)
  }

  @Test("a close name or a beginning is suggested, a far one is not")
  func suggestions() {
    let names = ["hedge_ratio", "holding", "hedge_with", "stale_after_seconds"]
    #expect(Spelling.suggestion(for: "hedge_ration", among: names) == "hedge_ratio")
    #expect(Spelling.suggestion(for: "stale_after", among: names) == "stale_after_seconds")
    #expect(Spelling.suggestion(for: "Holding", among: names) == "holding")
    #expect(Spelling.suggestion(for: "color", among: names) == nil)
    #expect(Spelling.suggestion(for: String(repeating: "x", count: 100_000), among: names) == nil)
  }

  @Test("text on its way to a message is clipped and free of control characters")
  func printable() {
    #expect(PrintableText.quoted("a\u{1b}[2J\u{202E}b\n") == "\"a\\u{1b}[2J\\u{202e}b\\u{a}\"")
    #expect(PrintableText.clipped(String(repeating: "x", count: 80)) == String(repeating: "x", count: 60) + "…")
  }
}

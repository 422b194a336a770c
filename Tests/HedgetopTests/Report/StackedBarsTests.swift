import Testing

@testable import hedgetop

@Suite struct StackedBarsTests {
  private static func bars(_ parts: [[Double]], marked: Int? = nil) -> [Substring] {
    StackedBars(
      rows: parts.enumerated().map { StackedBars.Row(label: "\($0 + 8)", parts: $1) }, signs: ["#", "="], width: 10,
      marked: marked, mark: "<"
    ).text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test("the longest bar is as wide as asked, the others in proportion, parts one after the other")
  func lengths() {
    #expect(Self.bars([[1, 3], [2, 0], [0, 1]], marked: 1) == [" 8  ###=======", " 9  ##### <", "10  ===", ""])
  }

  @Test("nothing, no number and a negative length are drawn as nothing")
  func nothing() {
    #expect(Self.bars([[0, 0]]) == ["8", ""])
    #expect(
      Self.bars([[.nan, 1], [-5, 1], [.infinity, 0.5]]) == [" 8  ==========", " 9  ==========", "10  =====", ""])
    #expect(Self.bars([]) == [""])
  }
}

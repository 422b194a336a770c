import TerminalCells
import Testing

@testable import NcursesTerminal

@Suite("Colours and pairs")
struct StyleTableTests {
  @Test(
    "colours become the numbers the terminal knows",
    arguments: [
      (.palette256, 256, false, .palette(200), 200), (.palette256, 256, false, .rgb(255, 0, 0), 196),
      (.ansi16, 16, false, .rgb(255, 0, 0), 9), (.ansi16, 8, false, .palette(9), 1),
      (.ansi16, 8, false, .palette(8), 7),
      (.none, 0, false, .palette(9), -1), (.trueColour, 0x100_0000, true, .rgb(1, 2, 3), 0x010203),
      (.trueColour, 0x100_0000, true, .rgb(0, 0, 5), 0), (.trueColour, 0x100_0000, true, .palette(3), 3),
      (.trueColour, 0x100_0000, true, .palette(196), 0xFF0000), (.palette256, 256, false, .terminalDefault, -1),
    ] as [(ColourDepth, Int, Bool, Colour, Int32)])
  func numbers(depth: ColourDepth, count: Int, direct: Bool, colour: Colour, expected: Int32) {
    let colours = ScreenColours(depth: depth, count: count, isDirect: direct)
    #expect(colours.number(of: colour) == expected)
  }

  @Test("eight colours show bright ones in bold, but never grey as bold black")
  func bold() {
    let eight = ScreenColours(depth: .ansi16, count: 8, isDirect: false)
    #expect(eight.needsBold(foreground: .palette(9)))
    #expect(!eight.needsBold(foreground: .palette(8)))
    #expect(!eight.needsBold(foreground: .palette(1)))
    #expect(!ScreenColours(depth: .ansi16, count: 16, isDirect: false).needsBold(foreground: .palette(9)))
  }

  @Test("pairs are made once, never more than there are, and again after a reset")
  func bounded() {
    var table = StyleTable(
      colours: ScreenColours(depth: .palette256, count: 256, isDirect: false), maximumPairs: 4)
    var defined: [Int32] = []
    func encode(_ colour: UInt8, _ attributes: Attributes = []) -> EncodedStyle {
      table.encode(Style(foreground: .palette(colour), attributes: attributes)) { pair, _, _ in
        defined.append(pair)
        return true
      }
    }
    #expect([1, 2, 1, 3, 2].map { encode($0).pair } == [1, 2, 1, 3, 2])
    #expect(encode(1, .bold).pair == 1 && encode(1, .bold).attributes != 0)
    #expect(defined == [1, 2, 3] && !table.isExhausted)
    #expect(encode(4).pair == 0 && table.isExhausted)
    #expect(encode(3).pair == 3)
    table.reset()
    #expect(encode(4).pair == 1 && !table.isExhausted)
    #expect(table.encode(.plain) { _, _, _ in false } == .plain)
  }
}

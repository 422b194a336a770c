import HedgeTestSupport
import TerminalCells
import Testing

@Suite("Screen emulator")
struct ScreenEmulatorTests {
  private static let start = "\u{1B}[2J\u{1B}[1;1Habcdef\u{1B}[2;1Hghijkl\u{1B}[3;1Hmnopqr"

  private func screen(after written: String, on start: String = ScreenEmulatorTests.start) -> ScreenEmulator {
    var emulator = ScreenEmulator(size: Size(columns: 6, rows: 3))
    emulator.feed((start + written).utf8)
    return emulator
  }

  @Test(
    "a sequence does to the screen what it does in xterm",
    arguments: [
      ("\u{1B}[2;3HX", ["abcdef", "ghXjkl", "mnopqr"]), ("\u{1B}[2;3H\u{1B}[2@", ["abcdef", "gh  ij", "mnopqr"]),
      ("\u{1B}[2;3H\u{1B}[2P", ["abcdef", "ghkl", "mnopqr"]), ("\u{1B}[2;3H\u{1B}[2X", ["abcdef", "gh  kl", "mnopqr"]),
      ("\u{1B}[2;3H\u{1B}[K", ["abcdef", "gh", "mnopqr"]), ("\u{1B}[2;3H\u{1B}[1K", ["abcdef", "   jkl", "mnopqr"]),
      ("\u{1B}[2;3H\u{1B}[J", ["abcdef", "gh", ""]), ("\u{1B}[2;3H\u{1B}[1J", ["", "   jkl", "mnopqr"]),
      ("\u{1B}[2;1H\u{1B}[L", ["abcdef", "", "ghijkl"]), ("\u{1B}[2;1H\u{1B}[M", ["abcdef", "mnopqr", ""]),
      ("\u{1B}[S", ["ghijkl", "mnopqr", ""]), ("\u{1B}[T", ["", "abcdef", "ghijkl"]),
      ("\u{1B}[3;1H\n", ["ghijkl", "mnopqr", ""]), ("\u{1B}[1;1H\u{1B}M", ["", "abcdef", "ghijkl"]),
      ("\u{1B}[1;2r\u{1B}[2;1H\n", ["ghijkl", "", "mnopqr"]),
      ("\u{1B}[1;1H-\u{1B}[3b", ["----ef", "ghijkl", "mnopqr"]),
      ("\u{1B}[4h\u{1B}[1;2H-\u{1B}[4l", ["a-bcde", "ghijkl", "mnopqr"]),
      ("\u{1B}[2;5H\u{1B}[2A\u{1B}[3D*", ["a*cdef", "ghijkl", "mnopqr"]),
      ("\u{1B}[1;1H\u{1B}[2d\u{1B}[4G*", ["abcdef", "ghi*kl", "mnopqr"]),
      ("\u{1B}[1;6HXY", ["abcdeX", "Yhijkl", "mnopqr"]), ("\u{1B}[?7l\u{1B}[1;6HXY", ["abcdeY", "ghijkl", "mnopqr"]),
      ("\u{1B}[1;1H世", ["世cdef", "ghijkl", "mnopqr"]), ("\u{1B}[1;1H世\u{1B}[1;2Hx", [" xcdef", "ghijkl", "mnopqr"]),
      ("\u{1B}[1;1H\u{1B}(0qx\u{1B}(B", ["─│cdef", "ghijkl", "mnopqr"]),
      ("\u{1B}7\u{1B}[1;1H*\u{1B}8\u{1B}[D*", ["*bcdef", "ghijkl", "mnop*r"]),
    ])
  func sequences(written: String, expected: [String]) {
    let screen = screen(after: written)
    #expect(screen.text == expected)
    #expect(screen.unknownSequences == [])
  }

  @Test("the cursor waits after the last column; only the next letter wraps")
  func pendingWrap() {
    #expect(screen(after: "\u{1B}[1;6HX\r*").text == ["*bcdeX", "ghijkl", "mnopqr"])
    #expect(screen(after: "abcdef\u{1B}[1;1H", on: "").cursor == .zero)
  }

  @Test("the alternate screen leaves the main one as it was")
  func alternate() {
    let entered = screen(after: "\u{1B}[?1049hnew")
    #expect(entered.isAlternate && entered.shows("new") && !entered.shows("abc"))
    let left = screen(after: "\u{1B}[?1049hnew\u{1B}[?1049l")
    #expect(!left.isAlternate && left.text == ["abcdef", "ghijkl", "mnopqr"])
  }

  @Test("colours and attributes are read in every notation")
  func styles() {
    func style(_ written: String) -> Style { screen(after: "\u{1B}[1;1H\(written)*")[.zero].style }
    #expect(style("\u{1B}[1;31;44m") == Style(foreground: .red, background: .blue, attributes: .bold))
    #expect(style("\u{1B}[38;5;200;48;2;1;2;3m") == Style(foreground: .palette(200), background: .rgb(1, 2, 3)))
    #expect(style("\u{1B}[38:2::1:2:3m") == Style(foreground: .rgb(1, 2, 3)))
    #expect(style("\u{1B}[97;101m") == Style(foreground: .palette(15), background: .palette(9)))
    #expect(style("\u{1B}[1;4;7m\u{1B}[22;27m") == Style(attributes: .underline))
    #expect(style("\u{1B}[1;31m\u{1B}[m") == .plain)
  }

  @Test("titles, clipboard and bell are kept; unknown sequences are told")
  func others() {
    let screen = screen(after: "\u{1B}]2;net β\u{7}\u{1B}]52;c;YQ==\u{1B}\\\u{7}\u{1B}[5y")
    #expect(screen.title == "net β" && screen.clipboard == ["YQ=="] && screen.bells == 1)
    #expect(screen.unknownSequences == ["CSI 5y"])
  }
}

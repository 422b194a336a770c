import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

/// Whole screens as recorded: the sizes designed for, in every depth of colour, and in ASCII.
@Suite("Screens as recorded")
struct ScreenFrameTests {
  private func expect(_ driver: ScreenDriver, _ name: String, depth: ColourDepth = .palette256, ascii: Bool = false) {
    var driver = driver
    driver.screen = Screen(panels: .hedgeAndBook)
    let theme = BuiltinThemes.standard.adapted(to: depth)
    var grid = driver.grid(theme, glyphs: ascii ? .ascii : .unicode)
    for row in 0..<grid.size.rows {
      grid.restyle(Rect(column: 0, row: row, columns: grid.size.columns, rows: 1)) { $0 = $0.reduced(to: depth) }
    }
    expectFrame(grid, matches: name)
  }

  private static func size(_ text: String) -> Size {
    let parts = text.split(separator: "x").compactMap { Int($0) }
    return Size(columns: parts[0], rows: parts[1])
  }

  @Test(
    "A breach, in no colours, in 16 and in 256", arguments: ["200x60", "120x40", "80x24"],
    [ColourDepth.none, .ansi16, .palette256])
  func breach(size: String, depth: ColourDepth) {
    expect(ScreenDriver(ScreenSample().built, size: Self.size(size)), "breach-\(size)-\(depth)", depth: depth)
  }

  @Test("All well, stale, waiting and ASCII", arguments: ["120x40", "80x24", "60x18"])
  func conditions(size: String) {
    expect(ScreenDriver(SnapshotBuilder.calm.snapshot, size: Self.size(size)), "calm-\(size)")
    expect(ScreenDriver(SnapshotBuilder.stale.snapshot, size: Self.size(size)), "stale-\(size)")
    expect(ScreenDriver(SnapshotBuilder.unknown.snapshot, size: Self.size(size)), "unknown-\(size)")
    expect(ScreenDriver(nil, size: Self.size(size)), "waiting-\(size)")
    expect(ScreenDriver(ScreenSample().built, size: Self.size(size)), "ascii-\(size)", depth: .none, ascii: true)
  }

  @Test("A book of several kinds, page by page", arguments: ["200x60", "120x40", "80x24", "60x18"])
  func book(size: String) {
    var driver = ScreenDriver(BookSample().snapshot, size: Self.size(size))
    driver.press("p")
    expect(driver, "page-book-\(size)")
    expect(driver, "page-book-ascii-\(size)", depth: .none, ascii: true)
    for name in ["basket", "pair", "carry", "leveraged"] {
      driver.press("t")
      driver.state.page = .hedge
      expect(driver, "\(name)-\(size)")
    }
  }

  @Test("Too small")
  func small() {
    expect(ScreenDriver(ScreenSample().built, size: Size(columns: 20, rows: 5)), "small-20x5")
    expect(ScreenDriver(ScreenSample().built, size: .zero), "small-0x0")
  }

  @Test(
    "Dialogs and texts on top",
    arguments: [
      ("ratio", ["h", "0", ".", "6", "5"]), ("ratio-question", ["h", "0", ".", "6", "5", "Enter"]),
      ("ratio-fault", ["h", "7"]), ("ratio-computing", ["h", "f"]), ("fill", ["x"]), ("fill-question", ["x", "Enter"]),
      ("undo", ["u"]), ("help", ["?"]), ("log", ["l"]), ("details-holding", ["Enter"]),
      ("details-leg", ["Tab", "Tab", "Enter"]), ("filter", ["/", "e", "t"]), ("expanded", ["Tab", "e"]),
      ("frozen", ["f"]), ("hidden", ["Ctrl-Space"]),
    ], ["120x40", "80x24"])
  func overlays(state: (String, [String]), size: String) {
    var sample = ScreenSample().trying(ScreenSample.ratio)
    sample.undoable = ["Main": ScreenSample.decision(sample.snapshot.now)]
    var driver = ScreenDriver(sample.built, size: Self.size(size))
    for key in state.1 { driver.press(key) }
    expect(driver, "\(state.0)-\(size)", depth: .none)
  }
}

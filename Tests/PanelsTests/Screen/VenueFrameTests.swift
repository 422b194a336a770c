import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("Screens of exchanges")
struct VenueFrameTests {
  private static func sample(_ name: String) -> HedgeSnapshot {
    var builder = VenueSample.compared(name == "differs" ? VenueSample.differing : VenueSample.agreeing)
    builder.feeds = name == "differs" ? VenueSample.stale : VenueSample.live
    return name == "unread" ? VenueSample.unread : builder.snapshot
  }

  private func grid(_ name: String, _ size: Size, depth: ColourDepth, ascii: Bool = false) -> Grid {
    let driver = ScreenDriver(Self.sample(name), size: size)
    var grid = driver.grid(BuiltinThemes.standard.adapted(to: depth), glyphs: ascii ? .ascii : .unicode)
    for row in 0..<grid.size.rows {
      grid.restyle(Rect(column: 0, row: row, columns: grid.size.columns, rows: 1)) { $0 = $0.reduced(to: depth) }
    }
    return grid
  }

  private static let sizes = [
    "200x60": Size(columns: 200, rows: 60), "120x40": Size(columns: 120, rows: 40),
    "80x24": Size(columns: 80, rows: 24),
  ]

  @Test(
    "Agreeing, differing and unread accounts look as recorded, in no colours and in 256",
    arguments: ["agrees", "differs", "unread"], ["200x60", "120x40", "80x24"])
  func screens(name: String, size: String) {
    for depth in [ColourDepth.none, .palette256] {
      expectFrame(grid(name, Self.sizes[size] ?? .zero, depth: depth), matches: "venues-\(name)-\(size)-\(depth)")
    }
  }

  @Test("The same in ASCII", arguments: ["agrees", "differs", "unread"])
  func ascii(name: String) {
    let grid = grid(name, Size(columns: 120, rows: 40), depth: .none, ascii: true)
    #expect(grid.text.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    expectFrame(grid, matches: "venues-\(name)-ascii-120x40")
  }

  @Test("The details of an account have every figure of ours beside the venue's")
  func details() {
    var driver = ScreenDriver(Self.sample("differs"), size: Size(columns: 120, rows: 40))
    for key in ["Tab", "Tab", "Tab", "d"] { driver.press(key) }
    let text = driver.text
    for words in ["Liquidation price of BTC-PERP", "the venue's", "85,120.4", "+2.7 %", "the margin table"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("No size makes a screen of exchanges fail, down to a single cell", arguments: ["agrees", "differs", "unread"])
  func sizes(name: String) {
    for columns in [1, 2, 20, 38, 39, 60, 79, 140] {
      for rows in [1, 2, 5, 10, 18, 23, 50] {
        let size = Size(columns: columns, rows: rows)
        #expect(grid(name, size, depth: .none).size == size)
      }
    }
  }
}

import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("Frames of the page of profit")
struct ProfitFrameTests {
  private func driver(_ name: String, _ size: String) -> ScreenDriver {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    var driver = ScreenDriver(ProfitSample.named(name).snapshot, size: Size(columns: parts[0], rows: parts[1]))
    driver.screen = Screen(panels: .profit)
    driver.state.page = .profit
    return driver
  }

  private func expect(_ driver: ScreenDriver, _ name: String, depth: ColourDepth = .palette256, ascii: Bool = false) {
    var grid = driver.grid(BuiltinThemes.standard.adapted(to: depth), glyphs: ascii ? .ascii : .unicode)
    for row in 0..<grid.size.rows {
      grid.restyle(Rect(column: 0, row: row, columns: grid.size.columns, rows: 1)) { $0 = $0.reduced(to: depth) }
    }
    expectFrame(grid, matches: name)
  }

  @Test("The page looks as recorded, in 256 colours and in none", arguments: ["200x60", "120x40", "80x24", "60x18"])
  func page(size: String) {
    expect(driver("calm", size), "calm-\(size)")
    expect(driver("dear", size), "dear-\(size)-none", depth: .none)
    expect(driver("dear", size), "ascii-\(size)", depth: .none, ascii: true)
  }

  @Test("Stale, before the first price and while it is computed", arguments: ["120x40", "80x24"])
  func conditions(size: String) {
    for name in ["stale", "unknown", "new", "young"] { expect(driver(name, size), "\(name)-\(size)") }
  }

  @Test("Each panel alone over the whole screen, and the details of a row", arguments: ["120x40", "80x24"])
  func expanded(size: String) {
    var driver = driver("calm", size)
    for name in ["attribution", "price", "carry"] {
      driver.press("Tab", "e")
      expect(driver, "expanded-\(name)-\(size)")
      driver.press("e")
    }
    driver.press("Down", "Enter")
    expect(driver, "details-\(size)")
  }
}

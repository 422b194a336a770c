import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("Rows and the mouse")
struct ScreenSelectionTests {
  @Test("The selection stays within the rows and is always in sight", arguments: [60, 80, 120, 200])
  func inSight(columns: Int) throws {
    var driver = ScreenDriver(
      SnapshotBuilder.large.snapshot, size: Size(columns: columns, rows: columns == 60 ? 18 : columns * 3 / 10))
    for key in ["j", "PgDn", "Ctrl-D", "G", "k", "PgUp", "Ctrl-U", "g", "Up", "PgDn"] {
      driver.press(key)
      let row = driver.state[.spot].selectedRow
      #expect((0..<1000).contains(row), "\(key)")
      let area = try #require(driver.screen.pane(of: .spot, driver.state, driver.snapshot))
      let shown = (area.rowRange).contains {
        driver.grid().text(row: $0, columns: area.columnRange).contains("C\(row) ")
      }
      #expect(shown, "\(key) selects \(row)")
    }
    driver.press("G")
    #expect(driver.state[.spot].selectedRow == 999)
    driver.press("g")
    #expect(driver.state[.spot].selectedRow == 0)
  }

  @Test("A click focuses and selects; a click on the selected row, as Enter, opens its details")
  func clicks() throws {
    var driver = ScreenDriver(SnapshotBuilder.calm.snapshot)
    let eth = try #require(driver.place(of: "ETH-PERP"))
    driver.click(eth.column, eth.row)
    #expect(driver.state.focus == .legs)
    #expect(driver.state[.legs].selectedRow == 1)
    #expect(driver.state.overlays.isEmpty)
    driver.click(eth.column, eth.row)
    #expect(driver.text.contains("▶simulated:ETH-PERP in main"))
    driver.press("Esc", "Enter")
    #expect(driver.text.contains("Liquidation price"))
  }

  @Test("A click maps to the right row after scrolling")
  func clickScrolled() throws {
    var driver = ScreenDriver(SnapshotBuilder.large.snapshot)
    driver.press("PgDn", "PgDn", "j", "PgDn", "k", "k")
    let lines = driver.grid().text
    for row in (0...999).reversed() {
      guard let line = lines.firstIndex(where: { $0.contains("│C\(row) ") }) else { continue }
      driver.click(2, line)
      #expect(driver.state[.spot].selectedRow == row)
      return
    }
    Issue.record("no row in sight")
  }

  @Test("The wheel moves the panel under it; footer words act; a click on nothing does nothing")
  func wheelAndFooter() throws {
    var driver = ScreenDriver(SnapshotBuilder.calm.snapshot)
    let legs = try #require(driver.place(of: "BTC-PERP  "))
    _ = driver.screen.reduce(&driver.state, .mouse(MouseEvent(.scrollDown, at: legs)), snapshot: driver.snapshot)
    #expect(driver.state[.legs].selectedRow == 2)
    #expect(driver.state.focus == .spot)
    let help = try #require(driver.place(of: "? Help"))
    driver.click(help.column, help.row)
    #expect(driver.state.overlays == [.help(scroll: 0)])
    _ = driver.screen.reduce(&driver.state, .mouse(MouseEvent(.scrollDown, at: legs)), snapshot: driver.snapshot)
    #expect(driver.state.overlays == [.help(scroll: 3)])
    let back = try #require(driver.place(of: "Esc Back"))
    driver.click(back.column + 4, back.row)
    #expect(driver.state.overlays.isEmpty)
    #expect(driver.click(0, 0) == [])
    #expect(driver.click(-5, 9999) == [])
  }

  @Test("A tab is turned to by a click")
  func clickTab() throws {
    var driver = ScreenDriver(SnapshotBuilder.calm.snapshot, size: Size(columns: 60, rows: 18))
    let tab = try #require(driver.place(of: "5 Fund"))
    driver.click(tab.column, tab.row)
    #expect(driver.state.focus == .funding)
  }
}

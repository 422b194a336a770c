import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("Accounts that have not been read, on the screen")
struct UnreadPanelTests {
  private func text(_ panel: any Panel.Type, columns: Int = 118, rows: Int = 8) -> [String] {
    var grid = Grid(size: Size(columns: columns, rows: rows))
    panel.draw(VenueSample.unread, PanelContext(theme: .roles), in: grid.bounds, on: &grid)
    return grid.text
  }

  @Test("Positions are one row that says so, with dashes, and no number")
  func legs() throws {
    let lines = text(LegsPanel.self)
    let row = try #require(lines.first { $0.contains("positions of binance not read yet") })
    #expect(!row.contains { $0.isNumber } && row.contains("—"))
    #expect(!lines.joined().contains("SHORT"))
    #expect(lines.contains { $0.contains("the account binance has not been read yet") })
    #expect(LegsPanel.summary(VenueSample.unread, PanelContext(theme: .roles)).text == "—")
  }

  @Test("Coins are one row that says so, with dashes, and no number")
  func coins() throws {
    let row = try #require(text(SpotPanel.self).first { $0.contains("coins of binance") })
    #expect(!row.contains { $0.isNumber } && row.contains("—"))
  }

  @Test("The panel of margin says why it knows nothing, and shows no zero")
  func margin() {
    for rows in [4, 8, 14] {
      let shown = text(MarginPanel.self, rows: rows).joined(separator: "\n")
      #expect(shown.contains("the account binance has not been read yet"), "\(shown)")
      #expect(!shown.contains("$0") && !shown.contains("agrees"), "\(shown)")
    }
  }

  @Test("The status says the same in text")
  func status() {
    let status = StatusText(VenueSample.unread).text
    #expect(status.contains("positions of binance not read yet"))
    #expect(status.contains("— the account binance has not been read yet"))
    #expect(status.contains("UNKNOWN"))
  }
}

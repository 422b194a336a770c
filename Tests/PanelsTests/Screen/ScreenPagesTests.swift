import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

/// A panel of one word, to have more pages than there are panels.
private protocol WordPanel: Panel {}

extension WordPanel {
  static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    PanelSummary("word", role: .text)
  }
  static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int { 30 }
  static var sortColumns: [String] { ["One", "Two"] }
  static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    context.selectedRow.map { .row(panel: id, key: "row \($0)") }
  }
  static func details(of key: String, _ snapshot: HedgeSnapshot, _ context: PanelContext) -> [DetailLine] {
    [DetailLine("Key", key)]
  }
  static func draw(_ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid) {
    grid.write([Phrase("word of \(id.rawValue)")], in: area, context)
  }
}

private enum Stress: WordPanel { static let id = PanelID.stress }
private enum Regime: WordPanel { static let id = PanelID.regime }
private enum Ticket: WordPanel { static let id = PanelID.ticket }

@Suite("Pages")
struct ScreenPagesTests {
  private func driver(_ size: Size = Size(columns: 120, rows: 40)) -> ScreenDriver {
    var driver = ScreenDriver(SnapshotBuilder.calm.snapshot, size: size)
    driver.screen = Screen(
      panels: PanelRegistry([
        SpotPanel.self, LegsPanel.self, BetaPanel.self, MarginPanel.self, FundingPanel.self, Stress.self, Regime.self,
        Ticket.self,
      ]))
    return driver
  }

  @Test("A page exists when one of its panels does, with those panels only, in their order")
  func existing() {
    let screen = driver().screen
    #expect(screen.pages.map(\.id) == [.hedge, .risk, .trade])
    #expect(screen.pages.map(\.panels) == [Page.hedge.panels, [.regime, .stress], [.ticket]])
  }

  @Test("Every panel has one page, and no page more panels than there are number keys")
  func complete() {
    #expect(
      Page.all.flatMap(\.panels).sorted { $0.rawValue < $1.rawValue }
        == PanelID.allCases.sorted { $0.rawValue < $1.rawValue })
    #expect(Page.all.map(\.id) == PageID.allCases)
    #expect(Page.all.allSatisfy { $0.panels.count <= 9 })
    #expect(Set(PageID.allCases.map(\.letters)).count == PageID.allCases.count)
  }

  @Test("Every layout of a page shows all of its panels, once")
  func layouts() {
    for page in Page.all {
      for layout in page.layouts {
        let shown = layout.rows.flatMap(\.panes).compactMap { if case .panel(let id) = $0.content { id } else { nil } }
        #expect(shown.count == page.panels.count && Set(shown) == Set(page.panels), "\(page.id) \(layout.minimum)")
      }
    }
  }

  @Test("Keys turn the pages round; each remembers its focus, and whether a panel was shown alone")
  func turning() {
    var driver = driver()
    driver.press("Tab", "p", "Tab", "e")
    #expect(driver.state.page == .risk)
    #expect(driver.state.focus == .stress)
    #expect(driver.text.contains("word of stress") && !driver.text.contains("word of regime"))
    driver.press("p", "p")
    #expect(driver.state.page == .hedge)
    #expect(driver.state.focus == .legs && !driver.state.isExpanded)
    driver.press("P")
    #expect(driver.state.page == .trade)
    driver.press(":", "page ris", "Enter")
    #expect(driver.state.page == .risk && driver.state.focus == .stress && driver.state.isExpanded)
    driver.press(":", "page nowhere", "Enter")
    #expect(driver.state.message?.isRefusal == true)
  }

  @Test("Numbers count the panels of the page; a number without one is refused; a panel's name calls it from anywhere")
  func numbers() {
    var driver = driver()
    driver.press("p", "1")
    #expect(driver.state.hiddenPanels == [.regime])
    #expect(driver.state.focus == .stress)
    driver.press("3")
    #expect(driver.state.message?.text == "page Risk has no panel 3")
    driver.press(":", "ticket", "Enter")
    #expect(driver.state.page == .trade)
    driver.press(":", "regime", "Enter")
    #expect(driver.state.page == .risk && driver.state.focus == .regime && driver.state.hiddenPanels.isEmpty)
    #expect(driver.press("2", "q") == [.quit])
  }

  @Test(
    "The footer names the pages and marks the one shown; a click turns to one; the hints stay where they are",
    arguments: [(200, 60, "Risk"), (120, 40, "Risk"), (80, 24, "Risk"), (60, 18, "Risk"), (40, 10, "R")])
  func footer(columns: Int, rows: Int, name: String) throws {
    var driver = driver(Size(columns: columns, rows: rows))
    let area = Rect(column: 0, row: rows - 1, columns: columns, rows: 1)
    let items = PageBar.items(driver.state, driver.screen.pages, in: area)
    #expect(items.map(\.page) == [.hedge, .risk, .trade])
    #expect(items.allSatisfy { $0.columns.upperBound <= columns })
    #expect(items[1].text == name)
    let before = driver.grid().text(row: rows - 1, columns: 0..<items[0].columns.lowerBound)
    #expect(driver.grid().text[rows - 1].contains("▶Hedge"))
    driver.click(items[1].columns.lowerBound + 1, rows - 1)
    #expect(driver.state.page == .risk)
    #expect(driver.grid().text[rows - 1].contains("▶Risk"))
    #expect(driver.grid().text(row: rows - 1, columns: 0..<items[0].columns.lowerBound) == before)
  }

  @Test("Filter, sort, rows, details and the frozen display work on every page")
  func everywhere() {
    var driver = driver()
    driver.press("p", "Tab", "j", "j", "s", "/", "x", "Enter")
    #expect(driver.state[.stress].selectedRow == 0 && driver.state[.stress].filter == "x")
    #expect(driver.text.contains("/x by One"))
    driver.press("G", "Enter")
    #expect(driver.text.contains("▶row 29"))
    driver.press("Esc", "f")
    #expect(driver.text.contains("FROZEN"))
    #expect(driver.state[.spot].filter == "")
  }

  @Test("Only what is on the display needs figures")
  func visible() {
    var driver = driver()
    #expect(driver.screen.visiblePanels(driver.state) == Set(Page.hedge.panels))
    driver.press("1")
    #expect(driver.screen.visiblePanels(driver.state) == [.legs, .beta, .margin, .funding])
    driver.press("p")
    #expect(driver.screen.visiblePanels(driver.state) == [.regime, .stress])
    driver.press("e")
    #expect(driver.screen.visiblePanels(driver.state) == [.regime])
    driver.state.size = Size(columns: 60, rows: 18)
    #expect(driver.screen.visiblePanels(driver.state) == [.regime, .stress])
    driver.state.size = .zero
    #expect(driver.screen.visiblePanels(driver.state) == [])
  }

  @Test("With one page there is nothing to turn, and the footer says nothing of pages")
  func single() {
    var driver = driver()
    driver.screen = Screen(panels: PanelRegistry([SpotPanel.self, LegsPanel.self]))
    let footer = driver.grid().text[39]
    #expect(!footer.contains("Hedge"))
    driver.press("p")
    #expect(driver.state.message?.text == "there is one page only")
  }
}

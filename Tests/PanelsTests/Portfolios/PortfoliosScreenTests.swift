import Alerting
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("Several portfolios on one screen")
struct PortfoliosScreenTests {
  private let mixed = PortfolioSamples.mixed

  @Test("Tab turns to the next portfolio and Shift-Tab to the one before, round the end")
  func turning() {
    var driver = mixed.driver()
    #expect(driver.press("Tab") == [.showPortfolio(1)])
    #expect(driver.press("Shift-Tab") == [.showPortfolio(3)])
    driver = mixed.driver(shown: 3)
    #expect(driver.press("Tab") == [.showPortfolio(0)])
  }

  @Test("w and W turn to the next panel and the one before, with one portfolio or several")
  func focus() {
    for several in [true, false] {
      var driver = several ? mixed.driver() : ScreenDriver(mixed.snapshots[0])
      driver.press("w")
      #expect(driver.state.focus == .legs)
      driver.press("W")
      #expect(driver.state.focus == .spot)
    }
  }

  @Test("With one portfolio Tab is the next panel, and there is no overview, in keys or in help")
  func alone() {
    var driver = ScreenDriver(mixed.snapshots[0])
    #expect(driver.press("Tab") == [] && driver.state.focus == .legs)
    driver.press("o")
    #expect(driver.state.overlays == [])
    driver.press(":", "portfolio alts", "Enter")
    #expect(driver.state.message == .refused("there is one portfolio only"))
    #expect(!HelpView(keys: .standard).lines.map(\.text).joined().contains("portfolio"))
    #expect(HelpView(keys: .several).lines.map(\.text).joined().contains("next portfolio"))
  }

  @Test("The header says which portfolio is shown and of how many; alone it says the name only")
  func header() {
    let driver = mixed.driver(shown: 2)
    #expect(driver.grid().text[0].contains("Income 3/4 Tab"))
    #expect(!ScreenDriver(mixed.snapshots[0]).grid().text[0].contains("1/"))
  }

  @Test(
    "Portfolios elsewhere that call for a look are marked in the header at every size",
    arguments: [200, 120, 80, 60, 40])
  func elsewhere(columns: Int) {
    let driver = mixed.driver(size: Size(columns: columns, rows: 24))
    let header = driver.grid().text[0]
    #expect(header.contains("Alts CRITICAL"), "\(header)")
    let calm = PortfolioSamples.calm.driver(size: Size(columns: columns, rows: 24)).grid().text[0]
    #expect(!calm.contains("⚠"), "\(calm)")
  }

  @Test("Those shown by name end with how many more there are")
  func more() {
    let header = mixed.driver(size: Size(columns: 80, rows: 24)).grid().text[0]
    #expect(header.contains("Alts CRITICAL") && header.contains("+2"), "\(header)")
    let wide = mixed.driver(size: Size(columns: 200, rows: 60)).grid().text[0]
    #expect(wide.contains("Income STALE") && wide.contains("Treasury no figures"), "\(wide)")
  }

  @Test("The banner tells an alert elsewhere with whose it is, unless one here is as bad")
  func banner() {
    let calm = mixed.driver()
    let line = calm.grid().text[1]
    #expect(line.contains("CRITICAL  Alts: Main: drift +0.0988") && line.contains("o goes there"), "\(line)")
    let own = mixed.driver(shown: 1).grid().text[1]
    #expect(own.contains("CRITICAL  Main: drift") && own.contains("a acknowledges"), "\(own)")
    #expect(PortfolioSamples.calm.driver().grid().text[1].contains("no alerts"))
  }

  @Test("An alert here that is less bad is not forgotten: its number stands beside the one elsewhere")
  func lesser() {
    var warned = SnapshotBuilder.calm
    warned.alerts = [Alert(id: "m", severity: .warning, message: "main: margin", raisedAt: warned.now)]
    let line = PortfolioSamples([("Core", warned), ("Alts", .breach)]).driver().grid().text[1]
    #expect(line.contains("Alts: Main") && line.contains("1 here"), "\(line)")
  }

  @Test("The overview has a row for each; Enter shows the selected one, Esc and o go back")
  func overview() {
    var driver = mixed.driver(size: Size(columns: 200, rows: 60))
    driver.press("o")
    #expect(driver.state.overlays == [.portfolios(selected: 0)])
    for name in ["Core", "Alts", "Income", "Treasury"] { #expect(driver.text.contains(name)) }
    #expect(driver.press("j", "Enter") == [.showPortfolio(1)] && driver.state.overlays == [])
    driver.press("o", "G")
    #expect(driver.state.overlays == [.portfolios(selected: 3)])
    driver.press("Tab")
    #expect(driver.state.overlays == [.portfolios(selected: 0)])
    #expect(driver.press("Enter") == [] && driver.state.overlays == [], "the one shown is there already")
    driver.press("o", "o")
    #expect(driver.state.overlays == [])
    driver.press("o", "?", "Esc", "Esc")
    #expect(driver.state.overlays == [])
  }

  @Test("A portfolio is called by its name or the beginning of it; a click on the header opens the overview")
  func called() {
    var driver = mixed.driver()
    #expect(driver.press(":", "portfolio inc", "Enter") == [.showPortfolio(2)])
    driver.press(":", "portfolio none", "Enter")
    #expect(
      driver.state.message == .refused("no portfolio \"none\": there are Core, Alts, Income, Treasury"))
    driver.press(":", "portfolios", "Enter")
    #expect(driver.state.overlays == [.portfolios(selected: 0)])
    driver.press("Esc")
    driver.click(3, 0)
    #expect(driver.state.overlays == [.portfolios(selected: 0)])
  }

  @Test("What is set for the whole screen goes along to another portfolio; page, focus and filter stay")
  func settings() {
    var first = ScreenState(size: Size(columns: 80, rows: 24))
    first.refreshInterval = 500
    first.hidesBalances = true
    first.themeName = "light"
    first.page = .book
    var second = ScreenState(size: .zero)
    second.page = .hedge
    second.focus = .margin
    second.adoptSettings(of: first)
    #expect(second.refreshInterval == 500 && second.hidesBalances && second.themeName == "light")
    #expect(second.size == first.size && second.page == .hedge && second.focus == .margin)
  }

  @Test("Hidden balances hide the amounts of every portfolio; ratios stay")
  func hidden() {
    var driver = mixed.driver(size: Size(columns: 200, rows: 60))
    driver.press("Ctrl-Space", "o")
    let text = driver.text
    #expect(text.contains("•••") && !text.contains("562,") && text.contains("BREACH"))
  }

  @Test("No size makes it fail, and nothing is drawn beyond the screen")
  func sizes() {
    for columns in [1, 20, 39, 40, 60, 79, 100, 160] {
      for rows in [1, 5, 10, 11, 14, 18, 24, 50] {
        var driver = mixed.driver(size: Size(columns: columns, rows: rows))
        driver.press("o")
        #expect(driver.grid().size == Size(columns: columns, rows: rows))
      }
    }
  }

  @Test("Names from outside cannot reach the terminal")
  func hostile() {
    var builder = SnapshotBuilder.breach
    builder.name = "A\u{1B}[31m\u{7}\u{202E}\r\n日本"
    var driver = PortfolioSamples([("Core", .calm), (builder.name, builder)]).driver()
    driver.press("o")
    let scalars = driver.text.unicodeScalars
    #expect(!scalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
  }
}

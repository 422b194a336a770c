import HedgeModel
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("Keys on the screen")
struct ScreenReduceTests {
  private func driver(_ sample: ScreenSample = ScreenSample()) -> ScreenDriver { ScreenDriver(sample.built) }

  @Test(
    "Keys that ask something of the program",
    arguments: [
      (["q"], [ScreenCommand.quit]), (["Ctrl-C"], [.quit]), (["Ctrl-Z"], [.suspend]), (["Ctrl-L"], [.redraw]),
      (["F5"], [.forceRefresh]), (["Ctrl-R"], [.reloadConfiguration]), (["+"], [.setInterval(milliseconds: 1100)]),
      (["-", "-"], [.setInterval(milliseconds: 900), .setInterval(milliseconds: 800)]),
      (["T"], [.setTheme("light")]), (["v"], [.markReviewed(strategy: "Main")]),
      (["r"], [.markReviewed(strategy: "Main")]),
      (["a"], [.acknowledgeAlerts(["drift/Main"])]), (["l", "a"], [.acknowledgeAlerts(["drift/Main"])]),
      (["z"], [.snoozeAlerts(["drift/Main"], for: .hours(1))]),
      (["l", "z"], [.snoozeAlerts(["drift/Main"], for: .hours(1))]),
      ([":", "snooze 30m", "Enter"], [.snoozeAlerts(["drift/Main"], for: .seconds(1800))]),
      ([":", "snooze never", "Enter"], []),
      (["Esc"], []), (["?", "q"], [.quit]), (["?", "Esc"], []), (["l", "l"], []), (["?", "?"], []),
      ([":", "quit", "Enter"], [.quit]), ([":", "interval 250", "Enter"], [.setInterval(milliseconds: 250)]),
      ([":", "theme mono", "Enter"], [.setTheme("mono")]), ([":", "theme zz", "Enter"], []),
      ([":", "q", "Esc"], []), (["/", "q", "Enter"], []), (["Z"], []), ([":", "Enter"], []),
      ([":", "refresh", "Enter"], [.forceRefresh]), ([":", "Backspace", "q"], [.quit]),
    ])
  func commands(keys: [String], wanted: [ScreenCommand]) {
    var driver = driver()
    for key in keys { driver.press(key) }
    #expect(driver.commands == wanted)
  }

  @Test("Signals and the end of the terminal reach the owner; a paste is never taken for keys")
  func otherInputs() {
    var driver = driver()
    func reduce(_ input: InputEvent) -> [ScreenCommand] {
      driver.screen.reduce(&driver.state, input, snapshot: driver.snapshot)
    }
    #expect(reduce(.hangUp) == [.quit])
    #expect(reduce(.terminate(signal: 15)) == [.quit])
    #expect(reduce(.suspend) == [.suspend])
    #expect(reduce(.resumed) == [.redraw])
    #expect(reduce(.paste("qq\nh")) == [])
    #expect(driver.state.overlays.isEmpty)
  }

  @Test("The interval stays within its bounds")
  func intervals() {
    var driver = driver()
    for _ in 0..<20 { driver.press("-") }
    #expect(driver.state.refreshInterval == 100)
    #expect(driver.press("-") == [])
    #expect(driver.state.message?.isRefusal == true)
    #expect(driver.press(":", "interval 999999", "Enter") == [.setInterval(milliseconds: 60_000)])
  }

  @Test("Tab goes round the panels shown, numbers hide and show them, the last one stays")
  func panels() {
    var driver = driver()
    driver.press("Tab")
    #expect(driver.state.focus == .legs)
    driver.press("Shift-Tab", "Shift-Tab")
    #expect(driver.state.focus == .funding)
    driver.press("2", "3")
    #expect(driver.state.hiddenPanels == [.legs, .beta])
    driver.press("Tab", "Tab")
    #expect(driver.state.focus == .margin)
    driver.press("4")
    #expect(driver.state.focus == .funding)
    driver.press("1", "5")
    #expect(driver.state.hiddenPanels == [.spot, .legs, .beta, .margin])
    #expect(driver.state.message?.isRefusal == true)
    driver.press("3")
    #expect(driver.state.focus == .beta)
  }

  @Test("On tabs a number turns to its panel")
  func tabs() {
    var driver = ScreenDriver(ScreenSample().built, size: Size(columns: 60, rows: 18))
    driver.press("4")
    #expect(driver.state.focus == .margin)
    #expect(driver.state.hiddenPanels.isEmpty)
    #expect(driver.text.contains("▶4 Margin"))
  }

  @Test("Esc goes back a step at a time: filter, single panel, frozen display, and then nothing")
  func escape() {
    var driver = driver()
    driver.press("f", "e", "/", "b", "t", "c", "Enter")
    #expect(driver.state[.spot].filter == "btc")
    driver.press("Esc")
    #expect(driver.state[.spot].filter == "")
    #expect(driver.state.isExpanded)
    driver.press("Esc")
    #expect(!driver.state.isExpanded)
    #expect(driver.state.frozen != nil)
    driver.press("Esc")
    #expect(driver.state.frozen == nil)
    #expect(driver.press("Esc", "Esc", "Esc") == [])
  }

  @Test("A filter shows while it is typed, and comes back as it was when cancelled")
  func filter() {
    var driver = driver()
    driver.press("/", "e", "t")
    #expect(!driver.text.contains("DOGE "))
    driver.press("Esc")
    #expect(driver.state[.spot].filter == "")
    driver.press("/", "!", "b", "t", "c", "Enter", "/", "Ctrl-U", "x", "Esc")
    #expect(driver.state[.spot].filter == "!btc")
    #expect(driver.text.contains("/!btc"))
  }

  @Test("Sorting goes through the columns and back to the configured order; reverse turns it round")
  func sort() {
    var driver = driver()
    let count = SpotPanel.sortColumns.count
    driver.press("s")
    #expect(driver.state[.spot].sortColumn == 0)
    driver.press("R")
    #expect(!driver.state[.spot].sortDescending)
    for _ in 1..<count { driver.press("s") }
    #expect(driver.state[.spot].sortColumn == count - 1)
    driver.press("s")
    #expect(driver.state[.spot].sortColumn == nil)
    driver.press(":", "sort val", "Enter")
    #expect(driver.state[.spot].sortColumn == SpotPanel.sortColumns.firstIndex(of: "Value"))
    driver.press("3", "3", "s")
    #expect(driver.state.message?.isRefusal == true)
  }

  @Test("Strategies and themes go round")
  func cycles() {
    var sample = ScreenSample()
    sample.secondStrategy = true
    var driver = ScreenDriver(sample.built)
    driver.press("t")
    #expect(driver.text.contains("Second spot hedge 2/2"))
    #expect(driver.press("v") == [.markReviewed(strategy: "Second")])
    driver.press("t")
    #expect(driver.state.strategy == 0)
    let asked = BuiltinThemes.names.map { _ in driver.press("T") }.flatMap { $0 }
    #expect(asked == (BuiltinThemes.names.dropFirst() + ["default"]).map { .setTheme($0) })
    driver.press(":", "strategy sec", "Enter")
    #expect(driver.state.strategy == 1)
  }

  @Test("What is copied names every figure of the selected row")
  func copy() throws {
    var driver = driver()
    guard case .copy(let text)? = driver.press("j", "y").first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.hasPrefix("ETH\n"))
    #expect(text.contains("Price: 3,512.40 (0 s, simulated)"))
  }
}

import Alerting
import FoundationEssentials
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("What the screen says")
struct ScreenRenderTests {
  private static let sizes = [
    Size(columns: 200, rows: 60), Size(columns: 120, rows: 40), Size(columns: 80, rows: 24),
    Size(columns: 60, rows: 18),
  ]

  @Test("A simulated market says so at every size, in brackets and in its own look", arguments: sizes)
  func simulated(size: Size) throws {
    let driver = ScreenDriver(SnapshotBuilder.breach.snapshot, size: size)
    let place = try #require(driver.place(of: "[SIMULATED]"))
    #expect(place.row == 0)
    let style = driver.grid()[place].style
    #expect(style == BuiltinThemes.standard.style(.notLive))
  }

  @Test("The worst alert nobody has acknowledged stands across the screen with its word", arguments: sizes)
  func alert(size: Size) {
    var sample = ScreenSample()
    let now = sample.snapshot.now
    sample.alerts = [
      Alert(id: "feed", severity: .warning, message: "feed is stale", raisedAt: now),
      Alert(id: "drift", severity: .critical, message: "drift is beyond", raisedAt: now),
      Alert(id: "old", severity: .critical, message: "over", raisedAt: now, clearedAt: now),
    ]
    let driver = ScreenDriver(sample.built, size: size)
    let row = driver.grid().text[1]
    #expect(row.contains("⚠ CRITICAL  drift is beyond"))
    if size.columns >= 80 { #expect(row.contains("+1 more, a acknowledges")) }
    let style = BuiltinThemes.standard.style(.breach)
    #expect(driver.grid().row(1).allSatisfy { $0.style == style })
    #expect(
      ScreenDriver(sample.built, size: size).grid(.monochrome(name: "")).row(1).allSatisfy {
        $0.style.attributes == [.bold, .reverse]
      })
  }

  @Test("Without alerts the row says what else wants a look, or that all is well")
  func quiet() {
    var sample = ScreenSample()
    sample.alerts = []
    #expect(ScreenDriver(sample.built).grid().text[1].contains("review due: last 1d 02h ago"))
    sample.locks = ["Main": "prices are 40 s old"]
    #expect(ScreenDriver(sample.built).grid().text[1].contains("no decisions: prices are 40 s old"))
    #expect(ScreenDriver(SnapshotBuilder.calm.snapshot).grid().text[1].contains("✓ no alerts"))
  }

  @Test("A held display says FROZEN and how old it is, and stays as it was")
  func frozen() {
    var sample = ScreenSample(.calm)
    var driver = ScreenDriver(sample.built)
    driver.press("f")
    let before = driver.grid().text.dropFirst()
    sample = ScreenSample(.breach)
    sample.later = .seconds(12)
    driver.snapshot = sample.built
    #expect(driver.grid().text[0].contains("FROZEN 12 s"))
    #expect(driver.grid().text.dropFirst() == before)
    driver.press("f")
    #expect(!driver.text.contains("FROZEN"))
    #expect(driver.text.contains("BREACH"))
  }

  @Test(
    "Before the first prices the screen says what it waits for, and draws no frame that would move",
    arguments: sizes.dropLast())
  func waiting(size: Size) {
    let text = ScreenDriver(nil, size: size).text
    for (index, panel) in Page.hedge.panels.enumerated() {
      #expect(!text.contains("\(index + 1) \(panel.title)"))
    }
    #expect(text.contains("waiting for the first prices"))
  }

  @Test(
    "A screen too small says what it needs and what it has",
    arguments: [Size(columns: 20, rows: 5), Size(columns: 39, rows: 50), Size(columns: 100, rows: 9)])
  func tooSmall(size: Size) {
    let text = ScreenDriver(SnapshotBuilder.breach.snapshot, size: size).text
    #expect(text.contains("needs 40×10"))
    #expect(text.contains("has \(size.columns)×\(size.rows)"))
  }

  @Test("Degenerate sizes give grids of those sizes")
  func degenerate() {
    for size in [Size.zero, Size(columns: 1, rows: 1), Size(columns: 500, rows: 1), Size(columns: 1, rows: 300)] {
      #expect(ScreenDriver(SnapshotBuilder.breach.snapshot, size: size).grid().size == size)
    }
  }

  @Test("The focused panel is marked by more than colour, and only one is")
  func focus() {
    var driver = ScreenDriver(SnapshotBuilder.calm.snapshot)
    for (index, panel) in Page.hedge.panels.enumerated() {
      let text = driver.grid(.monochrome(name: "")).text.joined(separator: "\n")
      #expect(text.contains("┤▶\(index + 1) \(panel.title)"))
      #expect(text.components(separatedBy: "┤▶").count == 2)
      driver.press("Tab")
    }
  }

  @Test("Hidden balances are nowhere on the screen, in details and in dialogs")
  func hiddenBalances() {
    var driver = ScreenDriver(ScreenSample().trying(ScreenSample.ratio).built, size: Size(columns: 200, rows: 60))
    driver.press("Ctrl-Space")
    for keys in [[], ["Enter"], ["Esc", "h", "0", ".", "6", "5"], ["Esc", "x"]] {
      for key in keys { driver.press(key) }
      for amount in ["195,038", "549,146", "253,656", "$40.13", "195038", "$48.20", "suggested: sell 0.83"] {
        #expect(!driver.text.contains(amount), "\(amount) after \(keys)")
      }
      #expect(driver.text.contains("•••"))
    }
  }

  @Test("In ASCII the screen itself draws nothing but ASCII")
  func ascii() {
    var sample = ScreenSample(.calm).trying(ScreenSample.ratio)
    sample.undoable = ["Main": ScreenSample.decision(sample.snapshot.now)]
    var driver = ScreenDriver(sample.built)
    for keys in [
      [], ["?"], ["Esc", "l"], ["Esc", "Enter"], ["Esc", "h", "0", ".", "6", "5"], ["Enter"], ["Esc", "Esc", "u"],
    ] {
      for key in keys { driver.press(key) }
      let strange = driver.grid(glyphs: .ascii).text.joined().unicodeScalars.filter { !$0.isASCII }
      #expect(strange.isEmpty, "\(keys) \(strange.map(String.init))")
    }
  }

  @Test("Controls in names and messages never reach a cell, in any place")
  func hostile() {
    var driver = ScreenDriver(SnapshotBuilder.hostileText.snapshot)
    for key in ["Tab", "Enter", "Esc", "l", "Esc", "x", "Enter", "Esc", "Esc", "h"] {
      driver.press(key)
      for row in 0..<40 {
        for cell in driver.grid().row(row) {
          cell.forEachScalar { #expect($0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) && $0.value != 0x202E) }
        }
      }
    }
  }
}

import FoundationEssentials
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("The hedge-ratio dialog")
struct HedgeRatioDialogTests {
  private static func decimal(_ text: String) -> Decimal { Decimal(exactly: text) ?? .nan }

  private static func preview(_ text: String?) -> ScreenCommand {
    .previewHedgeRatio(strategy: "Main", ratio: text.map { decimal($0) })
  }

  @Test(
    "Steps, presets and digits change the ratio exactly, and each change asks for its preview",
    arguments: [
      (["h"], ["0.6"]), (["h", "Right", "Right"], ["0.6", "0.61", "0.62"]), (["h", "Left"], ["0.6", "0.59"]),
      (["h", "PgUp"], ["0.6", "0.7"]), (["h", "PgDn"], ["0.6", "0.5"]), (["h", "n"], ["0.6", "0"]),
      (["h", "q"], ["0.6", "0.25"]), (["h", "h"], ["0.6", "0.5"]), (["h", "t"], ["0.6", "0.75"]),
      (["h", "f"], ["0.6", "1"]), (["h", "0", ".", "6", "5"], ["0.6", "0", "0.6", "0.65"]),
      (["h", "n", "Left"], ["0.6", "0"]), (["h", "7"], ["0.6"]),
      (["h", "1", ".", "Backspace", "Right"], ["0.6", "1", "1.01"]),
      (["h", "x", "Z"], ["0.6"]), ([":", "hedge 0.4", "Enter"], ["0.4"]), ([":", "hedge 9", "Enter"], []),
    ])
  func changes(keys: [String], ratios: [String]) {
    var driver = ScreenDriver(ScreenSample().built)
    for key in keys { driver.press(key) }
    #expect(driver.commands == ratios.map { Self.preview($0) })
  }

  @Test("A hundred steps of 0.01 are exactly 1, and stop at the ends")
  func exactSteps() {
    var dialog = HedgeRatioDialog(strategy: "Main", aim: .hedgeRatio(0))
    for _ in 0..<100 { _ = dialog.reduce(.step(Self.decimal("0.01"))) }
    #expect(dialog.ratio == 1)
    for _ in 0..<300 { _ = dialog.reduce(.step(Self.decimal("0.01"))) }
    #expect(dialog.ratio == 2)
    for _ in 0..<50 { _ = dialog.reduce(.step(Self.decimal("-0.1"))) }
    #expect(dialog.ratio == 0)
  }

  @Test(
    "What is no ratio is said to be none, and cannot be set",
    arguments: [
      ("7", "H lies between 0 and 2"), ("0,65", "after a point"), (".", "not a number"), ("1.2.3", "not a number"),
    ])
  func faults(typed: String, fault: String) {
    var driver = ScreenDriver(ScreenSample().trying(Self.decimal("0.6")).built)
    driver.press("h")
    for character in typed { driver.press(String(character)) }
    #expect(driver.text.contains(fault), "\(driver.text)")
    driver.press("Enter")
    #expect(driver.state.overlays.count == 1)
  }

  @Test("Setting takes Enter, the other button, Enter; Cancel is the default")
  func commits() {
    let snapshot = ScreenSample().trying(ScreenSample.ratio).built
    let set = ScreenCommand.commitHedgeRatio(strategy: "Main", ratio: ScreenSample.ratio)
    let cases: [([String], [ScreenCommand], Int)] = [
      (["Enter"], [], 2), (["Enter", "Enter"], [], 1), (["Enter", "Tab", "Enter"], [set, Self.preview(nil)], 0),
      (["Enter", "Right", "Enter"], [set, Self.preview(nil)], 0), (["Enter", "Tab", "Tab", "Enter"], [], 1),
      (["Enter", "y"], [set, Self.preview(nil)], 0), (["Enter", "n"], [], 1), (["Enter", "Esc"], [], 1),
      (["Enter", "Esc", "Esc"], [Self.preview(nil)], 0), (["Enter", "q"], [], 2), (["y"], [], 1),
    ]
    for (keys, wanted, overlays) in cases {
      var driver = ScreenDriver(snapshot)
      driver.press("h", "0", ".", "6", "5")
      driver.commands = []
      for key in keys { driver.press(key) }
      #expect(driver.commands == wanted, "\(keys)")
      #expect(driver.state.overlays.count == overlays, "\(keys)")
    }
  }

  @Test("Nothing is asked before the effect of this very ratio is on the screen, from fresh prices")
  func needsPreview() {
    let other = ScreenSample().trying(Self.decimal("0.7")).built
    var unknown = ScreenSample()
    unknown.preview = .unknown(UnknownReason(.notReceived, "no mark price of X yet"))
    let cases = [
      (ScreenSample().built, "computing"), (other, "computing"), (unknown.built, "no mark price of X yet"),
      (ScreenSample().trying(ScreenSample.ratio, stale: true).built, "stale"),
      (ScreenSample().trying(ScreenSample.ratio, strategy: "Other").built, "computing"),
    ]
    for (snapshot, word) in cases {
      var driver = ScreenDriver(snapshot)
      driver.press("h", "0", ".", "6", "5")
      #expect(driver.text.contains(word), "\(word)")
      driver.press("Enter", "y", "Tab", "Enter")
      #expect(!driver.commands.contains(.commitHedgeRatio(strategy: "Main", ratio: ScreenSample.ratio)), "\(word)")
    }
  }

  @Test("A locked book refuses to open, and to commit when it locks while the question stands")
  func locks() {
    var locked = ScreenSample().trying(ScreenSample.ratio)
    locked.locks = ["Main": "prices are 40 s old"]
    var driver = ScreenDriver(locked.built)
    #expect(driver.press("h") == [])
    #expect(driver.text.contains("locked: prices are 40 s old"))
    driver = ScreenDriver(ScreenSample().trying(ScreenSample.ratio).built)
    driver.press("h", "0", ".", "6", "5", "Enter", "Tab")
    driver.snapshot = locked.built
    #expect(driver.press("Enter") == [])
    #expect(driver.text.contains("locked: prices are 40 s old"))
    driver.snapshot = nil
    driver.press("Enter", "y")
    #expect(driver.commands.allSatisfy { if case .commitHedgeRatio = $0 { false } else { true } })
  }

  @Test("A frozen display refuses decisions")
  func frozen() {
    var sample = ScreenSample()
    sample.undoable = ["Main": ScreenSample.decision(sample.snapshot.now)]
    var driver = ScreenDriver(sample.built)
    for key in ["h", "x", "u"] {
      driver.press("f", key)
      #expect(driver.state.overlays.isEmpty, "\(key)")
      #expect(driver.text.contains("frozen"))
      driver.press("f")
    }
  }

  @Test("The dialog shows orders, effects and impacts at every size it opens on", arguments: [80, 120, 200])
  func shows(columns: Int) {
    var driver = ScreenDriver(
      ScreenSample().trying(ScreenSample.ratio).built, size: Size(columns: columns, rows: columns == 80 ? 24 : 40))
    driver.press("h", "0", ".", "6", "5")
    for words in [
      "H now 0.6", "sell BTC-PERP", "1.234", "residual β", "Fees", "$48.20", "Net beta", "Drift", "Margin used, main",
      "Benchmark move to liquidation", "Funding a day", "−20 %", "+20 %", "hedged", "unhedged",
    ] {
      #expect(driver.text.contains(words), "\(words)")
    }
  }
}

import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("Recording a trade, and undoing")
struct FillDialogTests {
  private static func decimal(_ text: String) -> Decimal { Decimal(exactly: text) ?? .nan }
  private let snapshot = ScreenSample().built

  private func recorded(_ contracts: String, _ price: String) -> [ScreenCommand] {
    let leg = snapshot.figures.strategies[0].suggestions[0].leg
    return [.recordFill(leg, contracts: Self.decimal(contracts), price: Self.decimal(price))]
  }

  @Test("Contracts and price are prefilled from the suggestion, and recorded after the question only")
  func prefilled() {
    var driver = ScreenDriver(snapshot)
    driver.press("x")
    #expect(driver.text.contains("-0.83_"))
    #expect(driver.text.contains("65040.1"))
    #expect(driver.press("Enter") == [])
    #expect(driver.text.contains("sold 0.83 at 65040.1"))
    #expect(driver.press("Enter") == [], "Cancel is the default")
    #expect(driver.press("Enter", "Tab", "Enter") == recorded("-0.83", "65040.1"))
    #expect(driver.state.overlays.isEmpty)
  }

  @Test("Both fields can be edited, exactly")
  func edited() {
    var driver = ScreenDriver(snapshot)
    driver.press("x", "Ctrl-U", "-", "1", ".", "2", "Tab", "Backspace", "2", "5")
    #expect(driver.press("Enter", "y") == recorded("-1.2", "65040.25"))
    driver.press("x", "Ctrl-U")
    _ = driver.screen.reduce(&driver.state, .paste("0.1 BTC\n"), snapshot: snapshot)
    #expect(driver.press("Enter", "y") == recorded("0.1", "65040.1"))
  }

  @Test(
    "What is no trade is said to be none, and cannot be recorded",
    arguments: [
      ("0", "a trade of nothing"), ("", "type a number"), ("1,5", "after a point"), ("--1", "is not a number"),
      ("1.2.3", "is not a number"), ("0.00001", "not a multiple of the lot step"), ("-", "is not a number"),
      (String(repeating: "9", count: 31), "at most 30 characters"),
    ])
  func faults(typed: String, fault: String) {
    var driver = ScreenDriver(snapshot)
    driver.press("x", "Ctrl-U")
    for character in typed { driver.press(String(character)) }
    #expect(driver.text.contains(fault), "\(driver.text)")
    #expect(driver.press("Enter", "y", "Tab", "Enter") == [])
    driver.press("Ctrl-U", "1", "Tab", "Tab")
    #expect(driver.state.overlays.count == 1)
  }

  @Test("A price must be above zero")
  func price() {
    var driver = ScreenDriver(snapshot)
    driver.press("x", "Tab", "Ctrl-U", "-", "5")
    #expect(driver.text.contains("a price above zero"))
    #expect(driver.press("Enter", "y") == [])
  }

  @Test(
    "The price begins on the tick nearest to the mark",
    arguments: [
      (65_040.13, "0.1", "65040.1"), (65_040.15, "0.1", "65040.2"), (0.123_456, "0.0001", "0.1235"),
      (7.3, "0.5", "7.5"),
      (3.0, "0", "3"), (1e-8, "0.00000001", "0.00000001"),
    ])
  func tick(price: Double, tick: String, wanted: String) {
    #expect(FillDialog.onTick(price, Self.decimal(tick)) == Self.decimal(wanted))
  }

  @Test("A price that is none gives an empty field", arguments: [Double.nan, .infinity, 0, -1])
  func noPrice(price: Double) {
    #expect(FillDialog.onTick(price, 1) == nil)
  }

  @Test(
    "Lots are counted exactly",
    arguments: [
      ("0.3", "0.1", true), ("0.35", "0.1", false), ("-1.234", "0.001", true), ("5", "2", false), ("4", "2", true),
    ])
  func lots(amount: String, step: String, fits: Bool) {
    #expect(FillDialog.isMultiple(Self.decimal(amount), of: Self.decimal(step)) == fits)
  }

  @Test("Without a suggestion, or on a stale book, nothing can be recorded, and the reason is said")
  func refused() {
    var driver = ScreenDriver(SnapshotBuilder.stale.snapshot)
    driver.press("x")
    #expect(driver.text.contains("locked: simulated prices are 35 s old"))
    driver = ScreenDriver(SnapshotBuilder.emptyPortfolio.snapshot)
    #expect(driver.press("x", "u") == [])
    #expect(driver.state.overlays.isEmpty)
    driver = ScreenDriver(nil)
    #expect(driver.press("x", "h", "u", "v", "y", "a", "Enter") == [])
  }

  @Test("Undo names what was and what will be, and asks")
  func undo() {
    var sample = ScreenSample()
    var driver = ScreenDriver(sample.built)
    #expect(driver.press("u") == [])
    #expect(driver.text.contains("no decision to take back"))
    sample.undoable = ["Main": ScreenSample.decision(sample.snapshot.now)]
    driver.snapshot = sample.built
    driver.press("u")
    #expect(driver.text.contains("H goes back from 0.6 to 0.5"))
    #expect(driver.press("Enter") == [])
    #expect(driver.press("u", "Tab", "Enter") == [.undo(strategy: "Main", decision: 7)])
    let leg = sample.snapshot.figures.strategies[0].legs[0].id
    let fill = Fill(
      leg: leg, contracts: -1, price: 65_000, fee: nil, oldContracts: -2, oldEntryPrice: 64_000, convention: .linear)
    sample.undoable = ["Main": Decision(at: sample.snapshot.now, strategy: "Main", change: .fill(fill))]
    driver.snapshot = sample.built
    driver.press("u")
    #expect(driver.text.contains("contracts go back from -3 to -2"))
  }
}

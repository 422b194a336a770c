import FoundationEssentials
import HedgeStore
import HedgeTestSupport
import SeededRandom
import TerminalCells
import Testing

@testable import Panels

/// Laws that hold for every sequence of inputs; a failing case prints its seed.
@Suite("Any keys at any size")
struct ScreenPropertyTests {
  private static let keys: [KeyPress] = {
    let names = KeyTable.standard.bindings.flatMap(\.keys)
    let typed = "0123456789.,-abcé漢Z \u{1B}".map { KeyPress.character($0) }
    let others = [KeyPress(.home), KeyPress(.insert), KeyPress(.function(63)), KeyPress(.up, modifiers: .alt)]
    return Array(Set(names).sorted { "\($0)" < "\($1)" }) + typed + others
  }()

  private static let snapshots: [HedgeSnapshot?] = {
    var rich = ScreenSample().trying(ScreenSample.ratio)
    rich.undoable = ["Main": ScreenSample.decision(rich.snapshot.now)]
    rich.secondStrategy = true
    let half = ScreenSample().trying(1).built
    return [
      nil, rich.built, half, SnapshotBuilder.calm.snapshot, SnapshotBuilder.stale.snapshot,
      SnapshotBuilder.unknown.snapshot, SnapshotBuilder.emptyPortfolio.snapshot, SnapshotBuilder.hostileText.snapshot,
    ]
  }()

  private static func input(_ random: inout SeededGenerator, _ size: Size) -> InputEvent {
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      let limit = Bool.random(using: &random) ? 30 : 220
      return .resize(
        Size(columns: Int.random(in: -1...limit, using: &random), rows: Int.random(in: -1...70, using: &random)))
    case 1: return .paste(["0.7", "q", "y\n", "\u{1B}[A", ""].randomElement(using: &random) ?? "")
    case 2, 3:
      let actions: [MouseEvent.Action] = [.press(.left), .press(.right), .release(.left), .scrollUp, .scrollDown]
      let place = Point(
        column: Int.random(in: -2...(max(1, size.columns) + 2), using: &random),
        row: Int.random(in: -2...(max(1, size.rows) + 2), using: &random))
      return .mouse(MouseEvent(actions.randomElement(using: &random) ?? .scrollUp, at: place))
    default: return .key(keys.randomElement(using: &random) ?? KeyPress(.escape))
    }
  }

  @Test(
    "Nothing traps, grids have the size asked for, Esc never quits, and nothing is kept without a yes",
    arguments: 0..<10)
  func anything(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var driver = ScreenDriver(nil, size: Size(columns: 80, rows: 24))
    for step in 0..<1_000 {
      if Int.random(in: 0..<30, using: &random) == 0 {
        driver.snapshot = Self.snapshots.randomElement(using: &random) ?? nil
      }
      let input = Self.input(&random, driver.state.size)
      let before = driver.state.overlays.last
      let asked = driver.screen.reduce(&driver.state, input, snapshot: driver.snapshot)
      #expect(input != .key(KeyPress(.escape)) || !asked.contains(.quit), "seed \(seed) step \(step)")
      checkConfirmed(asked, input, before, "seed \(seed) step \(step)")
      if step % 10 == 0 {
        let size = driver.state.size
        let wanted = Size(columns: max(0, size.columns), rows: max(0, size.rows))
        #expect(driver.grid().size == wanted, "seed \(seed) step \(step)")
      }
    }
  }

  /// What is kept comes from the question on top, by its other button, by `y`, or by a click on those words.
  private func checkConfirmed(
    _ asked: [ScreenCommand], _ input: InputEvent, _ before: ScreenOverlay?, _ place: String
  ) {
    for command in asked {
      switch command {
      case .commitHedgeRatio, .recordFill, .undo:
        guard case .question(let question)? = before, question.command == command else {
          Issue.record("\(command) without a question, \(place)")
          continue
        }
        if case .key(let key) = input {
          #expect(key == .character("y") || (key == KeyPress(.enter) && question.isActionChosen), "\(place)")
        }
      default: break
      }
    }
  }

  @Test("The screen can be resized to anything in every state of every dialog")
  func resizing() {
    var random = SeededGenerator(seed: 5)
    let states: [[String]] = [
      [], ["?"], ["l"], ["Enter"], ["/", "b"], [":", "t"], ["h"], ["h", "7"], ["h", "0", ".", "6", "5", "Enter"], ["x"],
      ["x", "Enter"], ["u"], ["f", "e"], ["1", "2", "3", "4"],
    ]
    for keys in states {
      var driver = ScreenDriver(Self.snapshots[1])
      for key in keys { driver.press(key) }
      for _ in 0..<20 {
        let size = Size(columns: Int.random(in: 0...230, using: &random), rows: Int.random(in: 0...75, using: &random))
        #expect(driver.screen.reduce(&driver.state, .resize(size), snapshot: driver.snapshot) == [.redraw])
        #expect(driver.grid(glyphs: .ascii).size == size, "\(keys)")
      }
    }
  }

  @Test("The same inputs give the same state and the same picture")
  func deterministic() {
    func run() -> Grid {
      var random = SeededGenerator(seed: 9)
      var driver = ScreenDriver(Self.snapshots[1])
      for _ in 0..<200 {
        _ = driver.screen.reduce(&driver.state, Self.input(&random, driver.state.size), snapshot: driver.snapshot)
      }
      driver.state.size = Size(columns: 100, rows: 36)
      return driver.grid()
    }
    #expect(run() == run())
  }
}

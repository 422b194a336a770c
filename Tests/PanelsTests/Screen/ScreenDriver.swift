import Foundation
import HedgeStore
import TerminalCells

@testable import Panels

/// Types keys on a screen and keeps what it asked for.
struct ScreenDriver {
  var screen: Screen
  var state: ScreenState
  var snapshot: HedgeSnapshot?
  var commands: [ScreenCommand] = []

  init(
    _ snapshot: HedgeSnapshot?, panels: PanelRegistry = .hedgeAndBook, size: Size = Size(columns: 120, rows: 40)
  ) {
    screen = Screen(panels: panels)
    self.snapshot = snapshot
    state = ScreenState(size: size)
  }

  /// Presses keys by name; names of no key are typed letter by letter. Returns what these keys asked for.
  @discardableResult
  mutating func press(_ names: String...) -> [ScreenCommand] {
    var asked: [ScreenCommand] = []
    for name in names {
      let keys = KeyPress(parsing: name).map { [$0] } ?? name.map { KeyPress.character($0) }
      for key in keys { asked += screen.reduce(&state, .key(key), snapshot: snapshot) }
    }
    commands += asked
    return asked
  }

  /// Clicks a cell.
  @discardableResult
  mutating func click(_ column: Int, _ row: Int) -> [ScreenCommand] {
    screen.reduce(
      &state, .mouse(MouseEvent(.press(.left), at: Point(column: column, row: row))), snapshot: snapshot)
  }

  /// What is on the display.
  func grid(_ theme: Theme = BuiltinThemes.standard, glyphs: GlyphSet = .unicode) -> Grid {
    screen.render(state, snapshot, size: state.size, theme: theme, glyphs: glyphs)
  }

  /// What is on the display, as text.
  var text: String { grid().text.joined(separator: "\n") }

  /// The cell where a text begins on the display.
  func place(of wanted: String) -> Point? {
    for (row, line) in grid().text.enumerated() {
      if let range = line.range(of: wanted) {
        return Point(column: TextWidth.columns(of: line[..<range.lowerBound]), row: row)
      }
    }
    return nil
  }
}

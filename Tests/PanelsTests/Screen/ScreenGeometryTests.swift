import TerminalCells
import Testing

@testable import Panels

@Suite("Where things lie")
struct ScreenGeometryTests {
  private func state(_ size: Size, hidden: Set<PanelID> = []) -> ScreenState {
    var state = ScreenState(size: size)
    state.hiddenPanels = hidden
    return state
  }

  @Test(
    "All five panels are on screens from 80×24 up, one on smaller ones, none below 40×10",
    arguments: [
      (200, 60, 6), (160, 50, 6), (159, 49, 5), (120, 40, 5), (110, 34, 5), (80, 24, 5), (60, 44, 5), (79, 24, 1),
      (80, 23, 1), (60, 18, 1), (40, 10, 1), (39, 10, 0), (40, 9, 0), (20, 5, 0), (0, 0, 0),
    ])
  func panes(columns: Int, rows: Int, count: Int) {
    let size = Size(columns: columns, rows: rows)
    #expect((ScreenGeometry(state(size), size: size)?.panes.count ?? 0) == count)
  }

  @Test("Panes fill the body without overlapping, whatever is hidden, at every size")
  func tiling() throws {
    for columns in stride(from: 40, through: 220, by: 9) {
      for rows in stride(from: 10, through: 70, by: 7) {
        for mask in [0, 1, 5, 10, 21, 30] {
          let size = Size(columns: columns, rows: rows)
          let hidden = Set(Page.hedge.panels.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element))
          let geometry = try #require(ScreenGeometry(state(size, hidden: hidden), size: size))
          let cells = geometry.panes.reduce(0) { $0 + $1.frame.columns * $1.frame.rows }
          #expect(cells == geometry.body.columns * geometry.body.rows, "\(size) \(mask)")
          for (index, pane) in geometry.panes.enumerated() {
            #expect(geometry.body.intersection(pane.frame) == pane.frame, "\(size) \(mask)")
            for other in geometry.panes.dropFirst(index + 1) {
              #expect(pane.frame.intersection(other.frame).isEmpty, "\(size) \(mask)")
            }
          }
        }
      }
    }
  }

  @Test(
    "Each layout of every page gives every pane at least what it asks for at its smallest size", arguments: Page.all)
  func minimums(page: Page) throws {
    for layout in page.layouts {
      let geometry = try #require(ScreenGeometry(state(layout.minimum), page: page, size: layout.minimum))
      #expect(geometry.panes.count == layout.rows.flatMap(\.panes).count)
      for pane in geometry.panes {
        #expect(pane.inside.rows >= 4 && pane.inside.columns >= 30, "\(layout.minimum) \(pane)")
      }
    }
  }

  @Test("A panel shown alone has the whole body")
  func expanded() throws {
    var state = state(Size(columns: 120, rows: 40))
    state.isExpanded = true
    state.focus = .beta
    let geometry = try #require(ScreenGeometry(state, size: state.size))
    #expect(geometry.panes.map(\.frame) == [geometry.body])
  }

  @Test("A row with lines to spare gives them to one that lacks them, never below its own least")
  func balance() throws {
    let size = Size(columns: 120, rows: 40)
    let desired: [PanelID: Int] = [.spot: 12, .beta: 11, .legs: 9, .margin: 9, .funding: 9]
    let geometry = try #require(ScreenGeometry(state(size), size: size) { id, _ in desired[id] })
    for pane in geometry.panes {
      guard case .panel(let id) = pane.content, let wanted = desired[id] else { continue }
      #expect(pane.inside.rows >= wanted, "\(id)")
    }
    let greedy = try #require(ScreenGeometry(state(size), size: size) { id, _ in id == .spot ? 99 : 1 })
    #expect(greedy.panes.allSatisfy { $0.inside.rows >= 6 })
    #expect(greedy.panes.reduce(0) { $0 + $1.frame.columns * $1.frame.rows } == 120 * greedy.body.rows)
  }
}

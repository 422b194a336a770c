import HedgeTestSupport
import TerminalCells

@testable import Panels

/// Draws one panel of a sample on a grid of its own.
func drawn(
  _ panel: any Panel.Type, _ builder: SnapshotBuilder, columns: Int, rows: Int,
  _ change: (inout PanelContext) -> Void = { _ in }
) -> Grid {
  var context = PanelContext(theme: .roles)
  change(&context)
  var grid = Grid(size: Size(columns: columns, rows: rows))
  panel.draw(builder.snapshot, context, in: grid.bounds, on: &grid)
  return grid
}

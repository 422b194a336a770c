import HedgeTestSupport
import TerminalCells

@testable import Panels

/// Draws one panel of a sample with studies on a grid of its own.
func drawn(
  _ panel: any Panel.Type, _ sample: RiskSample, columns: Int, rows: Int,
  _ change: (inout PanelContext) -> Void = { _ in }
) -> Grid {
  var context = PanelContext(theme: .roles)
  change(&context)
  var grid = Grid(size: Size(columns: columns, rows: rows))
  panel.draw(sample.snapshot, context, in: grid.bounds, on: &grid)
  return grid
}

import Alerting
import HedgeStore
import TerminalCells

/// The overview of portfolios on top of the panels: a row each, the sums, and everything of the selected one.
struct PortfoliosView {
  let context: DrawingContext
  let choice: PortfolioChoice
  /// Index of the selected row.
  let selected: Int

  /// Lines that are no rows: heading, sums, what is missing, the selected one with its facts.
  private static let others = 10

  func draw(in room: Rect, on grid: inout Grid) {
    let rows = min(room.rows, choice.count + Self.others + 2)
    let area = ModalBox(context: context).draw(
      title: "Portfolios", size: Size(columns: room.columns, rows: rows),
      note: "Enter goes there", in: room, on: &grid)
    guard !area.isEmpty else { return }
    let presentation = presentation
    let panel = panelContext
    let notes = presentation.notes
    let (top, bottom) = area.splitVertically(at: area.rows - (notes.isEmpty || area.rows < 5 ? 0 : 1))
    grid.write(notes, in: bottom, panel)
    let hasSums = top.rows >= 4
    let tableRows = min(choice.count + 1, max(2, top.rows - (hasSums ? 1 : 0)))
    let used = TableWidget(content: presentation.table, context: panel)
      .draw(in: top.splitVertically(at: tableRows).top, on: &grid)
    let rest = top.splitVertically(at: used).bottom
    guard hasSums else { return }
    ClauseFlow(presentation.totals, wraps: false).draw(panel, in: rest.line(0), on: &grid)
    drawSelected(presentation, panel, in: rest.splitVertically(at: 2).bottom, on: &grid)
  }

  private func drawSelected(
    _ presentation: PortfoliosPresentation, _ panel: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    guard area.rows >= 3, let portfolio = choice.overview.portfolios.element(selected) else { return }
    ClauseFlow([[Phrase(portfolio.name, .title)], [presentation.verdict(portfolio)]] + worst(portfolio), wraps: false)
      .draw(panel, in: area.line(0), on: &grid)
    var facts = FactsWidget(facts: presentation.facts(portfolio))
    facts.maximumColumns = 2
    facts.draw(panel, in: area.splitVertically(at: 1).bottom, on: &grid)
  }

  /// The worst alert in its words.
  private func worst(_ portfolio: PortfolioSummary) -> [[Phrase]] {
    portfolio.openAlerts.first.map { [[Phrase($0.message, AlertBar.role(of: $0.severity))]] } ?? []
  }

  private var presentation: PortfoliosPresentation {
    PortfoliosPresentation(
      choice: choice, glyphs: context.glyphs, hidesBalances: context.state.hidesBalances)
  }

  private var panelContext: PanelContext {
    PanelContext(
      theme: context.theme, glyphs: context.glyphs, isFocused: true, selectedRow: selected,
      hidesBalances: context.state.hidesBalances)
  }
}

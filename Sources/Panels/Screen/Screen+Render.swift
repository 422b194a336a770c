import HedgeStore
import TerminalCells

extension Screen {
  /// Draws everything.
  ///
  /// - Parameters:
  ///   - state: what the user has done.
  ///   - snapshot: the newest snapshot; nil before the first.
  ///   - size: the terminal's, which may be any.
  ///   - theme: the theme to draw in, already adapted to the terminal (``Theme/adapted(to:)``).
  ///   - glyphs: Unicode or ASCII signs.
  /// - Returns: a grid of that size.
  public func render(
    _ state: ScreenState, _ snapshot: HedgeSnapshot?, size: Size, theme: Theme, glyphs: GlyphSet = .unicode
  ) -> Grid {
    var grid = Grid(size: size, style: theme.style(.text))
    let context = DrawingContext(
      state: state, snapshot: state.shown(snapshot), live: snapshot, theme: theme, glyphs: glyphs)
    guard let geometry = geometry(state, context.snapshot, size: size) else {
      TooSmallNotice(context: context).draw(on: &grid)
      return grid
    }
    HeaderBar(context: context).draw(in: geometry.header, on: &grid)
    AlertBar(context: context).draw(in: geometry.alerts, on: &grid)
    if context.snapshot == nil {
      drawWaiting(in: geometry.body, context, on: &grid)
    } else {
      for pane in geometry.panes { draw(pane, geometry, context, on: &grid) }
    }
    if geometry.isTabbed { TabBar(screen: self, page: page(of: state), context: context).draw(geometry, on: &grid) }
    for overlay in state.overlays { draw(overlay, geometry, context, on: &grid) }
    FooterBar(context: context, keys: keys, pages: pages).draw(in: geometry.footer, on: &grid)
    return grid
  }

  private func draw(
    _ pane: ScreenGeometry.Pane, _ geometry: ScreenGeometry, _ context: DrawingContext, on grid: inout Grid
  ) {
    switch pane.content {
    case .log:
      PaneFrame(theme: context.theme, glyphs: context.glyphs)
        .draw(title: [Phrase("Log", .title)], isFocused: false, in: pane.frame, on: &grid)
      LogView(context: context).draw(in: pane.inside, on: &grid)
    case .panel(let id):
      if !geometry.isTabbed { drawFrame(of: id, in: pane.frame, context, on: &grid) }
      drawPanel(id, in: pane.inside, context, on: &grid)
    }
  }

  /// Before the first snapshot nobody knows how high the panes will be: no frame is drawn that would only move.
  private func drawWaiting(in area: Rect, _ context: DrawingContext, on grid: inout Grid) {
    grid.write(
      "waiting for the first prices", in: area.offset(rows: max(0, area.rows - 1) / 2).intersection(area),
      style: context.theme.style(.unknown), alignment: .centre, ellipsis: context.glyphs.ellipsis)
  }

  private func drawPanel(_ id: PanelID, in area: Rect, _ context: DrawingContext, on grid: inout Grid) {
    guard let snapshot = context.snapshot, let panel = panels[id] else { return }
    let panelContext = self.context(
      for: id, context.state, snapshot, theme: context.theme, glyphs: context.glyphs)
    grid.withClip(area) { panel.draw(snapshot, panelContext, in: area, on: &$0) }
  }

  private func drawFrame(of id: PanelID, in area: Rect, _ context: DrawingContext, on grid: inout Grid) {
    let view = context.state[id]
    let isFocused = context.state.focus == id && context.panelsHaveKeys
    let number = page(of: context.state).number(of: id) ?? 0
    var notes: [Phrase] = []
    if !view.filter.isEmpty { notes.append(Phrase("/\(view.filter)", .key)) }
    if let column = view.sortColumn, let names = panels[id]?.sortColumns, names.indices.contains(column) {
      let sign = view.sortDescending ? context.glyphs.down : context.glyphs.up
      notes.append(Phrase("\(notes.isEmpty ? "" : " ")by \(names[column]) \(sign)", .label))
    }
    PaneFrame(theme: context.theme, glyphs: context.glyphs).draw(
      title: [Phrase("\(number) ", .key), Phrase(title(of: id, context), .title)], summary: summary(of: id, context),
      notes: notes, isFocused: isFocused, in: area, on: &grid)
  }

  /// A panel's title, which may follow what is in it.
  private func title(of id: PanelID, _ context: DrawingContext) -> String {
    guard let snapshot = context.snapshot, let panel = panels[id] else { return id.title }
    return panel.title(
      snapshot, self.context(for: id, context.state, snapshot, theme: context.theme, glyphs: context.glyphs))
  }

  /// A panel's most important figure; nil before the first snapshot.
  func summary(of id: PanelID, _ context: DrawingContext) -> Phrase? {
    guard let snapshot = context.snapshot, let panel = panels[id] else { return nil }
    let panelContext = self.context(
      for: id, context.state, snapshot, theme: context.theme, glyphs: context.glyphs)
    let summary = panel.summary(snapshot, panelContext)
    return summary.text.isEmpty ? nil : summary.phrase
  }
}

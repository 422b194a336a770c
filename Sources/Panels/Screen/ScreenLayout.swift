import TerminalCells

/// Where the panes of a screen of some size go: a table, read by ``ScreenGeometry``.
struct ScreenLayout: Hashable, Sendable {
  /// What fills a pane.
  enum Content: Hashable, Sendable {
    /// A panel of the page.
    case panel(PanelID)
    /// What has happened.
    case log
  }

  /// A pane and the width it asks for.
  struct Pane: Hashable, Sendable {
    let content: Content
    let width: Layout.Constraint
  }

  /// Panes side by side and the height they ask for.
  struct Row: Hashable, Sendable {
    let height: Layout.Constraint
    let panes: [Pane]
  }

  /// How panes share the body.
  enum Arrangement: Hashable, Sendable {
    /// All at once.
    case panes([Row])
    /// One at a time, with a bar of tabs above and the others' summaries below.
    case tabs
  }

  /// The smallest screen it is for.
  let minimum: Size
  /// How panes share the body.
  let arrangement: Arrangement

  /// The smallest screen anything is drawn on.
  static let smallest = Size(columns: 40, rows: 10)
}

extension ScreenLayout.Row {
  /// A row of panes that grows with the screen.
  static func row(
    least height: Int, weight: Int, _ panes: (content: ScreenLayout.Content, least: Int, weight: Int)...
  ) -> ScreenLayout.Row {
    ScreenLayout.Row(
      height: .flexible(minimum: height, weight: weight),
      panes: panes.map {
        ScreenLayout.Pane(content: $0.content, width: .flexible(minimum: $0.least, weight: $0.weight))
      })
  }
}

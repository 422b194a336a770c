import TerminalCells

/// Lets the heights of rows of panes follow what is in them: a table does not scroll while its neighbour has blank
/// lines, and what nobody needs goes to the row that draws a chart of it.
enum RowBalance {
  /// Moves lines between rows, never below the least a row asks for.
  ///
  /// - Parameters:
  ///   - picture: the panel whose row gets what nobody needs.
  ///   - desired: lines the inside of a panel would like to have at a width.
  static func balance(
    _ heights: inout [Int], rows: [ScreenLayout.Row], columns: Int, picture: PanelID?,
    _ desired: (PanelID, Int) -> Int?
  ) {
    let width = Rect(column: 0, row: 0, columns: columns, rows: 1)
    let needs = rows.map { row in
      zip(row.panes, width.dividedIntoColumns(row.panes.map(\.width))).map { pane, area in
        need(of: pane.content, columns: area.columns - 2, desired)
      }.max() ?? 0
    }
    let floors = rows.map(\.height.least)
    func spare(_ index: Int) -> Int { heights[index] - max(needs[index], floors[index]) }
    func most(_ indices: some Sequence<Int>, _ value: (Int) -> Int) -> Int? {
      indices.filter { value($0) > 0 }.max { value($0) < value($1) }
    }
    while let giver = most(heights.indices, spare), let taker = most(heights.indices, { -spare($0) }),
      heights[taker] < needs[taker]
    {
      heights[giver] -= 1
      heights[taker] += 1
    }
    guard let picture, let chart = rows.firstIndex(where: { $0.panes.contains { $0.content == .panel(picture) } })
    else { return }
    for index in heights.indices where index != chart && spare(index) > 0 {
      let given = spare(index)
      heights[index] -= given
      heights[chart] += given
    }
  }

  /// Lines with the frame. A panel of which nothing is known, and the log, are content with what they have.
  private static func need(
    of content: ScreenLayout.Content, columns: Int, _ desired: (PanelID, Int) -> Int?
  ) -> Int {
    guard case .panel(let id) = content, let rows = desired(id, columns) else { return 0 }
    return rows + 2
  }
}

extension Layout.Constraint {
  /// The least it may be given.
  fileprivate var least: Int {
    switch self {
    case .fixed(let length): length
    case .flexible(let minimum, _): minimum
    }
  }
}

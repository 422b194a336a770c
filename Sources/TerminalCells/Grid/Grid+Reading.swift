extension Grid {
  /// The rows as strings without trailing blanks; a wide letter appears once.
  public var text: [String] {
    (0..<size.rows).map { index in
      var line = ""
      var end = line.endIndex
      for cell in row(index) where !cell.isTrailingHalf {
        line.append(cell.grapheme)
        if !cell.isBlank { end = line.endIndex }
      }
      return String(line[..<end])
    }
  }

  /// The style of every cell, row by row.
  public var styleRows: [[Style]] {
    (0..<size.rows).map { row($0).map(\.style) }
  }

  /// The part of a row's text within `columns`, trailing blanks kept: what a test looks for at a known place.
  public func text(row index: Int, columns: Range<Int>) -> String {
    String(
      row(index).enumerated()
        .filter { columns.contains($0.offset) && !$0.element.isTrailingHalf }
        .map(\.element.grapheme))
  }
}

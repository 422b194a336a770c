import TerminalCells

/// What has changed from one picture to the next: whole rows, or all of them where the size is another.
public struct GridUpdate: Hashable, Sendable {
  /// Cells of one row beside each other in one style.
  struct Run: Hashable, Sendable {
    let style: Style
    /// What the cells show; a wide letter fills two.
    let text: String
  }

  /// A row with its number from above.
  struct Row: Hashable, Sendable {
    let index: Int
    let runs: [Run]
  }

  /// The size of the new picture.
  public let size: Size
  let rows: [Row]

  /// What makes `new` of `old`.
  ///
  /// - Parameter old: the picture the viewer has; nil for none.
  public init(from old: Grid?, to new: Grid) {
    size = new.size
    let known = old?.size == new.size ? old : nil
    rows = (0..<new.size.rows).compactMap { index in
      if let known, known.row(index) == new.row(index) { return nil }
      return Row(index: index, runs: Self.runs(of: new.row(index)))
    }
  }

  /// A change that was told.
  init(size: Size, rows: [Row]) {
    self.size = size
    self.rows = rows
  }

  /// How many rows are told.
  public var rowCount: Int { rows.count }

  /// The picture after this change.
  ///
  /// Nothing that comes over the wire can do more than draw: text is cleaned and clipped as any other.
  public func applied(to old: Grid?) -> Grid {
    var grid = old?.size == size ? old ?? Grid(size: size) : Grid(size: size)
    for row in rows {
      grid.fill(Rect(column: 0, row: row.index, columns: size.columns, rows: 1))
      var column = 0
      for run in row.runs {
        column += grid.write(run.text, at: Point(column: column, row: row.index), style: run.style)
      }
    }
    return grid
  }

  private static func runs(of cells: ArraySlice<Cell>) -> [Run] {
    var runs: [Run] = []
    var scalars = String.UnicodeScalarView()
    var style = cells.first?.style ?? .plain
    for cell in cells where !cell.isTrailingHalf {
      if cell.style != style {
        runs.append(Run(style: style, text: String(scalars)))
        scalars = String.UnicodeScalarView()
        style = cell.style
      }
      cell.forEachScalar { scalars.append($0) }
    }
    if !scalars.isEmpty { runs.append(Run(style: style, text: String(scalars))) }
    return runs
  }
}

extension GridUpdate {
  init(_ reader: inout ByteReader) throws(WireError) {
    size = try reader.size()
    var rows: [Row] = []
    for _ in 0..<(try reader.read(UInt16.self)) {
      let index = Int(try reader.read(UInt16.self))
      var runs: [Run] = []
      for _ in 0..<(try reader.read(UInt16.self)) {
        runs.append(Run(style: try reader.style(), text: try reader.text()))
      }
      guard index < size.rows else { throw WireError("row \(index) of \(size.rows)") }
      rows.append(Row(index: index, runs: runs))
    }
    self.rows = rows
  }

  func write(to writer: inout ByteWriter) {
    writer.write(size)
    writer.write(rows.count, as: UInt16.self)
    for row in rows {
      writer.write(row.index, as: UInt16.self)
      writer.write(row.runs.count, as: UInt16.self)
      for run in row.runs {
        writer.write(run.style)
        writer.write(run.text)
      }
    }
  }
}

import CNcurses
import TerminalCells

/// Turns a row of cells into the array ncurses draws from.
///
/// ncurses places cells by the C library's idea of their width. Where that differs from the grid's, or the locale
/// cannot show a letter, a question mark of the right width stands in, so that no row can ever shift.
struct CellEncoder {
  private let unicode: Bool
  private var table: StyleTable
  private var row: [cchar_t] = []
  private var lastStyle = Style.plain
  private var lastEncoded = EncodedStyle.plain

  /// An encoder for a terminal that shows Unicode or ASCII only, with the styles of `table`.
  init(unicode: Bool, table: StyleTable) {
    self.unicode = unicode
    self.table = table
  }

  /// Whether colour pairs ran out; see ``StyleTable``.
  var isExhausted: Bool { table.isExhausted }

  /// Forgets all colour pairs.
  mutating func reset() {
    table.reset()
    lastStyle = .plain
    lastEncoded = .plain
  }

  /// Calls `draw` with the row in ncurses' form: one element per letter, blanks up to `columns`.
  mutating func encode<Result>(
    _ cells: ArraySlice<Cell>, columns: Int, define: StyleTable.DefinePair,
    draw: (UnsafeBufferPointer<cchar_t>) throws -> Result
  ) rethrows -> Result {
    row.removeAll(keepingCapacity: true)
    var used = 0
    for cell in cells.prefix(columns) where !cell.isTrailingHalf {
      let wide = cell.isWide
      append(cell, width: wide ? 2 : 1, room: columns - used, define: define)
      used += wide ? 2 : 1
    }
    while used < columns {
      append(0x20, style: .plain)
      used += 1
    }
    return try row.withUnsafeBufferPointer(draw)
  }

  private mutating func append(_ cell: Cell, width: Int, room: Int, define: StyleTable.DefinePair) {
    let style = encoded(cell.style, define: define)
    guard width <= room else { return append(0x20, style: style) }
    var scalars: (wchar_t, wchar_t, wchar_t, wchar_t) = (0, 0, 0, 0)
    var count = 0
    cell.forEachScalar { scalar in
      let value = wchar_t(scalar.value)
      switch count {
      case 0: scalars.0 = value
      case 1 where cn_scalar_columns(scalar.value) == 0: scalars.1 = value
      case 2 where cn_scalar_columns(scalar.value) == 0 && scalars.1 != 0: scalars.2 = value
      default: break
      }
      count += 1
    }
    guard isShowable(scalars.0, width: width) else {
      append(0x3F, style: style)
      if width == 2 { append(0x20, style: style) }
      return
    }
    var encodedCell = cchar_t()
    withUnsafePointer(to: &scalars) { pointer in
      pointer.withMemoryRebound(to: wchar_t.self, capacity: 4) { scalars in
        _ = cn_set_cell(&encodedCell, scalars, style.attributes, style.pair)
      }
    }
    row.append(encodedCell)
  }

  private mutating func append(_ ascii: wchar_t, style: EncodedStyle) {
    var cell = cchar_t()
    var scalars: (wchar_t, wchar_t) = (ascii, 0)
    withUnsafePointer(to: &scalars) { pointer in
      pointer.withMemoryRebound(to: wchar_t.self, capacity: 2) { scalars in
        _ = cn_set_cell(&cell, scalars, style.attributes, style.pair)
      }
    }
    row.append(cell)
  }

  private func isShowable(_ scalar: wchar_t, width: Int) -> Bool {
    if scalar >= 0x20 && scalar < 0x7F { return true }
    return unicode && cn_scalar_columns(UInt32(bitPattern: scalar)) == width
  }

  /// Neighbouring cells mostly look alike: the last style is kept at hand.
  private mutating func encoded(_ style: Style, define: StyleTable.DefinePair) -> EncodedStyle {
    if style == lastStyle { return lastEncoded }
    lastEncoded = table.encode(style, define: define)
    lastStyle = style
    return lastEncoded
  }
}

import TerminalCells

/// The pages, at the right end of the footer: the one shown is marked, the others wait for a key or a click.
///
/// Where room is short the others are letters. Names stand in their places whichever page is shown, and letters leave
/// the start of the bar where it is, so that the keys beside it do not move.
struct PageBar {
  /// A page where it lies.
  struct Item: Hashable {
    let page: PageID
    let text: String
    let columns: Range<Int>
  }

  let context: DrawingContext
  let pages: [Page]

  func draw(in area: Rect, on grid: inout Grid) {
    let theme = context.theme
    let taken = PageBar.columns(context.state, pages, in: area)
    guard taken > 0 else { return }
    grid.write("p", at: Point(column: area.maxColumn - taken + 1, row: area.row), style: theme.style(.key))
    for item in PageBar.items(context.state, pages, in: area) {
      let isShown = item.page == context.state.page
      let mark = isShown ? String(context.glyphs.right) : " "
      grid.write(
        mark + item.text, at: Point(column: item.columns.lowerBound, row: area.row),
        style: theme.style(isShown ? .title : .label), maxColumns: item.columns.count)
    }
  }

  /// Columns it takes at the right end; 0 where there is nothing to choose, and while keys mean something else.
  static func columns(_ state: ScreenState, _ pages: [Page], in area: Rect) -> Int {
    guard pages.count > 1, state.keyContext == .panels else { return 0 }
    let key = 3
    let edge = 2
    return key + edge + (isFull(pages, in: area) ? full(pages) : short(pages))
  }

  /// The pages in their places; read by the mouse too.
  static func items(_ state: ScreenState, _ pages: [Page], in area: Rect) -> [Item] {
    let taken = columns(state, pages, in: area)
    guard taken > 0 else { return [] }
    let isFull = isFull(pages, in: area)
    var column = area.maxColumn - taken + 3
    return pages.map { page in
      let text = isFull || page.id == state.page ? page.id.title : page.id.letters
      defer { column += text.count + 2 }
      return Item(page: page.id, text: text, columns: column..<column + text.count + 1)
    }
  }

  /// The page under a cell.
  static func page(at place: Point, _ state: ScreenState, _ pages: [Page], in area: Rect) -> PageID? {
    guard state.message == nil else { return nil }
    return items(state, pages, in: area).first { $0.columns.contains(place.column) }?.page
  }

  /// All names may take a third of the row.
  private static func isFull(_ pages: [Page], in area: Rect) -> Bool { full(pages) * 3 <= area.columns }

  private static func full(_ pages: [Page]) -> Int { pages.reduce(0) { $0 + $1.id.title.count + 2 } }

  private static func short(_ pages: [Page]) -> Int {
    pages.reduce(0) { $0 + $1.id.letters.count + 2 }
      + (pages.map { $0.id.title.count - $0.id.letters.count }.max() ?? 0)
  }
}

import CNcurses
import Glibc
import TerminalCells

/// One ncurses screen: takes a pair of descriptors over, shows grids on it, and reads what is typed.
///
/// ncurses knows one current screen per process; each call makes this one current first. Works on anything
/// ncurses can write to, `/dev/null` included: that it is a terminal is for the owner to check.
@MainActor
final class CursesScreen {
  private(set) var size: Size

  private let screen: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  // Reading from a window first refreshes it. A pad is never refreshed, so reading shows nothing.
  private let keys: UnsafeMutablePointer<WINDOW>
  private let input: CursesStream
  private let output: CursesStream
  private var encoder: CellEncoder
  private var shown: Grid?
  private var isOpen = true

  /// Takes the descriptors over (copies of them: the caller keeps its own).
  ///
  /// - Parameters:
  ///   - entry: the terminfo entry to go by.
  ///   - size: the size of the screen; `nil` for what the terminal, the environment or terminfo say.
  /// - Throws: ``TerminalError`` where ncurses refuses; nothing has been written then.
  init(
    entry: TerminfoEntry, capabilities: TerminalCapabilities, input: CInt, output: CInt, size: Size?
  ) throws(TerminalError) {
    guard let output = CursesStream(copying: output, mode: "w"), let input = CursesStream(copying: input, mode: "r")
    else { throw .refused("dup") }
    guard let screen = newterm(entry.name, output.file, input.file) else { throw .unknown(entry.name) }
    set_term(screen)
    if let size, !size.isEmpty { resizeterm(CInt(size.rows), CInt(size.columns)) }
    guard let window = newwin(0, 0, 0, 0), let keys = newpad(1, 1) else {
      endwin()
      delscreen(screen)
      throw .refused("newwin")
    }
    self.screen = screen
    self.window = window
    self.keys = keys
    self.input = input
    self.output = output
    self.size = Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
    encoder = CursesScreen.makeEncoder(capabilities)
    configure()
  }

  private static func makeEncoder(_ capabilities: TerminalCapabilities) -> CellEncoder {
    var depth = capabilities.colourDepth
    if depth != .none, start_color() != OK { depth = .none }
    if depth != .none { use_default_colors() }
    let colours = ScreenColours(
      depth: depth, count: Int(cn_colour_count()), isDirect: cn_is_direct_colour() != 0)
    let pairs = depth == .none ? 0 : min(Int(cn_pair_count()), maximumPairs)
    return CellEncoder(
      unicode: capabilities.unicode, table: StyleTable(colours: colours, maximumPairs: pairs))
  }

  private func configure() {
    set_escdelay(25)
    raw()
    noecho()
    nonl()
    intrflush(window, false)
    leaveok(window, true)
    keypad(keys, true)
    nodelay(keys, true)
    // Mouse reports are decoded here (see InputDecoder): ncurses' own way is limited to 223 columns on terminals
    // whose entry names the old encoding.
    cn_forget_key(KEY_MOUSE)
    curs_set(0)
  }

  /// Shows a grid: rows that differ from what is shown are handed to ncurses, which sends what differs within them.
  func present(_ grid: Grid) {
    guard isOpen else { return }
    set_term(screen)
    if encoder.isExhausted {
      encoder.reset()
      shown = nil
    }
    let before = shown?.size == grid.size ? shown : nil
    let changed = (0..<size.rows).filter { before?.row($0) != grid.row($0) }
    // ncurses would have the terminal scroll a region of itself where rows moved. Terminals that know no scrolling by
    // several rows keep what was there, and the others show it torn for a moment. Told of one row after another, it
    // finds none that moved.
    let oneByOne = before.map { before in changed.contains { grid.row($0).hasMoved(from: before) } } ?? false
    for index in changed {
      draw(grid.row(index), at: index)
      if oneByOne { wrefresh(window) }
    }
    shown = grid
    if !changed.isEmpty, !oneByOne { wrefresh(window) }
  }

  private func draw(_ row: ArraySlice<Cell>, at index: Int) {
    let window = window
    encoder.encode(row, columns: size.columns, define: CursesScreen.define) { cells in
      _ = mvwadd_wchnstr(window, CInt(index), 0, cells.baseAddress, CInt(cells.count))
    }
  }

  private static let define: StyleTable.DefinePair = { pair, foreground, background in
    init_extended_pair(pair, foreground, background) == OK
  }

  /// Sends everything again with the next grid.
  func invalidate() {
    guard isOpen else { return }
    shown = nil
    clearok(window, true)
  }

  /// Goes on at another size. What is shown must be presented again.
  func resize(to size: Size) {
    guard isOpen, !size.isEmpty else { return }
    set_term(screen)
    resizeterm(CInt(size.rows), CInt(size.columns))
    wresize(window, CInt(size.rows), CInt(size.columns))
    self.size = Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
    invalidate()
  }

  /// Gives the terminal back for a while; the next ``present(_:)`` takes it again.
  func leave() {
    guard isOpen else { return }
    set_term(screen)
    endwin()
    invalidate()
  }

  /// Gives the terminal back for good.
  func close() {
    guard isOpen else { return }
    leave()
    isOpen = false
    delwin(keys)
    delwin(window)
    delscreen(screen)
    input.close()
    output.close()
  }

  /// Pairs beyond these are not needed at once by any screen, and ncurses keeps memory for each.
  private static let maximumPairs = 8192
}

extension CursesScreen {
  /// Everything typed and not read yet, one batch as it arrived.
  func readInput() -> [RawInput] {
    guard isOpen else { return [] }
    set_term(screen)
    var batch: [RawInput] = []
    var code: wint_t = 0
    while true {
      switch wget_wch(keys, &code) {
      case OK: batch.append(.scalar(code))
      case KEY_CODE_YES: batch.append(.key(named(CInt(bitPattern: code))))
      default: return batch
      }
    }
  }

  private func named(_ code: CInt) -> CursesKey {
    CursesKey(code: code, name: keyname(code).map { String(cString: $0) } ?? "")
  }

  /// What ncurses believes to be at a place: for tests that read a screen back.
  func cell(at point: Point) -> (scalars: [UInt32], attributes: UInt32, pair: Int32)? {
    set_term(screen)
    var cell = cchar_t()
    guard mvwin_wch(window, CInt(point.row), CInt(point.column), &cell) == OK else { return nil }
    var scalars = [wchar_t](repeating: 0, count: Int(CCHARW_MAX) + 1)
    var attributes: UInt32 = 0
    var pair: CInt = 0
    guard cn_get_cell(&cell, &scalars, &attributes, &pair) == OK else { return nil }
    return (scalars.prefix { $0 != 0 }.map { UInt32(bitPattern: $0) }, attributes, pair)
  }
}

extension ArraySlice<Cell> {
  /// True for a row whose letters one row of a grid had; what several had, as blank ones do, does not count. Styles do
  /// not either: ncurses looks for rows that moved by their letters alone.
  fileprivate func hasMoved(from grid: Grid) -> Bool {
    (0..<grid.size.rows).count { grid.row($0).elementsEqual(self) { $0.isSameLetter(as: $1) } } == 1
  }
}

import CNcurses
import Glibc
import TerminalCells
import Testing

@testable import NcursesTerminal

@Suite("ncurses without a terminal")
@MainActor
struct HeadlessScreenTests {
  private func withScreen(
    _ term: String = "xterm-256color", unicode: Bool = true, columns: Int = 20, rows: Int = 3,
    output: CInt? = nil, _ body: (CursesScreen) throws -> Void
  ) throws {
    setlocale(LC_CTYPE, "C.UTF-8")
    let null = open("/dev/null", O_RDWR)
    defer { close(null) }
    let entry = try #require(TerminfoEntry.find(term, output: null))
    let screen = try CursesScreen(
      entry: entry,
      capabilities: TerminalCapabilities(colourDepth: ColourDepth(entry: entry), unicode: unicode, mouse: false),
      input: null, output: output ?? null, size: Size(columns: columns, rows: rows))
    defer { screen.close() }
    try body(screen)
  }

  private func shown(_ screen: CursesScreen, row: Int) -> String {
    var text = ""
    for column in 0..<screen.size.columns {
      guard let cell = screen.cell(at: Point(column: column, row: row)) else { continue }
      for scalar in cell.scalars.compactMap(Unicode.Scalar.init) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  @Test("the cells of a grid are the cells of the screen, combining marks and wide letters included")
  func cells() throws {
    try withScreen { screen in
      #expect(screen.size == Size(columns: 20, rows: 3))
      var grid = Grid(size: screen.size)
      grid.write("net β e\u{301} 世界|", at: Point(column: 0, row: 2), style: .plain.bold)
      screen.present(grid)
      let first = try #require(screen.cell(at: Point(column: 0, row: 2)))
      #expect(first.attributes == cn_attributes(UInt32(CN_BOLD)))
      let marked = try #require(screen.cell(at: Point(column: 6, row: 2)))
      #expect(marked.scalars == [0x65, 0x301])
      let bar = try #require(screen.cell(at: Point(column: 12, row: 2)))
      #expect(bar.scalars == [0x7C])
    }
  }

  @Test("in ASCII every other letter is a question mark of the same width")
  func ascii() throws {
    try withScreen(unicode: false) { screen in
      var grid = Grid(size: screen.size)
      grid.write("β|世|", at: .zero)
      screen.present(grid)
      #expect(shown(screen, row: 0).hasPrefix("?|? |"))
    }
  }

  @Test("our widths are the C library's for every letter that is written, so no row ever shifts")
  func widths() throws {
    setlocale(LC_CTYPE, "C.UTF-8")
    var differing: [String] = []
    for value in UInt32(0x20)..<0x3_2000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let ours = TextWidth.columns(of: Character(scalar))
      guard ours > 0, String(scalar).sanitised == String(scalar) else { continue }
      // Some marks that take a place of their own are none to the C library; as cells they become question marks.
      guard scalar.properties.generalCategory != .spacingMark else { continue }
      // -1: the C library has not heard of it; it is shown as a question mark.
      let theirs = cn_scalar_columns(value)
      if theirs >= 0, Int(theirs) != ours { differing.append("U+\(String(value, radix: 16)) \(ours) \(theirs)") }
    }
    #expect(differing.isEmpty)
  }

  @Test("colours are pairs, the same colours the same pair", arguments: ["xterm-256color", "xterm", "linux", "vt100"])
  func pairs(term: String) throws {
    try withScreen(term) { screen in
      var grid = Grid(size: screen.size)
      grid.write("a", at: .zero, style: Style(foreground: .red))
      grid.write("b", at: Point(column: 1, row: 0), style: Style(foreground: .red, attributes: .underline))
      grid.write("c", at: Point(column: 2, row: 0), style: Style(background: .blue))
      screen.present(grid)
      let pairs = (0..<4).compactMap { screen.cell(at: Point(column: $0, row: 0))?.pair }
      #expect(pairs == (term == "vt100" ? [0, 0, 0, 0] : [1, 1, 2, 0]))
    }
  }

  @Test("more colours than pairs: the next frame starts over, and shows its own")
  func manyColours() throws {
    try withScreen("xterm", columns: 80) { screen in
      for shift in 0..<3 {
        var grid = Grid(size: screen.size)
        for column in 0..<80 {
          grid.write(
            "x", at: Point(column: column, row: 0),
            style: Style(foreground: .palette(UInt8(column % 8)), background: .palette(UInt8((column / 8 + shift) % 8)))
          )
        }
        screen.present(grid)
        #expect(screen.cell(at: .zero)?.pair != nil)
      }
      var grid = Grid(size: screen.size)
      grid.write("x", at: .zero, style: Style(foreground: .red))
      screen.present(grid)
      #expect(screen.cell(at: .zero)?.pair == 1)
    }
  }

  @Test("grids of any size show what fits, and the rest is blank")
  func sizes() throws {
    try withScreen(columns: 6, rows: 2) { screen in
      var large = Grid(size: Size(columns: 9, rows: 4))
      large.fill(large.bounds, with: "世")
      screen.present(large)
      var small = Grid(size: Size(columns: 2, rows: 1))
      small.write("ab", at: .zero)
      screen.present(small)
      #expect(shown(screen, row: 0) == "ab    " && shown(screen, row: 1) == "      ")
      screen.present(Grid(size: .zero))
      #expect(shown(screen, row: 0) == "      ")
      var odd = Grid(size: Size(columns: 8, rows: 1))
      odd.write("abcde世", at: .zero)
      screen.present(odd)
      #expect(shown(screen, row: 0) == "abcde ")
    }
  }

  @Test(
    "rows that moved are written anew, in another style as well: the terminal is never asked to scroll",
    arguments: [-3, -2, -1, 1, 2, 3], [Style.plain, Style(attributes: .bold)])
  func moved(by lines: Int, style: Style) throws {
    let file = try #require(tmpfile())
    defer { fclose(file) }
    try withScreen(columns: 60, rows: 24, output: fileno(file)) { screen in
      for (first, style) in [(10, Style.plain), (10 + lines, style)] {
        var grid = Grid(size: screen.size)
        for row in 4..<20 {
          let words = String(repeating: "row \(row + first) ", count: 6)
          grid.write(words, at: Point(column: 0, row: row), style: style)
        }
        grid.write("the last", at: Point(column: 0, row: 23))
        screen.present(grid)
      }
    }
    rewind(file)
    var bytes = [UInt8](repeating: 0, count: 65_536)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("row \(19 + 10)") && text.contains("the last"))
    // A region, but for the whole screen as it is taken and left; scrolling in it; lines put in or taken out.
    let scrolling = text.matches(of: /\u{1B}\[(?!1;24r)[0-9;]*[rSTLM]|\u{1B}M/).map { String($0.output) }
    #expect(scrolling == [])
  }

  @Test("a closed screen stays silent")
  func closed() throws {
    try withScreen { screen in
      screen.close()
      screen.present(Grid(size: screen.size))
      screen.resize(to: Size(columns: 5, rows: 5))
      #expect(screen.readInput().isEmpty)
      screen.close()
    }
  }
}

import TerminalCells
import Testing

@Suite("Headless terminal")
@MainActor
struct HeadlessTerminalTests {
  @Test("what is presented is kept, what is sent is heard, until it is closed")
  func keeps() {
    let terminal = HeadlessTerminal(size: Size(columns: 10, rows: 2))
    var heard: [InputEvent] = []
    terminal.setInputHandler { heard.append($0) }
    terminal.type("Ctrl-R", "q", "ok")
    terminal.resize(to: Size(columns: 5, rows: 1))
    terminal.suspend()
    #expect(
      heard == [
        .key(.control("r")), .key(.character("q")), .key(.character("o")), .key(.character("k")),
        .resize(Size(columns: 5, rows: 1)), .resumed,
      ])
    terminal.present(Grid(size: terminal.size))
    terminal.setTitle("a\u{7}b")
    terminal.copy("beta")
    terminal.ring()
    #expect(terminal.grids.count == 1 && terminal.titles == ["ab"] && terminal.copies == ["beta"])
    #expect(terminal.rings == 1 && terminal.suspensions == 1)
    terminal.close()
    terminal.present(Grid(size: terminal.size))
    terminal.type("q")
    #expect(terminal.grids.count == 1 && heard.count == 6 && terminal.isClosed)
  }
}

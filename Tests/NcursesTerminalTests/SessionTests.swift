import Glibc
import HedgeTestSupport
import SeededRandom
import TerminalCells
import Testing

@testable import NcursesTerminal

/// A session on a pseudo-terminal of its own, and what it announced.
@MainActor
final class SessionOnPty {
  let pair: PtyPair
  let session: NcursesSession
  private(set) var events: [InputEvent] = []

  init(
    _ term: String = "xterm-256color", size: Size = Size(columns: 40, rows: 10),
    options: TerminalOptions = TerminalOptions(unicode: true), tmux: String = ""
  ) throws {
    pair = try PtyPair(size: size)
    session = try NcursesSession(
      options: options, environment: TerminalEnvironment(term: term, tmux: tmux), input: pair.descriptor,
      output: pair.descriptor, holdsProcess: false)
    session.setInputHandler { [weak self] in self?.events.append($0) }
  }

  var screen: PtyScreen { pair.screen }

  /// Presents a grid and reads what comes out.
  func show(_ grid: Grid) {
    session.present(grid)
    screen.readAvailable()
  }

  func waitForEvents(_ count: Int) async throws {
    try await screen.wait(for: "\(count) events, not \(events)") { _ in events.count >= count }
  }
}

@Suite("A session on a pseudo-terminal", .serialized, .onThreadOfItsOwn)
@MainActor
struct SessionTests {
  @Test("what is presented is what is seen, letters and looks", arguments: 0..<10)
  func seen(seed: UInt64) throws {
    let fixture = try SessionOnPty()
    defer { fixture.session.close() }
    var random = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let grid = random.grid(size: fixture.session.size)
      fixture.show(grid)
      #expect(fixture.screen.emulator.text == grid.text)
      #expect(fixture.screen.emulator.styleDifferences(from: grid) == [])
      #expect(fixture.screen.emulator.unknownSequences == [])
    }
  }

  @Test(
    "a direct-colour terminal gets red, green and blue as they are",
    .enabled("needs xterm-direct in terminfo") {
      await MainActor.run { TerminfoEntry.find("xterm-direct", output: STDOUT_FILENO) != nil }
    })
  func trueColour() throws {
    let fixture = try SessionOnPty("xterm-direct")
    defer { fixture.session.close() }
    #expect(fixture.session.capabilities.colourDepth == .trueColour)
    var grid = Grid(size: fixture.session.size)
    grid.write("x", at: .zero, style: Style(foreground: .rgb(1, 200, 3), background: .rgb(40, 41, 42)))
    fixture.show(grid)
    #expect(fixture.screen.emulator[.zero].style == Style(foreground: .rgb(1, 200, 3), background: .rgb(40, 41, 42)))
  }

  @Test("the same picture again writes nothing; one changed cell writes little")
  func quiet() throws {
    let fixture = try SessionOnPty(size: Size(columns: 120, rows: 40))
    defer { fixture.session.close() }
    var grid = Grid(size: fixture.session.size)
    grid.fill(grid.bounds, with: "x", style: .plain.bold)
    fixture.show(grid)
    let before = fixture.screen.byteCount
    for _ in 0..<10 { fixture.show(grid) }
    #expect(fixture.screen.byteCount == before)
    grid.write("7", at: Point(column: 60, row: 20), style: .plain.bold)
    fixture.show(grid)
    let cost = fixture.screen.byteCount - before
    #expect(cost > 0 && cost < 40)
    fixture.session.redraw()
    fixture.show(grid)
    #expect(fixture.screen.byteCount - before > 1000)
    #expect(fixture.screen.emulator.text == grid.text)
  }

  @Test("keys, mouse and pastes arrive as events")
  func input() async throws {
    let fixture = try SessionOnPty()
    defer { fixture.session.close() }
    fixture.show(Grid(size: fixture.session.size))
    #expect(fixture.screen.emulator.modes.isSuperset(of: [1000, 1006, 2004]))
    let names = ["q", "Ctrl-C", "F5", "PgUp", "Shift-Tab", "Up", "Ctrl-Right", "Enter", "Alt-x", "β"]
    for name in names {
      let count = fixture.events.count
      try fixture.screen.press(name)
      try await fixture.waitForEvents(count + 1)
    }
    #expect(fixture.events == names.compactMap { KeyPress(parsing: $0) }.map(InputEvent.key))
    fixture.screen.click(at: Point(column: 250, row: 7))
    fixture.screen.send("\u{1B}[200~0.5\u{1B}[201~")
    try await fixture.waitForEvents(names.count + 3)
    #expect(
      fixture.events.suffix(3) == [
        .mouse(MouseEvent(.press(.left), at: Point(column: 250, row: 7))),
        .mouse(MouseEvent(.release(.left), at: Point(column: 250, row: 7))), .paste("0.5"),
      ])
  }

  @Test("the new size is adopted, announced once, and drawn at")
  func resize() throws {
    let fixture = try SessionOnPty()
    defer { fixture.session.close() }
    var random = SeededGenerator(seed: 1)
    for _ in 0..<100 {
      let size = Size(columns: .random(in: 1...150, using: &random), rows: .random(in: 1...50, using: &random))
      fixture.screen.resize(to: size)
      fixture.session.handle(signal: SIGWINCH)
      #expect(fixture.session.size == size)
      let grid = random.grid(size: size)
      fixture.show(grid)
      #expect(fixture.screen.emulator.text == grid.text)
    }
    let announced = fixture.events.count
    fixture.session.handle(signal: SIGWINCH)
    #expect(fixture.events.count == announced)
  }

  @Test("closing gives the main screen, the cursor, the modes and the settings back, once")
  func closing() throws {
    let fixture = try SessionOnPty()
    fixture.show(Grid(size: fixture.session.size))
    #expect(fixture.screen.emulator.isAlternate && !fixture.screen.emulator.cursorIsVisible)
    #expect(fixture.screen.settings?.echoes == false && fixture.screen.settings?.sendsSignals == false)
    fixture.session.close()
    fixture.screen.readAvailable()
    let emulator = fixture.screen.emulator
    #expect(!emulator.isAlternate && emulator.cursorIsVisible && emulator.style == .plain)
    #expect(emulator.modes.isDisjoint(with: [1000, 1006, 2004]))
    #expect(fixture.screen.settings == (try PtyPair(size: Size(columns: 9, rows: 9)).screen.settings))
    let bytes = fixture.screen.byteCount
    fixture.session.close()
    fixture.session.present(Grid(size: fixture.session.size))
    fixture.session.ring()
    fixture.session.setTitle("late")
    fixture.screen.readAvailable()
    #expect(fixture.screen.byteCount == bytes)
  }

  @Test("a terminal that is gone is announced once, even where no signal tells of it")
  func hangUp() async throws {
    let fixture = try SessionOnPty()
    fixture.show(Grid(size: fixture.session.size))
    fixture.screen.hangUp()
    try await fixture.waitForEvents(1)
    #expect(fixture.events == [.hangUp])
    fixture.session.present(Grid(size: fixture.session.size, style: .plain.bold))
    fixture.session.close()
  }

  @Test("bell, title and clipboard reach the terminal, and nothing in them acts on it")
  func sequences() throws {
    let fixture = try SessionOnPty()
    defer { fixture.session.close() }
    fixture.show(Grid(size: fixture.session.size))
    fixture.session.ring()
    fixture.session.setTitle("net β\u{7}\u{1B}[2J")
    fixture.session.copy("β = 1.02")
    fixture.screen.readAvailable()
    #expect(fixture.screen.emulator.bells == 1)
    #expect(fixture.screen.emulator.title == "net β[2J")
    #expect(fixture.screen.emulator.clipboard == ["zrIgPSAxLjAy"])
    #expect(fixture.screen.emulator.unknownSequences == [])
  }

  @Test("inside of tmux the clipboard is sent plainly and wrapped")
  func tmux() {
    let sequence = ControlSequences.copy("a", insideTmux: true)
    #expect(sequence == "\u{1B}]52;c;YQ==\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{7}\u{1B}\\")
  }

  @Test("text is encoded with padding", arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v")])
  func base64(text: String, expected: String) {
    #expect(ControlSequences.base64(Array(text.utf8)) == expected)
  }

  @Test("terminals that are not xterm's relatives get none of its sequences")
  func foreign() throws {
    let fixture = try SessionOnPty("vt100")
    var grid = Grid(size: fixture.session.size)
    grid.write("net", at: .zero, style: Style(foreground: .red, attributes: .bold))
    fixture.show(grid)
    fixture.session.setTitle("title")
    fixture.session.copy("text")
    fixture.session.close()
    fixture.screen.readAvailable()
    let output = String(decoding: fixture.screen.output, as: UTF8.self)
    #expect(output.contains("net"))
    #expect(!output.contains("\u{1B}]") && !output.contains("[?1000") && !output.contains("[?2004"))
  }
}

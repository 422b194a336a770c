import CNcurses
import Glibc
import HedgeTestSupport
import TerminalCells
import Testing

@testable import NcursesTerminal

@Suite("What a terminal can do")
@MainActor
struct DetectionTests {
  private static func entry(colours: Int, direct: Bool = false) -> TerminfoEntry {
    TerminfoEntry(name: "x", colours: colours, isDirectColour: direct, placesCursor: true, leaving: "")
  }

  @Test(
    "colours are what terminfo allows, fewer where flags or NO_COLOR say so",
    arguments: [
      (256, false, "", nil, .palette256), (256, false, "1", nil, .none), (256, false, "1", .ansi16, .ansi16),
      (256, false, "", .trueColour, .palette256), (256, false, "", .ansi16, .ansi16),
      (256, false, "", ColourDepth.none, .none), (16, false, "", nil, .ansi16), (88, false, "", nil, .ansi16),
      (8, false, "", nil, .ansi16), (-1, false, "", nil, .none), (0x100_0000, true, "", nil, .trueColour),
      (0x100_0000, true, "", .palette256, .palette256),
    ] as [(Int, Bool, String, ColourDepth?, ColourDepth)])
  func depth(colours: Int, direct: Bool, noColour: String, wish: ColourDepth?, expected: ColourDepth) {
    let found = TerminalCapabilities.detect(
      options: TerminalOptions(colourDepth: wish),
      environment: TerminalEnvironment(term: "x", noColour: noColour),
      entry: DetectionTests.entry(colours: colours, direct: direct), codeset: "UTF-8")
    #expect(found.colourDepth == expected)
  }

  @Test(
    "Unicode follows the character set unless a flag says otherwise",
    arguments: [
      ("UTF-8", nil, true), ("utf8", nil, true), ("ANSI_X3.4-1968", nil, false), ("ISO-8859-1", nil, false),
      ("UTF-8", false, false), ("ANSI_X3.4-1968", true, true),
    ] as [(String, Bool?, Bool)])
  func unicode(codeset: String, wish: Bool?, expected: Bool) {
    let found = TerminalCapabilities.detect(
      options: TerminalOptions(unicode: wish), environment: TerminalEnvironment(term: "x"),
      entry: DetectionTests.entry(colours: 256), codeset: codeset)
    #expect(found.unicode == expected)
  }

  @Test("a direct-colour entry is looked for first where the terminal takes such colours")
  func entryNames() {
    let plain = TerminalEnvironment(term: "xterm-256color")
    let rich = TerminalEnvironment(term: "xterm-256color", colourTerm: "truecolor")
    let monochrome = TerminalEnvironment(term: "xterm-256color", colourTerm: "24bit", noColour: "1")
    #expect(plain.entryNames(options: TerminalOptions()) == ["xterm-256color"])
    #expect(rich.entryNames(options: TerminalOptions()) == ["xterm-direct", "xterm-256color"])
    #expect(rich.entryNames(options: TerminalOptions(colourDepth: .palette256)) == ["xterm-256color"])
    #expect(monochrome.entryNames(options: TerminalOptions()) == ["xterm-256color"])
    #expect(plain.entryNames(options: TerminalOptions(colourDepth: .trueColour)).first == "xterm-direct")
  }

  @Test("terminfo is read without taking the terminal over")
  func terminfo() throws {
    let entry = try #require(TerminfoEntry.find("xterm-256color", output: STDOUT_FILENO))
    #expect(entry.colours == 256 && !entry.isDirectColour && entry.placesCursor)
    #expect(entry.leaving.contains("\u{1B}[?1049l") && entry.leaving.contains("\u{1B}[?25h"))
    #expect(TerminfoEntry.find("no-such-terminal", output: STDOUT_FILENO) == nil)
    #expect(TerminfoEntry.find("dumb", output: STDOUT_FILENO)?.placesCursor == false)
  }

  @Test("delays meant for ncurses' own output are taken out of sequences")
  func padding() {
    #expect(TerminfoEntry.withoutPadding("\u{1B}[m$<2>x$<5/>") == "\u{1B}[mx")
    #expect(TerminfoEntry.withoutPadding("a$b$<") == "a$b$<")
  }

  @Test("without a terminal there is an error that says so, and nothing is written")
  func refusals() throws {
    let pair = try PtyPair(size: Size(columns: 80, rows: 24))
    let null = open("/dev/null", O_RDWR)
    defer { close(null) }
    let good = TerminalEnvironment(term: "xterm-256color")
    expectError(.notATerminal, good, input: null, output: pair.descriptor)
    expectError(.notATerminal, good, input: pair.descriptor, output: null)
    for (term, code) in [
      ("dumb", TerminalError.Code.dumbTerminal), ("", .dumbTerminal), ("no-such-terminal", .unknownTerminal),
    ] {
      expectError(code, TerminalEnvironment(term: term), input: pair.descriptor, output: pair.descriptor)
    }
    #expect(!pair.screen.readAvailable())
  }

  private func expectError(
    _ code: TerminalError.Code, _ environment: TerminalEnvironment, input: CInt, output: CInt
  ) {
    #expect {
      try NcursesSession(environment: environment, input: input, output: output, holdsProcess: false)
    } throws: { error in
      (error as? TerminalError)?.code == code && !"\(error)".isEmpty
    }
  }
}

import Glibc
import HedgeTestSupport
import SeededRandom
import TerminalCells
import Testing

@testable import NcursesTerminal

@Suite("A program on a pseudo-terminal", .onThreadOfItsOwn)
struct ProcessTests {
  private func start(
    passesHangUp: Bool = true, environment: [String: String] = [:]
  ) async throws -> PtyProcess {
    let program = try PtyProcess(
      BuiltProduct.path(named: "TerminalProbe"),
      environment: PtyProcess.environment.merging(environment) { $1 },
      size: Size(columns: 40, rows: 8), passesHangUp: passesHangUp)
    try await program.screen.wait(forText: "0 started")
    return program
  }

  private func expectGivenBack(_ program: PtyProcess) {
    program.screen.readAvailable()
    let emulator = program.screen.emulator
    #expect(!emulator.isAlternate && emulator.cursorIsVisible && emulator.style == .plain)
    #expect(emulator.modes.isDisjoint(with: [1000, 1006, 2004]))
    #expect(emulator.unknownSequences == [])
    #expect(program.screen.settings == program.initialSettings)
  }

  @Test("it draws, hears, and gives the terminal back on quitting")
  func quits() async throws {
    let program = try await start()
    #expect(program.screen.emulator.title == "probe" && program.screen.emulator.isAlternate)
    try program.screen.press("Ctrl-C")
    try await program.screen.wait(forText: "1 key Ctrl-C")
    try program.screen.press("q")
    #expect(try await program.waitForExit() == .exited(0))
    expectGivenBack(program)
  }

  @Test("signals that ask to end are answered with 128 + n", arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT])
  func terminates(signal: Int32) async throws {
    let program = try await start()
    try await program.signal(signal)
    #expect(try await program.waitForExit() == .exited(128 + signal))
    expectGivenBack(program)
  }

  @Test("a crash gives the terminal back and says why, and still ends by the signal")
  func crashes() async throws {
    let program = try await start()
    try program.screen.press("c")
    let ending = try await program.waitForExit()
    #expect([.killed(signal: SIGILL), .killed(signal: SIGTRAP)].contains(ending))
    expectGivenBack(program)
    let said = String(decoding: program.screen.output, as: UTF8.self)
    #expect(said.contains("Fatal error: Index out of range"))
  }

  @Test("using up the stack gives the terminal back")
  func stackOverflow() async throws {
    let program = try await start()
    try program.screen.press("o")
    #expect(try await program.waitForExit() == .killed(signal: SIGSEGV))
    expectGivenBack(program)
  }

  @Test("signals that mean a crash give the terminal back", arguments: [SIGSEGV, SIGABRT, SIGBUS, SIGFPE])
  func crashSignals(signal: Int32) async throws {
    let program = try await start()
    try await program.signal(signal)
    #expect(try await program.waitForExit() == .killed(signal: signal))
    expectGivenBack(program)
  }

  @Test("standard error stays off the screen and is shown afterwards")
  func standardError() async throws {
    let program = try await start()
    try program.screen.press("e")
    try await program.screen.wait(forText: "1 key e")
    #expect(!program.screen.emulator.shows("a word to standard error"))
    try program.screen.press("q")
    #expect(try await program.waitForExit() == .exited(0))
    expectGivenBack(program)
    #expect(program.screen.emulator.shows("a word to standard error"))
  }

  @Test("Ctrl-Z gives the terminal back while stopped, and takes it again", arguments: [true, false])
  func suspends(byKey: Bool) async throws {
    let program = try await start()
    if byKey { try program.screen.press("Ctrl-Z") } else { try await program.signal(SIGTSTP) }
    try await program.waitForStop()
    expectGivenBack(program)
    program.screen.resize(to: Size(columns: 50, rows: 9))
    try await program.signal(SIGCONT)
    try await program.screen.wait(forText: "probe 50x9")
    try await program.screen.wait(forText: "resumed")
    #expect(program.screen.emulator.isAlternate)
    #expect(program.screen.settings?.isCanonical == false)
    try program.screen.press("q")
    #expect(try await program.waitForExit() == .exited(0))
    expectGivenBack(program)
  }

  @Test("stopped without warning, it takes the terminal again when continued")
  func stopped() async throws {
    let program = try await start()
    try await program.signal(SIGSTOP)
    try await program.waitForStop()
    try await program.signal(SIGCONT)
    try await program.screen.wait(forText: "resumed")
    #expect(program.screen.emulator.isAlternate)
    try program.screen.press("q")
    #expect(try await program.waitForExit() == .exited(0))
    expectGivenBack(program)
  }

  @Test("a storm of sizes ends with the last one drawn")
  func resizes() async throws {
    let program = try await start()
    var random = SeededGenerator(seed: 9)
    for _ in 0..<300 {
      program.screen.resize(
        to: Size(columns: .random(in: 1...200, using: &random), rows: .random(in: 1...60, using: &random)))
    }
    program.screen.resize(to: Size(columns: 77, rows: 11))
    try await program.screen.wait(for: "the last size drawn") { $0.shows("probe 77x11") }
    try await program.screen.waitUntilIdle()
    let text = program.screen.emulator.text
    #expect(text.first == "╭" + String(repeating: "─", count: 75) + "╮")
    #expect(text.last == "╰" + String(repeating: "─", count: 75) + "╯")
    try program.screen.press("q")
    #expect(try await program.waitForExit() == .exited(0))
  }

  @Test("it ends by itself when its terminal closes, told once, twice or not at all", arguments: [true, false])
  func hangsUp(passesHangUp: Bool) async throws {
    let program = try await start(passesHangUp: passesHangUp)
    program.screen.hangUp()
    let ending = try await program.waitForExit()
    let noticed = PtyProcess.Ending.exited(3)
    #expect(ending == noticed || passesHangUp && ending == .exited(128 + SIGHUP))
  }

  @Test("without a screen there is a message and no escape sequence", arguments: ["dumb", "", "no-such-terminal"])
  func refuses(term: String) async throws {
    let program = try PtyProcess(
      BuiltProduct.path(named: "TerminalProbe"), environment: ["TERM": term], size: Size(columns: 200, rows: 5))
    #expect(try await program.waitForExit() == .exited(1))
    #expect(program.screen.emulator.shows("probe: TERM"))
    #expect(!program.screen.output.contains(0x1B))
  }

  @Test("in a plain C locale everything is ASCII; NO_COLOR takes the colours")
  func plain() async throws {
    let program = try await start(environment: ["LC_ALL": "C", "LANG": "C", "NO_COLOR": "1"])
    #expect(program.screen.output.allSatisfy { $0 < 0x80 })
    #expect(program.screen.emulator.text.first == "+" + String(repeating: "-", count: 38) + "+")
    #expect(program.screen.emulator.grid.styleRows.joined().allSatisfy { $0.foreground == .terminalDefault })
    try program.screen.press("q")
    #expect(try await program.waitForExit() == .exited(0))
  }
}

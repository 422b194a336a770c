import Foundation
import HedgeTestSupport
import TerminalCells
import Testing

extension EndToEnd {
  @Suite("The first screen")
  struct FirstScreenTests {
    @Test(
      "started with nothing configured it says SIMULATED, shows all five panels and a verdict",
      arguments: [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)])
    func sizes(size: Size) async throws {
      let monitor = try await Monitor.shown(in: TemporaryHome(), size: size)
      let emulator = monitor.screen.emulator
      #expect(emulator.text.first?.contains("SIMULATED") == true)
      for panel in ["1 Spot", "2 ", "3 Net beta", "4 Margin", "5 Funding"] {
        #expect(emulator.shows(panel), "no panel \(panel) in\n\(monitor.screen.framedScreen)")
      }
      #expect(emulator.isAlternate && !emulator.cursorIsVisible)
      #expect(emulator.unknownSequences == [])
      try await monitor.quit()
    }

    @Test("it ends by itself after the refreshes asked for")
    func iterations() async throws {
      let monitor = try Monitor(["--max-iterations", "3", "-u", "100"], in: TemporaryHome())
      #expect(try await monitor.program.waitForExit() == .exited(0))
      monitor.expectGivenBack()
    }

    @Test(
      "it starts on every usual kind of terminal",
      arguments: [
        "xterm", "xterm-256color", "linux", "vt100", "screen-256color", "tmux-256color", "xterm-direct",
      ])
    func terminals(term: String) async throws {
      guard Self.isDescribed(term) else {
        print("skipped: terminfo has no \(term) here (package ncurses-term)")
        return
      }
      let monitor = try await Monitor.shown(in: TemporaryHome(), environment: ["TERM": term])
      try monitor.screen.press("q")
      #expect(try await monitor.program.waitForExit() == .exited(0))
      #expect(monitor.screen.settings == monitor.program.initialSettings)
    }

    private static func isDescribed(_ term: String) -> Bool {
      ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"].contains { folder in
        FileManager.default.fileExists(atPath: "\(folder)/\(term.prefix(1))/\(term)")
      }
    }

    @Test("with ASCII asked for, every byte is ASCII", arguments: [["-U"], []])
    func ascii(arguments: [String]) async throws {
      let locale = arguments.isEmpty ? ["LC_ALL": "C", "LANG": "C"] : [:]
      let monitor = try await Monitor.shown(arguments, in: TemporaryHome(), environment: locale)
      try monitor.screen.press("?")
      try await monitor.screen.wait(forText: "end the program from anywhere")
      try monitor.screen.press("?")
      try await monitor.screen.wait(for: "help gone") { !$0.shows("end the program from anywhere") }
      try monitor.screen.press("h")
      try await monitor.screen.wait(forText: "Hedge ratio of")
      try monitor.screen.press("Esc")
      try await monitor.screen.wait(for: "the dialog gone") { !$0.shows("Hedge ratio of") }
      try await monitor.quit()
      let foreign = monitor.screen.output.filter { $0 >= 0x80 }
      #expect(foreign.isEmpty)
    }

    @Test("NO_COLOR and -C leave no colour in the output", arguments: [["-C"], []])
    func noColour(arguments: [String]) async throws {
      let monitor = try await Monitor.shown(
        arguments, in: TemporaryHome(), environment: arguments.isEmpty ? ["NO_COLOR": "1"] : [:])
      let looks = monitor.screen.emulator.grid.styleRows.joined()
      #expect(looks.allSatisfy { $0.foreground == .terminalDefault && $0.background == .terminalDefault })
      #expect(monitor.screen.emulator.shows("in band") || monitor.screen.emulator.shows("BREACH"))
      try await monitor.quit()
      let output = String(decoding: monitor.screen.output, as: UTF8.self)
      let colours = output.matches(of: /\u{1B}\[([0-9;:]*)m/).flatMap { $0.1.split(separator: ";") }
        .compactMap { Int($0.prefix { $0.isNumber }) }
        .filter { (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0) }
      #expect(colours == [])
    }

    @Test(
      "where there can be no screen it says so, exits with 1, and writes no escape sequence",
      arguments: [
        "dumb", "no-such-terminal", "",
      ])
    func dumb(term: String) async throws {
      let monitor = try Monitor(in: TemporaryHome(), size: Size(columns: 200, rows: 5), environment: ["TERM": term])
      #expect(try await monitor.program.waitForExit() == .exited(1))
      #expect(monitor.screen.emulator.shows("hedgetop: TERM"))
      #expect(!monitor.screen.output.contains(0x1B))
    }

    @Test("without a terminal it says so, exits with 1, and writes no escape sequence")
    func pipe() throws {
      let run = try CommandRun([], in: TemporaryHome())
      #expect(run.status == 1 && run.output.isEmpty)
      #expect(run.errors.hasPrefix("hedgetop: ") && run.errors.contains("is not a terminal"))
      #expect(!run.errors.contains("\u{1B}"))
    }
  }
}

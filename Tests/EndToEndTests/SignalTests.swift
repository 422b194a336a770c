import Foundation
import HedgeTestSupport
import SeededRandom
import TerminalCells
import Testing

extension EndToEnd {
  @Suite("Signals, hang-ups and sizes")
  struct SignalTests {
    @Test("asked to end, it gives the terminal back and exits with 128 + n", arguments: [SIGTERM, SIGHUP, SIGINT])
    func ends(signal: Int32) async throws {
      let monitor = try await Monitor.shown(in: TemporaryHome())
      try await monitor.program.signal(signal)
      #expect(try await monitor.program.waitForExit() == .exited(128 + signal))
      monitor.expectGivenBack()
    }

    @Test("a crash gives the terminal back", arguments: [SIGSEGV, SIGABRT])
    func crashes(signal: Int32) async throws {
      let monitor = try await Monitor.shown(in: TemporaryHome())
      try await monitor.program.signal(signal)
      #expect(try await monitor.program.waitForExit() == .killed(signal: signal))
      monitor.expectGivenBack()
    }

    @Test("when the window closes it ends by itself, told by a signal or not", arguments: [true, false])
    func hangsUp(passesHangUp: Bool) async throws {
      let monitor = try await Monitor.shown(in: TemporaryHome(), passesHangUp: passesHangUp)
      monitor.screen.hangUp()
      #expect(try await monitor.program.waitForExit() == .exited(129))
    }

    @Test("Ctrl-Z and SIGTSTP give the terminal back until it is continued", arguments: [true, false])
    func suspends(byKey: Bool) async throws {
      let monitor = try await Monitor.shown(in: TemporaryHome())
      if byKey { try monitor.screen.press("Ctrl-Z") } else { try await monitor.program.signal(SIGTSTP) }
      try await monitor.program.waitForStop()
      monitor.expectGivenBack()
      monitor.screen.resize(to: Size(columns: 100, rows: 30))
      try await monitor.program.signal(SIGCONT)
      try await monitor.screen.wait(for: "the screen again") { $0.isAlternate && $0.shows("SIMULATED") }
      try await monitor.waitForVerdict()
      try await monitor.quit()
    }

    @Test("a storm of a thousand sizes, tiny ones too, ends with the last one drawn")
    func resizes() async throws {
      let monitor = try await Monitor.shown(["-u", "100"], in: TemporaryHome())
      var random = SeededGenerator(seed: 9)
      for _ in 0..<1000 {
        monitor.screen.resize(
          to: Size(columns: .random(in: 1...220, using: &random), rows: .random(in: 1...70, using: &random)))
      }
      monitor.screen.resize(to: Size(columns: 120, rows: 40))
      try await monitor.screen.wait(for: "a whole frame of the last size") { emulator in
        emulator.text.first?.contains("SIMULATED") == true && emulator.text.last?.contains("Help") == true
          && emulator.shows("5 Funding drag") && emulator.shows("1 Spot holdings")
      }
      try monitor.screen.press("Ctrl-L")
      try monitor.screen.press("f")
      try await monitor.screen.wait(forText: "FROZEN")
      #expect(monitor.screen.emulator.unknownSequences == [])
      #expect(monitor.program.ending == nil)
      try await monitor.quit()
    }

    @Test(
      "every small size is survived, and told where it is too small",
      arguments: [
        Size(columns: 1, rows: 1), Size(columns: 20, rows: 5), Size(columns: 59, rows: 17), Size(columns: 60, rows: 18),
        Size(columns: 300, rows: 3), Size(columns: 3, rows: 100),
      ])
    func small(size: Size) async throws {
      let monitor = try Monitor(in: TemporaryHome(), size: size)
      try await monitor.screen.wait(for: "a screen") { $0.isAlternate && !$0.wholeText.isEmpty }
      monitor.screen.resize(to: Size(columns: 120, rows: 40))
      try await monitor.waitForVerdict()
      try await monitor.quit()
    }
  }
}

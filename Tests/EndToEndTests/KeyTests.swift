import HedgeTestSupport
import SeededRandom
import TerminalCells
import Testing

extension EndToEnd {
  @Suite("Keys")
  struct KeyTests {
    @Test("help opens and closes; Esc never quits; q does")
    func help() async throws {
      let monitor = try await Monitor.shown(in: TemporaryHome())
      let screen = monitor.screen
      for key in ["?", "F1"] {
        try screen.press(key)
        try await screen.wait(forText: "end the program from anywhere")
        try screen.press("Esc")
        try await screen.wait(for: "help gone") { !$0.shows("end the program from anywhere") }
      }
      for _ in 0..<5 {
        // A key that follows at once would make Alt of the Escape.
        try screen.press("Esc")
        try await screen.waitUntilIdle()
      }
      try screen.press("?")
      try await screen.wait(forText: "end the program from anywhere")
      try screen.press("?")
      try await screen.wait(for: "help gone") { !$0.shows("end the program from anywhere") }
      #expect(monitor.program.ending == nil)
      try await monitor.quit()
    }

    @Test("Ctrl-C leaves from anywhere, the terminal as it was", arguments: ["", "?", "h", ":", "/", "l", "x"])
    func interrupt(place: String) async throws {
      let monitor = try await Monitor.shown(in: TemporaryHome())
      if !place.isEmpty { try monitor.screen.press(place) }
      try monitor.screen.press("Ctrl-C")
      #expect(try await monitor.program.waitForExit() == .exited(0))
      monitor.expectGivenBack()
    }

    @Test("freeze holds the display and says so; letting go shows the present")
    func freeze() async throws {
      let monitor = try await Monitor.shown(["-u", "100"], in: TemporaryHome())
      try monitor.screen.press("f")
      try await monitor.screen.wait(forText: "FROZEN")
      try monitor.screen.press("h")
      try await monitor.screen.wait(forText: "the display is frozen")
      try monitor.screen.press("f")
      try await monitor.screen.wait(for: "the display going on") { !$0.shows("FROZEN") }
      try await monitor.quit()
    }

    @Test("a panel is filtered, expanded, hidden and shown again")
    func panels() async throws {
      let monitor = try await Monitor.shown(in: TemporaryHome())
      let screen = monitor.screen
      try screen.press("/")
      screen.send("LINK")
      try screen.press("Enter")
      try await screen.wait(for: "only the filtered row") { !$0.shows("AVAX") && $0.shows("LINK") }
      try screen.press("Esc")
      try await screen.wait(forText: "AVAX")
      try screen.press("5")
      try await screen.wait(for: "no panel 5") { !$0.shows("5 Funding drag") }
      try screen.press("5", "e")
      try await screen.wait(for: "one panel alone") { $0.shows("5 Funding drag") && !$0.shows("4 Margin ratio") }
      try screen.press("Esc")
      try await screen.wait(forText: "4 Margin ratio")
      try await monitor.quit()
    }

    @Test("Ctrl-R reads the configuration again and says so; one with a mistake changes nothing, and is told")
    func reload() async throws {
      let home = try TemporaryHome()
      let configuration = try home.write(Configurations.simulated(hedgeRatio: "1"), as: "config.toml")
      let monitor = try await Monitor.shown(["-c", configuration], in: home)
      _ = try home.write(Configurations.simulated(hedgeRatio: "0.99"), as: "config.toml")
      try monitor.screen.press("Ctrl-R")
      try await monitor.screen.wait(for: "the new ratio") { $0.shows("H 0.99") && $0.shows("configuration read again") }
      _ = try home.write("nonsense = 1", as: "config.toml")
      try monitor.screen.press("Ctrl-R")
      try await monitor.screen.wait(forText: "configuration not changed: ")
      #expect(monitor.screen.emulator.shows("H 0.99"))
      try await monitor.quit()
    }

    @Test("hidden balances leave no amount on the screen; ratios stay")
    func hidden() async throws {
      let home = try TemporaryHome()
      let configuration = try home.write(Configurations.simulated(), as: "config.toml")
      let monitor = try await Monitor.shown(["-c", configuration, "--hide-balances"], in: home)
      let amounts = /100,000|\$[0-9]/
      #expect(!monitor.screen.emulator.wholeText.contains(amounts))
      try monitor.screen.press("h")
      try await monitor.screen.wait(forText: "Hedge ratio of")
      #expect(!monitor.screen.emulator.wholeText.contains(amounts))
      try monitor.screen.press("Esc")
      try await monitor.screen.wait(for: "the dialog gone") { !$0.shows("Hedge ratio of") }
      try await monitor.quit()
    }

    @Test("every key of every kind, a thousand times, leaves it running and able to quit")
    func monkey() async throws {
      let monitor = try await Monitor.shown(["-u", "100"], in: TemporaryHome())
      let names = [
        "?", "F1", "Esc", "Up", "Down", "j", "k", "g", "G", "PgUp", "PgDn", "Ctrl-U", "Ctrl-D", "Tab", "Shift-Tab", "1",
        "2", "3", "4", "5", "e", "Enter", "/", "s", "r", "R", "p", "P", "d", "f", "[", "]", "+", "-", "F5", "Ctrl-L",
        "Ctrl-R", "t", "T",
        "y", ":", "h", "x", "u", "v", "a", "l", "n", "0", ".", "Left", "Right", "Backspace", "Home", "End", "F9", "z",
        "Ctrl-Space", "Delete", "β",
      ]
      var random = SeededGenerator(seed: 5)
      for count in 0..<1000 {
        try monitor.screen.press(names.randomElement(using: &random) ?? "?")
        if count.isMultiple(of: 50) { try await monitor.screen.waitUntilIdle(for: .milliseconds(5)) }
      }
      #expect(monitor.program.ending == nil)
      try monitor.screen.press("Ctrl-C")
      // It answers what was pressed before; a slow build still has hundreds of frames to draw.
      #expect(try await monitor.program.waitForExit(within: .seconds(180)) == .exited(0))
      monitor.expectGivenBack()
    }
  }
}

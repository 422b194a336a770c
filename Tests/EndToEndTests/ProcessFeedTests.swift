import HedgeTestSupport
import TerminalCells
import Testing

extension EndToEnd {
  @Suite("Feeds that are programs")
  struct ProcessFeedTests {
    private static let quote = #"echo '{"type":"quote","instrument":"BTC","price":65000.5}'"#

    private func monitor(_ script: String, in home: TemporaryHome) async throws -> Monitor {
      let program = try home.script(script, as: "feed.sh")
      let file = try home.write(Configurations.process([program]), as: "config.toml")
      return try Monitor(["-c", file, "-u", "100"], in: home)
    }

    @Test("a script that writes prices is a feed")
    func works() async throws {
      let monitor = try await monitor("while \(Self.quote); do sleep 0.2; done", in: TemporaryHome())
      try await monitor.screen.wait(forText: "65,000.5")
      try await monitor.waitForVerdict()
      #expect(!monitor.screen.emulator.shows("SIMULATED"))
      try await monitor.quit()
    }

    @Test("one that ends is told as failed with its last words, and the screen lives")
    func dies() async throws {
      let monitor = try await monitor("\(Self.quote); echo 'no network' >&2; exit 7", in: TemporaryHome())
      try await monitor.screen.wait(for: "a failure") { $0.shows("failed") && $0.shows("no network") }
      try await monitor.quit()
    }

    @Test("one that cannot be started is told, and the screen lives")
    func missing() async throws {
      let home = try TemporaryHome()
      let file = try home.write(Configurations.process(["/no/such/program"]), as: "config.toml")
      let monitor = try Monitor(["-c", file, "-u", "100"], in: home)
      try await monitor.screen.wait(for: "a failure") { $0.shows("failed") && $0.shows("/no/such/program") }
      try await monitor.quit()
    }

    @Test("one that goes silent is told as stale, and nothing may be decided")
    func silent() async throws {
      let monitor = try await monitor("\(Self.quote); exec sleep 60", in: TemporaryHome())
      try await monitor.screen.wait(forText: "stale")
      try await monitor.screen.wait(forText: "STALE")
      try monitor.screen.press("h")
      try await monitor.screen.wait(forText: "locked: prices are stale")
      try await monitor.quit()
    }

    @Test("garbage, escape sequences and hostile names are warnings, and never reach the terminal")
    func hostile() async throws {
      let monitor = try await monitor(
        #"""
        printf '\033]0;OWNED\007\033[2J\033]52;c;T1dORUQ=\007not json\n'
        printf '{"type":"quote","instrument":"BTC\\u001b[31m\\u009b2J","price":1}\n'
        printf '{"type":"\033[5mquote","instrument":"BTC","price":1}\n'
        printf '{"type":"status","state":"failed","message":"\\u001b]0;OWNED\\u0007gone\\u001b[?1049l"}\n'
        printf '\000\377\376\n'
        head -c 3000000 /dev/zero
        echo
        printf '\033]0;OWNED\007 dying words \033[?1049l\n' >&2
        while echo '{"type":"status","state":"connected"}'; \#(Self.quote); do sleep 0.2; done
        """#, in: TemporaryHome())
      try await monitor.screen.wait(forText: "65,000.5")
      try await monitor.waitForVerdict()
      try monitor.screen.press("l")
      try await monitor.screen.wait(forText: "not a JSON object")
      let emulator = monitor.screen.emulator
      #expect(emulator.isAlternate && !emulator.title.contains("OWNED") && emulator.clipboard.isEmpty)
      #expect(emulator.unknownSequences == [])
      try monitor.screen.press("l")
      try await monitor.screen.wait(for: "the log gone") { !$0.shows("not a JSON object") }
      try await monitor.quit()
    }

    @Test("a flood of lines neither stops the screen nor fills it")
    func flood() async throws {
      let monitor = try await monitor(
        "yes '{\"type\":\"quote\",\"instrument\":\"BTC\",\"price\":65000.5}'", in: TemporaryHome())
      try await monitor.screen.wait(forText: "65,000.5")
      try monitor.screen.press("?")
      try await monitor.screen.wait(forText: "end the program from anywhere")
      try monitor.screen.press("?")
      try await monitor.quit()
    }
  }
}

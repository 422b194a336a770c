import Foundation
import HedgeTestSupport
import TerminalCells
import Testing

extension EndToEnd {
  @Suite("Decisions are kept")
  struct DecisionTests {
    @Test(
      "H is changed, survives kill -9, and is taken back",
      arguments: [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)])
    func ratio(size: Size) async throws {
      let home = try TemporaryHome()
      let first = try await Monitor.shown(in: home, size: size)
      try await first.raiseRatio(steps: 5, to: "0.85")
      try await first.screen.wait(forText: "H 0.85")
      try await first.program.signal(SIGKILL)
      #expect(try await first.program.waitForExit() == .killed(signal: SIGKILL))
      let second = try await Monitor.shown(in: home, size: size)
      #expect(second.screen.emulator.shows("H 0.85"))
      try second.screen.press("u")
      try await second.screen.wait(forText: "Undo the last decision?")
      try second.screen.press("y")
      try await second.screen.wait(forText: "H 0.8 ")
      try await second.quit()
      let third = try await Monitor.shown(in: home, size: size)
      #expect(third.screen.emulator.shows("H 0.8 "))
      try third.screen.press("u")
      try await third.screen.wait(forText: "there is no decision to take back")
      try await third.quit()
    }

    @Test("a question is answered with Cancel unless the user says otherwise")
    func cancelling() async throws {
      let home = try TemporaryHome()
      let monitor = try await Monitor.shown(in: home)
      try monitor.screen.press("h")
      try await monitor.screen.wait(forText: "Hedge ratio of")
      try monitor.screen.press("Right")
      try await monitor.screen.wait(for: "the effect") { $0.shows(" 0.81 ") && !$0.shows("computing") }
      try monitor.screen.press("Enter")
      try await monitor.screen.wait(forText: "Set H to 0.81?")
      try monitor.screen.press("Enter")
      try await monitor.screen.wait(for: "the question gone") {
        !$0.shows("Set H to 0.81?") && $0.shows("Hedge ratio of")
      }
      try monitor.screen.press("Esc")
      try await monitor.screen.wait(for: "the dialog gone") { !$0.shows("Hedge ratio of") }
      #expect(monitor.screen.emulator.shows("H 0.8 "))
      try await monitor.quit()
    }

    @Test("a suggested trade is recorded as made: the leg changes, and it is there after a restart")
    func fill() async throws {
      let home = try TemporaryHome()
      let before = try legContracts(in: home)
      let monitor = try await Monitor.shown(in: home)
      try await monitor.raiseRatio(steps: 10, to: "0.9")
      try await monitor.screen.wait(forText: "H 0.9")
      try monitor.screen.press("x")
      try await monitor.screen.wait(forText: "Record a trade")
      try monitor.screen.press("Enter")
      try await monitor.screen.wait(forText: "Record")
      try monitor.screen.press("y")
      try await monitor.screen.wait(for: "the dialog gone") { !$0.shows("Record a trade") }
      try await monitor.screen.wait(forText: "sold ")
      try await monitor.quit()
      let after = try legContracts(in: home)
      #expect(after.count == before.count && after != before)
    }

    @Test("of two instances on one portfolio one decides; the other says who, follows it, and takes over when it dies")
    func two() async throws {
      let home = try TemporaryHome()
      let first = try await Monitor.shown(in: home)
      let second = try await Monitor.shown(in: home)
      try await second.screen.wait(forText: "has the pen: decide there")
      try second.screen.press("h")
      try await second.screen.wait(forText: "locked: hedgetop watch, pid ")
      try await first.raiseRatio(steps: 1, to: "0.81")
      try await first.screen.wait(forText: "H 0.81")
      try await second.screen.wait(forText: "H 0.81")
      try await first.program.signal(SIGKILL)
      #expect(try await first.program.waitForExit() == .killed(signal: SIGKILL))
      try await second.screen.wait(for: "the pen") { !$0.shows("no decisions: ") }
      try await second.raiseRatio(steps: 1, to: "0.82")
      try await second.screen.wait(forText: "H 0.82")
      try await second.quit()
      let third = try await Monitor.shown(in: home)
      #expect(third.screen.emulator.shows("H 0.82"))
      try await third.quit()
    }

    @Test("what is shown is kept, and is read by commands while the screen runs, after kill -9, and by the next screen")
    func past() async throws {
      let home = try TemporaryHome()
      let monitor = try await Monitor.shown(in: home)
      try await monitor.raiseRatio(steps: 5, to: "0.85")
      try await monitor.screen.wait(forText: "H 0.85")
      let log = try CommandRun(["log", "--json", "--only", "decision"], in: home)
      let decision = try #require(try entries(log.output, "entries").first)
      #expect(decision["command"] as? String == "watch" && decision["what"] as? String == "hedge_ratio")
      #expect(decision["old"] as? String == "0.8" && decision["new"] as? String == "0.85")
      var points: [[String: Any]] = []
      // The past is written every five seconds; the time a machine takes for that is its own.
      for _ in 0..<200 where points.count < 2 {
        points = try entries(CommandRun(["history", "--json", "--every", "1s"], in: home).output, "points")
        try await Task.sleep(for: .milliseconds(100))
      }
      #expect(points.count >= 2 && points.last?["net_beta"] is Double)
      try await monitor.program.signal(SIGKILL)
      #expect(try await monitor.program.waitForExit() == .killed(signal: SIGKILL))
      let after = try entries(CommandRun(["history", "--json", "--every", "1s"], in: home).output, "points")
      #expect(after.count >= points.count && after.first?["at"] as? String == points.first?["at"] as? String)
    }

    private func entries(_ json: String, _ key: String) throws -> [[String: Any]] {
      let root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      return root?[key] as? [[String: Any]] ?? []
    }

    @Test("without a place for decisions it still watches, says so, and refuses to decide")
    func nowhere() async throws {
      let home = try TemporaryHome()
      let monitor = try await Monitor.shown(in: home, environment: ["XDG_STATE_HOME": "/dev/null/nowhere"])
      try monitor.screen.press("l")
      try await monitor.screen.wait(forText: "decisions cannot be kept")
      try monitor.screen.press("l")
      try await monitor.screen.wait(for: "the log gone") { !$0.shows("decisions cannot be kept") }
      try await monitor.raiseRatio(steps: 1, to: "0.81")
      try await monitor.screen.wait(forText: "NOT done, could not be kept")
      #expect(monitor.screen.emulator.shows("H 0.8 "))
      try await monitor.quit()
      let check = try CommandRun(
        ["status", "--json"], in: home, environment: ["XDG_STATE_HOME": "/dev/null/nowhere"])
      #expect(check.status == 0 && check.errors.contains("decisions cannot be kept"))
    }

    @Test("a damaged journal is refused by commands that only read; a monitor sets it aside, says so, and decides")
    func damaged() async throws {
      let home = try TemporaryHome()
      let monitor = try await Monitor.shown(in: home)
      try await monitor.quit()
      let folder = "\(home.path)/state/hedgetop"
      let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".sqlite") }
      let file = try #require(files.first)
      try "not a database at all, but text".write(toFile: "\(folder)/\(file)", atomically: true, encoding: .utf8)
      let run = try CommandRun(["status"], in: home)
      #expect(run.status == 1 && run.output.isEmpty)
      #expect(run.errors.contains(file) && run.errors.contains("not a database"))
      let again = try await Monitor.shown(in: home)
      try again.screen.press("l")
      try await again.screen.wait(forText: "was set aside as")
      try again.screen.press("l")
      try await again.raiseRatio(steps: 1, to: "0.81")
      try await again.screen.wait(forText: "H 0.81")
      try await again.quit()
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      let aside = try #require(names.first { $0.hasPrefix("\(file).damaged-") && !$0.hasSuffix("-wal") })
      #expect(try String(contentsOfFile: "\(folder)/\(aside)", encoding: .utf8) == "not a database at all, but text")
    }

    private func legContracts(in home: TemporaryHome) throws -> [String: Double] {
      let run = try CommandRun(["status", "--json"], in: home)
      let root = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      let strategies = try #require(root["strategies"] as? [[String: Any]])
      let legs = try #require(strategies.first?["legs"] as? [[String: Any]])
      return legs.reduce(into: [:]) { contracts, leg in
        guard let name = leg["instrument"] as? String else { return }
        contracts[name] = leg["contracts"] as? Double
      }
    }
  }
}

import Foundation
import HedgeTestSupport
import TerminalCells
import Testing

extension EndToEnd {
  @Suite("Several portfolios")
  struct PortfoliosTests {
    private func two(in home: TemporaryHome, first: String = "1", second: String = "0") throws -> [String] {
      let core = try home.write(Configurations.simulated(hedgeRatio: first, name: "Core"), as: "core.toml")
      let alts = try home.write(Configurations.simulated(hedgeRatio: second, name: "Alts"), as: "alts.toml")
      return [core, alts]
    }

    @Test("Tab turns between them, each as it was left; a breach of the one not shown is on the screen all the time")
    func turning() async throws {
      let home = try TemporaryHome()
      let files = try two(in: home)
      let monitor = try await Monitor.shown(["-c", files[0], "-c", files[1], "-u", "200"], in: home)
      let screen = monitor.screen
      try await screen.wait(for: "both") { $0.shows("Core 1/2") && $0.shows("Alts CRITICAL") }
      try screen.press("p")
      try await screen.wait(forText: "1 Strategies")
      try screen.press("Tab")
      try await screen.wait(for: "the other, on its own page") { $0.shows("Alts 2/2") && $0.shows("1 Spot holdings") }
      try screen.press("Tab")
      try await screen.wait(for: "the first, as it was left") { $0.shows("Core 1/2") && $0.shows("1 Strategies") }
      try screen.press("o")
      try await screen.wait(for: "the overview") { $0.shows("Portfolios") && $0.shows("All: spot") }
      try screen.press("j", "Enter")
      try await screen.wait(for: "the one gone to") { $0.shows("Alts 2/2") && !$0.shows("All: spot") }
      try await monitor.quit()
    }

    @Test("A decision concerns the portfolio shown, and is kept in its journal alone")
    func decisions() async throws {
      let home = try TemporaryHome()
      let files = try two(in: home, second: "0.8")
      let monitor = try await Monitor.shown(["-c", "\(files[0])", "-c", files[1]], in: home)
      try monitor.screen.press("Tab")
      try await monitor.screen.wait(forText: "Alts 2/2")
      try await monitor.raiseRatio(steps: 5, to: "0.85")
      try await monitor.screen.wait(forText: "H 0.85")
      try await monitor.program.signal(SIGKILL)
      #expect(try await monitor.program.waitForExit() == .killed(signal: SIGKILL))
      let both = ["HEDGETOP_CONFIG": files.joined(separator: ":")]
      let status = try CommandRun(["status", "--json"], in: home, environment: both)
      let reports = try #require(try JSONSerialization.jsonObject(with: Data(status.output.utf8)) as? [[String: Any]])
      #expect(reports.compactMap { $0["portfolio"] as? String } == ["Core", "Alts"])
      let ratios = reports.compactMap { ($0["strategies"] as? [[String: Any]])?.first?["hedge_ratio"] as? Double }
      #expect(ratios == [1, 0.85])
    }

    @Test("check tells the portfolio in each line and ends with the worst verdict of all")
    func check() throws {
      let home = try TemporaryHome()
      let files = try two(in: home)
      let both = ["-c", files[0], "-c", files[1]]
      let run = try CommandRun(["check"] + both, in: home)
      #expect(run.status == 10, "\(run.errors)")
      let lines = run.output.split(separator: "\n")
      #expect(lines.map { $0.prefix(16) } == ["Core: Core: in b", "Alts: Core: BREA"])
      #expect(try CommandRun(["check", "-c", files[0]], in: home).output.hasPrefix("Core: in band"))
      let none = try home.write(Configurations.process(["sleep", "60"]), as: "none.toml")
      #expect(try CommandRun(["check", "--wait", "1", "-c", none] + both, in: home).status == 4)
    }

    @Test("Two portfolios of one name are refused, saying which files; so is a file named twice")
    func twins() throws {
      let home = try TemporaryHome()
      let files = try two(in: home)
      let twin = try home.write(Configurations.simulated(name: "Core"), as: "twin.toml")
      let run = try CommandRun(["check", "-c", files[0], "-c", twin], in: home)
      #expect(run.status == 3 && run.output.isEmpty)
      #expect(run.errors.contains("twin.toml: its portfolio is called \"Core\", and so is that of \(files[0])"))
      let twice = try CommandRun(["status", "-c", files[0], "-c", files[0]], in: home)
      #expect(twice.status == 3 && twice.errors.contains("is named twice"))
    }

    @Test("A mistake in one of them ends the program with its place, whichever it is")
    func mistakes() throws {
      let home = try TemporaryHome()
      let files = try two(in: home)
      let bad = try home.write("nonsense = 1", as: "bad.toml")
      for order in [[bad, files[0]], [files[0], bad]] {
        let run = try CommandRun(["status"] + order.flatMap { ["-c", $0] }, in: home)
        #expect(run.status == 3 && run.errors.contains("bad.toml:1:1"), "\(run.errors)")
      }
    }

    @Test("A command on one portfolio refuses several instead of taking one of them")
    func single() throws {
      let home = try TemporaryHome()
      let files = try two(in: home)
      let run = try CommandRun(["ticket", "-c", files[0], "-c", files[1]], in: home)
      #expect(run.status == 64 && run.errors.contains("state one --config"), "\(run.errors)")
      let named = try CommandRun(
        ["ticket"], in: home, environment: ["HEDGETOP_CONFIG": files.joined(separator: ":")])
      #expect(named.status == 64)
    }
  }
}

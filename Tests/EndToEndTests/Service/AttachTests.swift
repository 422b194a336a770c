import Foundation
import HedgeTestSupport
import TerminalCells
import Testing

extension EndToEnd {
  @Suite("attach: screens of a service")
  struct AttachTests {
    /// A service on one coin, with the arguments by which a screen finds it.
    private static func service(
      in home: TemporaryHome, hedgeRatio: String = "1", _ arguments: [String] = []
    ) async throws -> (service: ServiceProcess, file: String) {
      let file = try home.write(Configurations.simulated(hedgeRatio: hedgeRatio), as: "config.toml")
      let service = try await ServiceProcess.ready(["-c", file, "-u", "100"] + arguments, in: home)
      try await service.wait(forLog: hedgeRatio == "1" ? "Core: in band" : "Core: BREACH")
      return (service, file)
    }

    private static func attached(
      _ arguments: [String] = [], to file: String, in home: TemporaryHome, size: Size = Size(columns: 120, rows: 40)
    ) async throws -> Monitor {
      let monitor = try Monitor(["attach", "-c", file, "-u", "100"] + arguments, in: home, size: size)
      try await monitor.waitForVerdict()
      return monitor
    }

    @Test("it shows what the service sees, and leaving it leaves the service")
    func shows() async throws {
      let home = try TemporaryHome()
      let (service, file) = try await Self.service(in: home, hedgeRatio: "0")
      defer { withExtendedLifetime(service) {} }
      let screen = try await Self.attached(to: file, in: home)
      #expect(screen.screen.emulator.shows("BREACH") && screen.screen.emulator.shows("SIMULATED"))
      try await service.wait(forLog: "attached")
      let status = try CommandRun(["status", "--json", "-c", file], in: home)
      let root = try #require(try JSONSerialization.jsonObject(with: Data(status.output.utf8)) as? [String: Any])
      let strategy = try #require((root["strategies"] as? [[String: Any]])?.first)
      #expect(strategy["verdict"] as? String == "breach")
      try await screen.quit()
      try await service.wait(forLog: "gone")
      let again = try await Self.attached(to: file, in: home)
      try await again.quit()
      service.signal(SIGTERM)
      #expect(try await service.exitCode() == 0)
    }

    @Test("two screens have pages, sizes and signs of their own")
    func two() async throws {
      let home = try TemporaryHome()
      let (service, file) = try await Self.service(in: home)
      defer { withExtendedLifetime(service) {} }
      let first = try await Self.attached(to: file, in: home)
      let second = try await Self.attached(["-U", "-C"], to: file, in: home, size: Size(columns: 80, rows: 24))
      try first.screen.press("p")
      try await first.screen.wait(forText: "Strategies")
      let shown = second.screen.emulator.text.joined()
      #expect(shown.unicodeScalars.allSatisfy { $0.isASCII })
      try second.screen.press("?")
      try await second.screen.wait(forText: "Keys")
      #expect(!first.screen.emulator.shows("end the program from anywhere"))
      second.screen.resize(to: Size(columns: 100, rows: 30))
      try second.screen.press("?")
      try await second.screen.wait(for: "the new size") {
        $0.text.first?.contains("SIMULATED") == true && !$0.shows("end the program from anywhere")
      }
      try second.screen.press("f")
      try await second.screen.wait(forText: "FROZEN")
      #expect(!first.screen.emulator.shows("FROZEN"))
      try await second.quit()
      try await first.quit()
    }

    @Test("a screen that only looks decides and tries nothing")
    func readOnly() async throws {
      let home = try TemporaryHome()
      let (service, file) = try await Self.service(in: home)
      defer { withExtendedLifetime(service) {} }
      let screen = try await Self.attached(to: file, in: home)
      try screen.screen.press("h")
      try await screen.screen.wait(forText: "read-only")
      #expect(!screen.screen.emulator.shows("Hedge ratio of"))
      try screen.screen.press("Esc", "r")
      try await screen.screen.wait(forText: "read-only")
      try await screen.quit()
      #expect(try CommandRun(["status", "--json", "-c", file], in: home).output.contains("\"hedge_ratio\" : 1"))
    }

    @Test("a decision in control is kept by the service and survives kill -9; a second is told who is in control")
    func control() async throws {
      let home = try TemporaryHome()
      let (service, file) = try await Self.service(in: home)
      defer { withExtendedLifetime(service) {} }
      let looker = try await Self.attached(to: file, in: home)
      let screen = try await Self.attached(["--control"], to: file, in: home)
      let other = try Monitor(["attach", "-c", file, "--control"], in: home)
      #expect(try await other.program.waitForExit() == .exited(1))
      let words = other.screen.emulator.wholeText
      #expect(words.contains("control is held by process"), "\(words)")
      try screen.screen.press("h")
      try await screen.screen.wait(forText: "Hedge ratio of")
      try screen.screen.press("Left")
      try await screen.screen.wait(for: "the effect") { $0.shows(" 0.99 ") && !$0.shows("computing") }
      try screen.screen.press("Enter")
      try await screen.screen.wait(forText: "Set H to 0.99?")
      try screen.screen.press("y")
      try await screen.screen.wait(forText: "H 0.99")
      try await looker.screen.wait(forText: "H 0.99")
      service.signal(SIGKILL)
      _ = try await service.exitCode()
      #expect(try CommandRun(["status", "--json", "-c", file], in: home).output.contains("0.99"))
      let back = try await ServiceProcess.ready(["-c", file, "-u", "100"], in: home)
      try await screen.screen.wait(for: "the service again") { $0.shows("H 0.99") && !$0.shows("last heard") }
      try await screen.quit()
      try await back.wait(forLog: "control is free")
      let third = try await Self.attached(["--control"], to: file, in: home)
      try await third.quit()
      try await looker.quit()
    }

    @Test(
      "when the service goes away the screen says since when, and attaches again by itself", arguments: [true, false])
    func loss(inOrder: Bool) async throws {
      let home = try TemporaryHome()
      let (service, file) = try await Self.service(in: home)
      defer { withExtendedLifetime(service) {} }
      let screen = try await Self.attached(to: file, in: home)
      service.signal(inOrder ? SIGTERM : SIGKILL)
      try await screen.screen.wait(for: "what has happened, since when, and what is done about it") {
        $0.shows(inOrder ? "the service has ended" : "the service has gone") && $0.shows("last heard at 20")
          && $0.shows("trying again")
      }
      _ = try await service.exitCode()
      let back = try await ServiceProcess.ready(["-c", file, "-u", "100"], in: home)
      try await screen.screen.wait(for: "the picture again") { !$0.shows("last heard") && $0.shows("in band") }
      back.signal(SIGKILL)
      try await screen.screen.wait(forText: "the service has gone")
      try await screen.quit()
    }

    @Test("a service that hangs is told of, and q still ends the screen")
    func hangs() async throws {
      let home = try TemporaryHome()
      let (service, file) = try await Self.service(in: home)
      defer { withExtendedLifetime(service) {} }
      let screen = try await Self.attached(to: file, in: home)
      service.signal(SIGSTOP)
      try await screen.screen.wait(forText: "the service does not answer", within: .seconds(40))
      service.signal(SIGCONT)
      try await screen.screen.wait(for: "the picture again") { !$0.shows("last heard") && $0.shows("in band") }
      service.signal(SIGSTOP)
      try await screen.screen.wait(forText: "the service does not answer", within: .seconds(40))
      try await screen.quit()
      service.signal(SIGCONT)
    }

    @Test("a screen that is killed, and one that is stopped, cost the service neither pace nor memory")
    func slow() async throws {
      let home = try TemporaryHome()
      let manager = try NotifySocket(folder: home.path, isAbstract: false)
      let file = try home.write(Configurations.simulated(), as: "config.toml")
      let service = try await ServiceProcess.ready(
        ["-c", file, "-u", "100"], in: home, environment: ["NOTIFY_SOCKET": manager.name, "WATCHDOG_USEC": "300000"])
      let killed = try await Self.attached(to: file, in: home)
      let stopped = try await Self.attached(to: file, in: home, size: Size(columns: 200, rows: 60))
      let witness = try await Self.attached(to: file, in: home)
      try await killed.program.signal(SIGKILL)
      try await service.wait(forLog: "gone")
      try await stopped.program.signal(SIGSTOP)
      let before = service.residentKilobytes
      // Twelve seconds of pictures at ten a second are more than any socket holds.
      for _ in 0..<12 {
        let seen = witness.screen.emulator.wholeText
        try await witness.screen.wait(for: "another picture") { $0.wholeText != seen }
        let lives = manager.messages.count
        try await Wait.until("a sign of life") {
          _ = manager.has(""); return manager.messages.count > lives + 5
        }
      }
      let grown = service.residentKilobytes - before
      #expect(grown < 4000 || SanitizerOptions.isInUse, "\(before) kB and \(grown) kB more")
      try await stopped.program.signal(SIGCONT)
      try await stopped.screen.wait(for: "pictures again") { $0.shows("in band") }
      try stopped.screen.press("?")
      try await stopped.screen.wait(forText: "end the program from anywhere")
      try stopped.screen.press("?")
      try await stopped.quit()
      try await witness.quit()
    }

    @Test("Ctrl-Z gives the terminal back until it goes on, and the service does not wait for it")
    func suspends() async throws {
      let home = try TemporaryHome()
      let (service, file) = try await Self.service(in: home)
      defer { withExtendedLifetime(service) {} }
      let screen = try await Self.attached(to: file, in: home)
      try screen.screen.press("Ctrl-Z")
      try await screen.program.waitForStop()
      screen.expectGivenBack()
      screen.screen.resize(to: Size(columns: 100, rows: 30))
      try await screen.program.signal(SIGCONT)
      try await screen.screen.wait(for: "the screen again") { $0.isAlternate && $0.shows("SIMULATED") }
      try await screen.waitForVerdict()
      try await screen.quit()
    }

    @Test("a second service on the portfolio is refused with who holds it; what a dead one left is replaced")
    func second() async throws {
      let home = try TemporaryHome()
      let (service, file) = try await Self.service(in: home)
      defer { withExtendedLifetime(service) {} }
      let other = try ServiceProcess(["-c", file], in: home)
      #expect(try await other.exitCode() == 1)
      #expect(other.text.contains("process \(service.processIdentifier) (hedgetop run"), "\(other.text)")
      let screen = try await Self.attached(to: file, in: home)
      try await screen.quit()
      service.signal(SIGKILL)
      _ = try await service.exitCode()
      let third = try await ServiceProcess.ready(["-c", file], in: home)
      third.signal(SIGTERM)
      #expect(try await third.exitCode() == 0)
    }

    @Test("socket and folder are the user's alone, and neither side uses one that is not")
    func modes() async throws {
      let home = try TemporaryHome()
      let runtime = "\(home.path)/run"
      let socket = "\(runtime)/own.sock"
      let file = try home.write(Configurations.simulated(), as: "config.toml")
      try FileManager.default.createDirectory(atPath: runtime, withIntermediateDirectories: true)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: runtime)
      let open = try ServiceProcess(["-c", file, "--socket", socket], in: home)
      #expect(try await open.exitCode() == 1)
      #expect(open.text.contains("\(runtime): can be used by others; run chmod 700 on it"), "\(open.text)")
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: runtime)
      let service = try await ServiceProcess.ready(["-c", file, "--socket", socket], in: home)
      let mode = try FileManager.default.attributesOfItem(atPath: socket)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      chmod(socket, 0o666)
      let attach = try CommandRun(["attach", "--socket", socket], in: home)
      #expect(attach.status == 1 && attach.errors.contains("can be used by others; run chmod 600 on it"))
      chmod(socket, 0o600)
      if geteuid() == 0 {
        for path in [socket, runtime] {
          chown(path, 65_534, 65_534)
          let strange = try CommandRun(["attach", "--socket", socket], in: home)
          #expect(strange.status == 1 && strange.errors.contains("belongs to another user"), "\(strange.errors)")
          chown(path, 0, 0)
        }
      } else {
        print("not root: the check of another user's socket is left out")
      }
      service.signal(SIGTERM)
      #expect(try await service.exitCode() == 0)
      #expect(!FileManager.default.fileExists(atPath: socket))
    }

    @Test("without a service attach says where it looked and what to do")
    func absent() throws {
      let home = try TemporaryHome()
      let run = try CommandRun(["attach", "--portfolio", "Core"], in: home)
      #expect(run.status == 1 && run.errors.contains("/Core.sock") && run.errors.contains("start it by hedgetop run"))
    }
  }
}

import Foundation
import HedgeTestSupport
import Testing

extension EndToEnd {
  @Suite("run: a monitor without a screen")
  struct RunTests {
    @Test("asked to end it ends in order, with 0", arguments: [SIGTERM, SIGINT])
    func ends(signal: Int32) async throws {
      let service = try await ServiceProcess.ready(in: TemporaryHome())
      service.signal(signal)
      #expect(try await service.exitCode() == 0)
      #expect(service.lines.last?.hasSuffix("notice service: ended") == true, "\(service.text)")
    }

    @Test("a configuration that is wrong is told with its place in the log, and exits with 3")
    func broken() async throws {
      let home = try TemporaryHome()
      let file = try home.write("nonsense = 1\n", as: "config.toml")
      let service = try ServiceProcess(["-c", file], in: home)
      #expect(try await service.exitCode() == 3)
      #expect(service.text.contains("error service: \(file):1:1: nonsense: unknown key"), "\(service.text)")
    }

    @Test("every line of a JSON log is an object with the same keys, and nothing else is written")
    func json() async throws {
      let home = try TemporaryHome()
      let file = try home.write(
        Configurations.simulated(hedgeRatio: "0", name: "A \u{1B}[31m\"name"), as: "config.toml")
      let service = try ServiceProcess(["-c", file, "--log-format", "json", "-n", "3", "-u", "100"], in: home)
      let code = try await service.exitCode()
      // An escape in a name is a mistake of the file, told in JSON as all else.
      #expect(code == 3)
      let sound = try home.write(Configurations.simulated(hedgeRatio: "0"), as: "sound.toml")
      let second = try ServiceProcess(["-c", sound, "--log-format", "json", "-n", "3", "-u", "100"], in: home)
      #expect(try await second.exitCode() == 0)
      let lines = service.lines + second.lines
      let objects = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
      #expect(lines.count > 5)
      for object in objects {
        let keys = Set(try #require(object).keys)
        #expect(keys.isSuperset(of: ["at", "level", "kind", "portfolio", "message"]), "\(keys)")
        #expect(keys.isSubset(of: ["at", "level", "kind", "portfolio", "message", "market_at"]), "\(keys)")
      }
      #expect(objects.contains { ($0?["message"] as? String)?.contains("Core: BREACH") == true })
      #expect(objects.contains { $0?["portfolio"] as? String == "One coin" })
    }

    @Test("SIGHUP reads a good file, and leaves the running one with a bad file or one that takes a new start")
    func reload() async throws {
      let home = try TemporaryHome()
      let file = try home.write(Configurations.simulated(hedgeRatio: "1"), as: "config.toml")
      let service = try await ServiceProcess.ready(["-c", file, "-u", "100"], in: home)
      try await service.wait(forLog: "Core: in band")
      _ = try home.write(Configurations.simulated(hedgeRatio: "1") + "\nhegde = 2\n", as: "config.toml")
      service.signal(SIGHUP)
      try await service.wait(forLog: "error service: configuration not changed: ")
      #expect(service.text.contains("\(file):"), "\(service.text)")
      #expect(service.text.contains("unknown key"))
      _ = try home.write(Configurations.simulated(hedgeRatio: "0", name: "Another"), as: "config.toml")
      service.signal(SIGHUP)
      try await service.wait(forLog: "“Another”, takes a new start")
      #expect(!service.text.contains("BREACH"))
      _ = try home.write(Configurations.process(["/bin/false"]).replacing("Fed", with: "One coin"), as: "config.toml")
      service.signal(SIGHUP)
      try await service.wait(forLog: "another feed takes a new start")
      let good = Configurations.simulated(hedgeRatio: "0")
      _ = try home.write(good, as: "config.toml")
      service.signal(SIGHUP)
      try await service.wait(forLog: "notice service: configuration read again")
      try await service.wait(forLog: "Core: BREACH")
      service.signal(SIGTERM)
      #expect(try await service.exitCode() == 0)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == good)
    }

    @Test(
      "the manager of services hears of readiness, state, reload, life and end, in order", arguments: [true, false])
    func notify(isAbstract: Bool) async throws {
      let home = try TemporaryHome()
      let manager = try NotifySocket(folder: home.path, isAbstract: isAbstract)
      let file = try home.write(Configurations.simulated(), as: "config.toml")
      let service = try ServiceProcess(
        ["-c", file, "-u", "100"], in: home,
        environment: ["NOTIFY_SOCKET": manager.name, "WATCHDOG_USEC": "300000"])
      try await Wait.until("READY=1", log: { service.text }) { manager.has("READY=1") }
      try await Wait.until("WATCHDOG=1") { manager.has("WATCHDOG=1") }
      try await Wait.until("STATUS") { manager.has("STATUS=Core in band, 1 of 1 feeds live") }
      service.signal(SIGHUP)
      try await Wait.until("RELOADING=1") { manager.has("RELOADING=1\nMONOTONIC_USEC=") }
      try await Wait.until("READY=1 again") {
        _ = manager.has(""); return manager.messages.count { $0 == "READY=1" } == 2
      }
      service.signal(SIGTERM)
      #expect(try await service.exitCode() == 0)
      #expect(manager.has("STOPPING=1"))
      let ready = try #require(manager.index(of: "READY=1"))
      let reloading = try #require(manager.index(of: "RELOADING=1"))
      let stopping = try #require(manager.index(of: "STOPPING=1"))
      #expect(ready < reloading && reloading < stopping)
    }

    @Test("a service that hangs does not say that it is alive")
    func hangs() async throws {
      let home = try TemporaryHome()
      let manager = try NotifySocket(folder: home.path, isAbstract: false)
      let service = try ServiceProcess(
        in: home, environment: ["NOTIFY_SOCKET": manager.name, "WATCHDOG_USEC": "300000"])
      try await Wait.until("WATCHDOG=1") { manager.has("WATCHDOG=1") }
      service.signal(SIGSTOP)
      try await Wait.until("silence", looks: 400) {
        let before = manager.messages.count
        usleep(400_000)
        _ = manager.has("")
        return manager.messages.count == before
      }
      service.signal(SIGCONT)
      let before = manager.messages.count
      try await Wait.until("WATCHDOG=1 again") {
        _ = manager.has(""); return manager.messages.count > before
      }
      service.signal(SIGTERM)
      #expect(try await service.exitCode() == 0)
    }

    @Test("a log that nobody reads any more does not end it")
    func closedLog() async throws {
      let home = try TemporaryHome()
      let manager = try NotifySocket(folder: home.path, isAbstract: false)
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      let program = try BuiltProduct.path(named: "hedgetop")
      process.arguments = ["-c", "'\(program)' run -u 100 -n 30 2>&1 | head -n 1"]
      process.environment = SanitizerOptions.environment.merging(home.environment) { $1 }
        .merging(["NOTIFY_SOCKET": manager.name]) { $1 }
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      try await Wait.until("the end of the pipe") { !process.isRunning }
      #expect(manager.has("READY=1") && manager.has("STOPPING=1"))
    }

    @Test("unit files are what systemd takes", arguments: ["user", "system"])
    func unit(kind: String) throws {
      let home = try TemporaryHome()
      let file = try home.write(Configurations.simulated(), as: "a 100% $odd config.toml")
      let run = try CommandRun(["run", "--print-unit", kind, "-c", file], in: home)
      #expect(run.status == 0 && run.errors.isEmpty)
      let program = try BuiltProduct.path(named: "hedgetop")
      #expect(run.output.contains("Type=notify\n") && run.output.contains("NoNewPrivileges=yes\n"))
      #expect(run.output.contains("a 100%% $$odd config.toml\""))
      #expect(run.output.contains(program.split(separator: "/").last ?? "hedgetop"))
      guard FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze") else {
        print("systemd-analyze is not here: the unit is not verified")
        return
      }
      let unit = try home.write(run.output, as: "hedgetop.service")
      let check = Process()
      check.executableURL = URL(filePath: "/usr/bin/systemd-analyze")
      check.arguments = ["verify", "--man=no", "--recursive-errors=no"] + (kind == "user" ? ["--user"] : []) + [unit]
      check.environment = home.environment.merging(["XDG_RUNTIME_DIR": home.path]) { $1 }
      let words = Pipe()
      check.standardError = words
      check.standardOutput = words
      try check.run()
      let text = String(decoding: words.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      check.waitUntilExit()
      #expect(check.terminationStatus == 0, "\(text)")
      #expect(!text.contains("hedgetop.service"), "\(text)")
    }
  }
}

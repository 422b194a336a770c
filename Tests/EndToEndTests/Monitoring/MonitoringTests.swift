import Foundation
import HedgeTestSupport
import TerminalCells
import Testing

extension EndToEnd {
  /// The built program, read by programs.
  @Suite("Metrics over HTTP", .timeLimit(.minutes(2)))
  struct MonitoringTests {
    /// The market stands nearly still, so that what is read a moment later is the same.
    private static let still = ["--speed", "0.000001"]

    private struct TimedOut: Error, CustomStringConvertible {
      let description: String
    }

    private func wait<Value>(for words: String, _ value: () -> Value?) async throws -> Value {
      let limit = ContinuousClock.now + .seconds(40)
      while ContinuousClock.now < limit {
        if let value = value() { return value }
        try await Task.sleep(for: .milliseconds(50))
      }
      throw TimedOut(description: "no \(words)")
    }

    /// What Prometheus is compared with, to the last digit: JSONSerialization rounds that of some numbers.
    private struct Snapshot: Decodable {
      struct Figure: Decodable { let value: Double }
      struct NetBeta: Decodable { let netBeta: Figure }
      struct Leg: Decodable {}
      struct Strategy: Decodable {
        let name: String
        let netBeta: NetBeta
        let legs: [Leg]
      }

      let strategies: [Strategy]

      init(_ json: String) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        self = try decoder.decode(Snapshot.self, from: Data(json.utf8))
      }
    }

    private func json(_ text: String) throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("the screen serves metrics, health and the snapshot, and frees the port when it ends")
    func serves() async throws {
      let port = try #require(FreePort.any())
      let monitor = try await Monitor.shown(["--metrics", "127.0.0.1:\(port)"] + Self.still, in: TemporaryHome())
      let request = LoopbackRequest(port: port)
      let metrics = try #require(request.get("/metrics"))
      #expect(metrics.status == 200 && metrics.body.contains("\nprocess_resident_memory_bytes "))
      #expect(request.get("/healthz")?.body == "ok\n")
      let report = try json(try #require(request.get("/snapshot")).body)
      #expect(report["schema"] as? String == "hedgetop.status.v1")
      #expect(request.get("/", method: "POST")?.status == 405 && request.get("/nothing")?.status == 404)
      try await monitor.quit()
      #expect(request.get("/metrics") == nil)
    }

    @Test("nothing listens unless it is asked for")
    func isOff() async throws {
      let monitor = try await Monitor.shown(in: TemporaryHome())
      try await monitor.program.waitForStart()
      #expect(try Self.listeningSockets(of: try #require(monitor.program.processIdentifier)) == 0)
      try await monitor.quit()
    }

    @Test("the configuration asks for a port and a token")
    func configured() async throws {
      let home = try TemporaryHome()
      let port = try #require(FreePort.any())
      let token = "0123456789abcdef0123"
      let file = try home.write(
        Configurations.simulated() + "\n[metrics]\nlisten = \"127.0.0.1:\(port)\"\ntoken_environment = \"TOKEN\"\n",
        as: "hedge.toml")
      let monitor = try await Monitor.shown(["-c", file], in: home, environment: ["TOKEN": token])
      let request = LoopbackRequest(port: port)
      for page in ["/metrics", "/healthz", "/snapshot", "/none"] { #expect(request.get(page)?.status == 401) }
      #expect(request.get("/metrics", ["Authorization: Bearer \(token)"])?.status == 200)
      try await monitor.quit()
    }

    @Test(
      "Prometheus reads it: the target is up, its figures are those of the snapshot, the rules are taken",
      .enabled(if: PrometheusServer.isPresent, "prometheus is not installed"))
    func prometheus() async throws {
      let home = try TemporaryHome()
      let port = try #require(FreePort.any())
      let monitor = try await Monitor.shown(["--metrics", "127.0.0.1:\(port)"] + Self.still, in: home)
      let rules = try home.write(try CommandRun(["monitoring", "rules"], in: home).output, as: "rules.yml")
      let server = try PrometheusServer(target: port, rules: rules, in: home)
      defer { server.stop() }
      _ = try await wait(for: "target that is up") { server.query("up{job=\"hedgetop\"} == 1").first }
      let strategies = try Snapshot(#require(LoopbackRequest(port: port).get("/snapshot")).body).strategies
      for strategy in strategies {
        let found = server.query("hedgetop_net_beta").filter { $0.labels["strategy"] == strategy.name }
        #expect(found.map(\.value) == [strategy.netBeta.netBeta.value])
      }
      let legs = strategies.reduce(0) { $0 + $1.legs.count }
      #expect(server.query("hedgetop_leg_notional").count == legs && legs > 0)
      let groups = try await wait(for: "rules") { server.ask("rules")?["groups"] as? [[String: Any]] }
      let taken = groups.flatMap { $0["rules"] as? [[String: Any]] ?? [] }
      #expect(taken.count == 14 && taken.allSatisfy { ["ok", "unknown"].contains($0["health"] as? String ?? "") })
      try await monitor.quit()
      _ = try await wait(for: "target that is down") { server.query("up{job=\"hedgetop\"} == 0").first }
    }

    /// Sockets of a process in the state of listening (0A), by the kernel's own tables.
    private static func listeningSockets(of process: Int32) throws -> Int {
      let folder = "/proc/\(process)/fd"
      let sockets = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { name in
        try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)")
      }
      let inodes = Set(sockets.filter { $0.hasPrefix("socket:[") }.map { $0.dropFirst(8).dropLast() })
      let tables = ["tcp", "tcp6"].map { FileManager.default.contents(atPath: "/proc/\(process)/net/\($0)") ?? Data() }
      return tables.flatMap { String(decoding: $0, as: UTF8.self).split(separator: "\n") }.count { line in
        let fields = line.split(separator: " ")
        return fields.count > 9 && fields[3] == "0A" && inodes.contains(fields[9])
      }
    }
  }
}

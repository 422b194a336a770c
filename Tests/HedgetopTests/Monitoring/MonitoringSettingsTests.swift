import Foundation
import HTTPPort
import HedgeConfiguration
import Testing

@testable import hedgetop

/// Whether a port is opened, where, and who may ask.
@Suite struct MonitoringSettingsTests {
  private static let secret = "0123456789abcdef0123456789abcdef"

  private func settings(
    _ stated: String? = nil, listen: String? = nil, token: MetricsConfiguration.TokenSource? = nil,
    environment: [String: String] = [:]
  ) throws -> MonitoringSettings? {
    let configured = MetricsConfiguration(listen: listen.flatMap(ListenAddress.init), token: token)
    return try MonitoringSettings(stated: stated, configured: configured, environment: environment)
  }

  @Test("nothing listens unless it is asked for, and off wins over the configuration")
  func off() throws {
    #expect(try settings() == nil)
    #expect(try settings("off", listen: "127.0.0.1:9464") == nil)
  }

  @Test("what is stated wins over what is configured")
  func wins() throws {
    let stated = try #require(try settings("127.0.0.1:1", listen: "127.0.0.1:2"))
    #expect(stated.place.description == "127.0.0.1:1" && stated.isAskedFor)
    let configured = try #require(try settings(listen: "[::1]:2"))
    #expect(configured.place.description == "[::1]:2" && !configured.isAskedFor)
  }

  @Test("on the loopback the host is checked; elsewhere a token is")
  func access() throws {
    #expect(try settings("127.0.0.1:1")?.access.hosts?.contains("localhost") == true)
    let open = try #require(
      try settings("0.0.0.0:1", token: .environment("TOKEN"), environment: ["TOKEN": Self.secret]))
    #expect(open.access.hosts == nil && open.access.token != nil)
  }

  @Test("others than this machine cannot ask without a token", arguments: ["0.0.0.0:1", "[::]:1", "192.168.1.5:9464"])
  func withoutToken(address: String) throws {
    let failure = #expect(throws: ProgramFailure.self) { try settings(address) }
    #expect(failure?.code == .configuration)
    #expect(failure?.message.hasPrefix("--metrics: \(address) can be reached by others") == true)
  }

  @Test("a token comes from a file that only the user reads, or a variable")
  func tokens() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.secret + "\n", to: "token")
    chmod(path, 0o600)
    #expect(try settings("127.0.0.1:1", token: .file(path))?.token != nil)
    #expect(
      try settings("127.0.0.1:1", token: .environment("T"), environment: ["T": Self.secret])?.token != nil)
  }

  @Test("a token that others can read, or is none, is refused by place and remedy, and never repeated")
  func badTokens() throws {
    let folder = try TemporaryFolder()
    let open = try folder.write(Self.secret, to: "open")
    chmod(open, 0o644)
    let short = try folder.write("hunter2", to: "short")
    let lines = try folder.write("\(Self.secret)\n\(Self.secret)\n", to: "lines")
    for path in [short, lines] { chmod(path, 0o600) }
    for (path, words) in [
      (open, "can be read by others"), (short, "expected a token of 16 to 512"), (lines, "expected a token"),
      (folder.file("none"), "does not exist; it holds the token"), (folder.path, "is no ordinary file"),
    ] {
      let error = #expect(throws: (any Error).self) { try settings("127.0.0.1:1", token: .file(path)) }
      let text = "\(try #require(error))"
      #expect(text.contains(path) && text.contains(words), "\(text)")
      #expect(!text.contains(Self.secret) && !text.contains("hunter2"))
    }
    for value in [nil, "", "short", "a token with blanks in it"] {
      let environment = value.map { ["T": $0] } ?? [:]
      let error = #expect(throws: (any Error).self) {
        try settings("127.0.0.1:1", token: .environment("T"), environment: environment)
      }
      #expect("\(try #require(error))".hasPrefix("T: "))
    }
  }

  @Test("an address that is none is told of before anything starts", arguments: ["9464", "localhost", "example.org:1"])
  func badAddress(address: String) throws {
    let run = try ProgramRun(["--metrics", address], in: TemporaryFolder())
    #expect(run.status == 64 && run.errors.contains("--metrics: found \(address), expected an IP address"))
  }

  @Test("an open address without a token ends with 3 and the place in the file")
  func openConfiguration() throws {
    let folder = try TemporaryFolder()
    let sample = ExampleConfiguration.text.replacing(
      "# listen = \"127.0.0.1:9464\"", with: "listen = \"0.0.0.0:9464\"")
    let path = try folder.write(sample, to: "open.toml")
    let run = try ProgramRun(["status", "-c", path], in: folder)
    #expect(run.status == 3 && run.errors.contains(": metrics.listen: 0.0.0.0:9464 can be reached by others"))
  }
}

import Foundation
import HedgeConfiguration
import HedgeTestSupport
import MarketData
import Testing

@testable import hedgetop

@Suite("hedgetop record")
struct RecordCommandTests {
  /// The sample on the simulated market, and the same on a recording: only the table of the feed differs.
  private static let sample = ExampleKind.pair.text
  private static var replay: String {
    let lines = sample.split(separator: "\n", omittingEmptySubsequences: false)
    let feed = lines.firstIndex { $0.hasPrefix("[feed]") } ?? 0
    let end = lines[(feed + 1)...].firstIndex { $0.hasPrefix("[") } ?? lines.endIndex
    let table = ["[feed]", "kind = \"replay\"", "recording = \"a.jsonl\"", ""]
    return (lines[..<feed].map(String.init) + table + lines[end...].map(String.init)).joined(separator: "\n")
  }

  @Test("writes a recording that a configuration plays by changing its feed alone, and is never written over")
  func recorded() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.sample, to: "hedge.toml")
    try folder.write(Self.replay, to: "replay.toml")
    let run = try ProgramRun(["record", "-c", "hedge.toml", "--out", "a.jsonl", "--for", "2.5", "--depth"], in: folder)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.hasPrefix("a.jsonl: ") && run.output.contains("from 1 feed, "))
    let recording = try Recording(path: folder.file("a.jsonl"))
    #expect(recording.header.feeds.map(\.name) == ["simulated"] && recording.header.program == ProgramVersion.text)
    #expect(recording.warning == nil && recording.end > recording.header.start)
    #expect(folder.text(of: "a.jsonl")?.contains("\"book\"") == true)

    let again = try ProgramRun(["record", "-c", "hedge.toml", "--out", "a.jsonl", "--for", "1"], in: folder)
    #expect(again.status == 64 && again.errors.contains("exists and is left as it is"))
    #expect(try Recording(path: folder.file("a.jsonl")).end == recording.end)

    let check = try ProgramRun(["config", "check", "replay.toml"], in: folder)
    #expect(check.status == 0, "\(check.output)")
    let status = try ProgramRun(["status", "-c", "replay.toml", "--json"], in: folder)
    #expect(status.status == 0, "\(status.errors)")
    let feeds = try #require(try status.json()["feeds"] as? [[String: Any]])
    #expect(feeds.map { $0["name"] as? String } == ["simulated"])
    #expect(feeds.map { $0["label"] as? String } == ["REPLAY"])
  }

  @Test("ends by SIGTERM with a whole file")
  func terminated() throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: try BuiltProduct.path(named: "hedgetop"))
    process.arguments = ["record", "--kind", "pair", "--out", "a.jsonl"]
    process.currentDirectoryURL = folder.url
    process.environment = SanitizerOptions.environment.merging(
      ["HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let deadline = Date(timeIntervalSinceNow: 30)
    while !(FileManager.default.contents(atPath: folder.file("a.jsonl")).map { $0.contains(Data("\"events\"".utf8)) }
      ?? false),
      Date() < deadline
    { usleep(20_000) }
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    #expect(try Recording(path: folder.file("a.jsonl")).warning == nil)
    #expect(FileManager.default.contents(atPath: folder.file("a.jsonl"))?.last == UInt8(ascii: "\n"))
  }

  @Test("leaves no file behind when it cannot begin")
  func failed() throws {
    let folder = try TemporaryFolder()
    try folder.write("nonsense = 1\n", to: "bad.toml")
    let run = try ProgramRun(["record", "-c", "bad.toml", "--out", "a.jsonl", "--raw"], in: folder)
    #expect(run.status == 3)
    #expect(!FileManager.default.fileExists(atPath: folder.file("a.jsonl")))
    #expect(!FileManager.default.fileExists(atPath: folder.file("a.jsonl.raw")))
    let nowhere = try ProgramRun(["record", "--out", "none/a.jsonl", "--for", "1"], in: folder)
    #expect(nowhere.status == 64 && nowhere.errors.contains("its folder does not exist"))
  }

  @Test("tells of a recording that is missing or damaged, with its place")
  func damaged() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.replay, to: "replay.toml")
    let missing = try ProgramRun(["status", "-c", "replay.toml"], in: folder)
    #expect(missing.status == 3 && missing.errors.contains("a.jsonl: cannot be read as a recording"))
    try folder.write("date,BTC\n", to: "a.jsonl")
    let check = try ProgramRun(["config", "check", "replay.toml"], in: folder)
    #expect(check.status == 3 && check.output.contains("a.jsonl:1:1: expected an object"))
  }
}

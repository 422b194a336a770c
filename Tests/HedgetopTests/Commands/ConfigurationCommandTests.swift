import Foundation
import HedgeConfiguration
import Testing

@testable import hedgetop

@Suite struct ConfigurationCommandTests {
  @Test("init writes the example where told, for its owner only, and what it says next works")
  func initWrites() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun(["init", "deep/er/hedge.toml"], in: folder)
    #expect(run.status == 0 && run.output.contains("hedgetop config check deep/er/hedge.toml"))
    #expect(folder.text(of: "deep/er/hedge.toml") == ExampleConfiguration.text)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("deep/er/hedge.toml"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let check = try ProgramRun(["config", "check", "deep/er/hedge.toml"], in: folder)
    #expect(check.status == 0 && check.output.hasPrefix("ok: deep/er/hedge.toml: “Sample portfolio”, 1 strategy, "))
  }

  @Test("init never overwrites")
  func initKeeps() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "hedge.toml")
    let run = try ProgramRun(["init", "hedge.toml"], in: folder)
    #expect(run.status == 3 && run.output.isEmpty && run.errors.contains("left as it is"))
    #expect(folder.text(of: "hedge.toml") == "mine")
  }

  @Test("init without a path writes where hedgetop looks, and config check finds it there")
  func initUsualPlace() throws {
    let folder = try TemporaryFolder()
    #expect(try ProgramRun(["init", "--replay"], in: folder).status == 0)
    #expect(folder.text(of: ".config/hedgetop/config.toml") == ExampleConfiguration.replay)
    #expect(try ProgramRun(["config", "check"], in: folder).output.hasPrefix("ok: "))
  }

  @Test(
    "the example goes to standard output by either name", arguments: [["config", "default"], ["--default-config"]])
  func defaultConfiguration(arguments: [String]) throws {
    let run = try ProgramRun(arguments, in: TemporaryFolder())
    #expect(run.status == 0 && run.output == ExampleConfiguration.text && run.errors.isEmpty)
  }

  @Test("config check tells every mistake with its place and ends with 3")
  func checkTells() throws {
    let folder = try TemporaryFolder()
    let text = ExampleConfiguration.text
      .replacing("hedge_ratio = 0.80", with: "hedge_ration = 0.80").replacing("seed = 1 ", with: "seed = \"x\" ")
    try folder.write(text, to: "bad.toml")
    let run = try ProgramRun(["config", "check", "bad.toml"], in: folder)
    #expect(run.status == 3 && run.errors.isEmpty)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count >= 3 && lines.last?.contains("mistakes, cannot be used") == true)
    #expect(lines.dropLast().allSatisfy { Self.hasPlace($0) }, "\(run.output)")
    #expect(run.output.contains("did you mean hedge_ratio?"))
  }

  /// `bad.toml:12:3: …`.
  private static func hasPlace(_ line: Substring) -> Bool {
    let parts = line.split(separator: ":", maxSplits: 3)
    return parts.count == 4 && parts[0] == "bad.toml" && Int(parts[1]) != nil && Int(parts[2]) != nil
  }

  @Test("config check as JSON has the same issues, null where nothing is known")
  func checkJSON() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun(["config", "check", "absent.toml", "--json"], in: folder)
    let json = try run.json()
    #expect(run.status == 3 && json["ok"] as? Bool == false && json["summary"] is NSNull)
    let issue = try #require((json["issues"] as? [[String: Any]])?.first)
    #expect(issue["line"] is NSNull && (issue["message"] as? String)?.contains("does not exist") == true)
    #expect(issue.keys.sorted() == ["column", "line", "message", "path", "severity", "suggestion"])
  }

  @Test("a configuration that cannot be used ends every command that needs it with 3", arguments: ["status", "check"])
  func commandsRefuse(command: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("name = \n", to: "bad.toml")
    let run = try ProgramRun([command, "-c", "bad.toml"], in: folder)
    #expect(run.status == 3 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("hedgetop: bad.toml:1:"), "\(run.errors)")
  }

  @Test("a journal that is no database ends with 1 and its path")
  func damagedJournal() throws {
    let folder = try TemporaryFolder()
    let state = folder.file(".local/state/hedgetop")
    try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
    let info = try ProgramRun(["info", "--json"], in: folder).json()
    let paths = try #require(info["paths"] as? [String: [String: Any]])
    let journal = try #require(paths["journal"]?["path"] as? String)
    try Data("not a database at all, whatever it is".utf8).write(to: URL(filePath: journal))
    let run = try ProgramRun(["status"], in: folder)
    #expect(run.status == 1 && run.errors.hasPrefix("hedgetop: \(journal)"), "\(run.errors)")
  }
}

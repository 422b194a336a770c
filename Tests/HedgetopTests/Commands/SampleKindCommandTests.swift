import Foundation
import HedgeConfiguration
import Testing

@testable import hedgetop

@Suite struct SampleKindCommandTests {
  @Test("init --kind writes that example, which config check finds sound, and never overwrites")
  func initKind() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun(["init", "--kind", "pair", "pair.toml"], in: folder)
    #expect(run.status == 0 && run.output.contains("hedgetop config check pair.toml"))
    #expect(folder.text(of: "pair.toml") == ExampleKind.pair.text)
    #expect(
      try ProgramRun(["config", "check", "pair.toml"], in: folder).output.hasPrefix("ok: pair.toml: “Sample pair”"))
    let again = try ProgramRun(["init", "--kind", "basket", "pair.toml"], in: folder)
    #expect(again.status == 3 && again.errors.contains("left as it is"))
    #expect(folder.text(of: "pair.toml") == ExampleKind.pair.text)
  }

  @Test(
    "the example of a kind goes to standard output by either name",
    arguments: [["config", "default", "--kind", "book"], ["--default-config", "--kind", "book"]])
  func printed(arguments: [String]) throws {
    let run = try ProgramRun(arguments, in: TemporaryFolder())
    #expect(run.status == 0 && run.errors.isEmpty && run.output == ExampleKind.book.text)
  }

  @Test("a kind on the command line wins over a configured file, and needs none")
  func shown() throws {
    let folder = try TemporaryFolder()
    try folder.write(ExampleKind.basket.text, to: "mine.toml")
    let arguments = ["status", "--kind", "sector-spread", "--json"]
    let run = try ProgramRun(arguments, in: folder, environment: ["HEDGETOP_CONFIG": folder.file("mine.toml")])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try run.json()["portfolio"] as? String == "Sample sector spread")
    #expect(try ProgramRun(["check", "--kind", "leveraged-long", "-q"], in: folder).status == 0)
  }

  @Test(
    "what cannot be both is refused with 64",
    arguments: [
      (["status", "--kind", "pair", "-c", "mine.toml"], "state one of them"),
      (["config", "default", "--kind", "pair", "--replay"], "--replay"),
      (["init", "--kind", "straddle"], "sector-spread"),
    ])
  func refused(arguments: [String], words: String) throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun(arguments, in: folder)
    #expect(run.status == 64 && run.output.isEmpty && run.errors.contains(words), "\(run.errors)")
    #expect(folder.text(of: ".config/hedgetop/config.toml") == nil)
  }

  @Test("carry takes the interest on sold coins from the configuration, unless another is stated")
  func borrowed() throws {
    func borrow(_ more: [String]) throws -> Double? {
      let run = try ProgramRun(["carry", "--kind", "reverse-carry", "--json"] + more, in: TemporaryFolder())
      let instrument = (try run.json()["instruments"] as? [[String: Any]])?.first
      let yield = (instrument?["reverse_carry"] as? [String: Any])?["value"] as? [String: Any]
      return yield?["borrow"] as? Double
    }
    #expect(try borrow([]) == 0.02)
    #expect(try borrow(["--borrow", "BTC:0.07"]) == 0.07)
  }
}

import Foundation
import HedgeConfiguration
import HedgeModel
import Testing
import Venues

@testable import hedgetop

/// What a file for exchanges is checked against when nobody may be asked.
@Suite struct KeptSpecificationTests {
  private static func kept(_ venue: String, _ instruments: [String]) -> String {
    "{\"version\":1,\"venue\":\"\(venue)\",\"readAt\":1700000000000,\"instruments\":[\n"
      + instruments.joined(separator: ",\n") + "\n]}\n"
  }

  private static func instrument(_ symbol: String, _ asset: String, _ quote: String, funding: Int? = nil) -> String {
    "{\"symbol\":\"\(symbol)\"," + (funding.map { "\"funding\":\($0)," } ?? "")
      + "\"convention\":\"linear\",\"underlying\":\"\(asset)\",\"quote\":\"\(quote)\",\"settlement\":\"\(quote)\","
      + "\"multiplier\":\"1\",\"tick\":\"0.1\",\"lot\":\"0.001\",\"minimumQuantity\":\"0\",\"minimumNotional\":\"0\"}"
  }

  private static func keepAll(in folder: TemporaryFolder) throws {
    let cache = folder.file(".cache/hedgetop/instruments")
    try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
    let files = [
      "coinbase": [instrument("BTC-USD", "BTC", "USD"), instrument("ETH-USD", "ETH", "USD")],
      "binance-usdm": [instrument("BTCUSDT", "BTC", "USDT", funding: 28_800_000)],
      "hyperliquid": [instrument("ETH", "ETH", "USDC", funding: 3_600_000)],
    ]
    for (venue, instruments) in files {
      try folder.write(kept(venue, instruments), to: ".cache/hedgetop/instruments/\(venue).json")
    }
  }

  @Test("config check uses the specifications that are kept, however old, and the example is sound by them")
  func check() throws {
    let folder = try TemporaryFolder()
    try Self.keepAll(in: folder)
    #expect(try ProgramRun(["init", "--live", "live.toml"], in: folder).status == 0)
    let run = try ProgramRun(["config", "check", "live.toml"], in: folder)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.output)")
    #expect(run.output.contains("ok: live.toml: “Live hedge”, 2 strategies"), "\(run.output)")
    #expect(run.output.contains("the positions of binance are read from its venue when the program runs"))
    let info = try ProgramRun(["info", "-c", "live.toml", "--json"], in: folder).json()
    #expect((info["configuration"] as? [String: Any])?["ok"] as? Bool == true)
  }

  @Test("a contract the exchange does not have is told with what was probably meant")
  func misspelt() throws {
    let folder = try TemporaryFolder()
    try Self.keepAll(in: folder)
    let text = ExampleConfiguration.live.replacing(
      "hedge_with = \"binance-usdm:BTCUSDT\"", with: "hedge_with = \"binance-usdm:BTCUSDTT\"")
    try folder.write(text, to: "live.toml")
    let run = try ProgramRun(["config", "check", "live.toml"], in: folder)
    #expect(run.status == 3 && run.output.contains("did you mean \"binance-usdm:BTCUSDT\"?"), "\(run.output)")
  }

  @Test("without any it tells each exchange once, with the remedy, and asks nobody")
  func nothingKept() throws {
    let folder = try TemporaryFolder()
    #expect(try ProgramRun(["init", "--live", "live.toml"], in: folder).status == 0)
    let run = try ProgramRun(["config", "check", "live.toml"], in: folder)
    #expect(run.status == 3)
    for venue in ["coinbase"] {
      #expect(run.output.components(separatedBy: "run hedgetop instruments \(venue) once").count == 2, "\(run.output)")
    }
    #expect(folder.text(of: ".cache/hedgetop/instruments/coinbase.json") == nil)
  }

  @Test("a damaged file of the cache counts as none")
  func damaged() throws {
    let folder = try TemporaryFolder()
    try folder.write("[feed]\nkind = \"venues\"\nspot = \"coinbase\"\n", to: "a.toml")
    let cache = FolderSpecificationCache(folder: folder.path)
    try folder.write("{\"version\":", to: "coinbase.json")
    #expect(LiveFacts.kept(for: folder.file("a.toml"), in: cache).instruments.isEmpty)
    try folder.write(Self.kept("coinbase", [Self.instrument("BTC-USD", "BTC", "USD")]), to: "coinbase.json")
    #expect(LiveFacts.kept(for: folder.file("a.toml"), in: cache).instruments.map(\.id.symbol) == ["BTC-USD"])
    #expect(LiveFacts.kept(for: folder.file("absent.toml"), in: cache).instruments.isEmpty)
  }

  @Test(
    "init --live writes a file of its own, and no two examples at once", arguments: [["--replay"], ["--kind", "pair"]])
  func initRefuses(other: [String]) throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun(["init", "--live", "live.toml"] + other, in: folder)
    #expect(run.status == 64 && folder.text(of: "live.toml") == nil)
    #expect(try ProgramRun(["config", "default", "--live"], in: folder).output == ExampleConfiguration.live)
  }
}

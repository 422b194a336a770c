import Foundation
import HedgeAnalytics
import Testing

@testable import hedgetop

@Suite struct BandCommandTests {
  private static let usual = ["--weights", "ETH:1", "--from", "2021-01-20", "--to", "2021-02-05", "--lookback", "12"]

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> ProgramRun {
    try folder.write(BacktestCommandTests.prices, to: "p.csv")
    return try ProgramRun(["band", "--prices", "p.csv"] + Self.usual + arguments, in: folder)
  }

  @Test("twenty bands from 0.01 to 0.2 unless asked otherwise, and the best has the smallest score")
  func bands() throws {
    let json = try run(["--json"], in: TemporaryFolder()).json()
    let rows = try #require(json["bands"] as? [[String: Any]])
    #expect(rows.compactMap { $0["band"] as? Double } == (1...20).map { Double($0) / 100 })
    let scores = rows.compactMap { $0["score"] as? Double }
    let best = try #require(json["best"] as? [String: Any])
    #expect(scores.count == 20 && best["score"] as? Double == scores.min())
    #expect(json["fee"] as? Double == 0.0005 && json["risk_aversion"] as? Double == 3)
    for row in rows {
      for (key, value) in row { #expect((value as? Double)?.isFinite == true, "\(key) of \(row["band"] ?? "")") }
    }
  }

  @Test("the same command gives the same bytes, as JSON and as text")
  func isStable() throws {
    let folder = try TemporaryFolder()
    for format in [["--json"], []] {
      let first = try run(format, in: folder)
      #expect(first.status == 0 && first.errors.isEmpty, "\(first.errors)")
      #expect(try run(format, in: folder).output == first.output)
    }
  }

  @Test("each band's fees are those of the backtest of that band")
  func isTheBacktest() throws {
    let folder = try TemporaryFolder()
    let json = try run(["--json", "--bands", "0.02", "--fee-bps", "10"], in: folder).json()
    let row = try #require((json["bands"] as? [[String: Any]])?.first)
    let backtest = try ProgramRun(
      ["backtest", "--prices", "p.csv"] + Self.usual
        + ["--band", "0.02", "--fee-bps", "10", "--json", "--path", "path.csv"], in: folder)
    let whole = try #require(try backtest.json()["fees"] as? Double)
    let path = ReferenceData.rows(of: try #require(folder.text(of: "path.csv")))
    let opening = try #require(path.first?["fee"].flatMap { Double($0) })
    #expect(isClose(row["fees"] as? Double, whole - opening))
    #expect(row["rebalances"] as? Int == (try backtest.json()["rebalances"] as? Int))
  }

  @Test("the text has a row and a bar for each band, points at the best, and is ASCII where asked for")
  func text() throws {
    let folder = try TemporaryFolder()
    let plain = try run(["--bands", "0.02,0.05", "-U"], in: folder).output
    #expect(plain.utf8.allSatisfy { $0 < 0x80 })
    let lines = plain.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("0.02  ") || $0.hasPrefix("0.05  ") || $0.contains("0.02   ") }.count >= 3)
    #expect(plain.contains("best: a band of ") && lines.contains { $0.hasSuffix(" <") })
    let unicode = try ProgramRun(
      ["band", "--prices", "p.csv"] + Self.usual + ["--bands", "0.02,0.05"], in: folder,
      environment: ["LC_ALL": "C.UTF-8"])
    #expect(unicode.output.contains("░") || unicode.output.contains("█"))
  }

  @Test(
    "what is wrong names the option",
    arguments: [
      (["--bands", "0.2:0.1:0.01"], "expected a first band up to the last", 64),
      (["--bands", "0.1:0.2"], "expected bands such as 0.01:0.20:0.01", 64),
      (["--bands", "0:1:0"], "expected a number above 0", 64), (["--bands", "0:100:0.001"], "at most 500 bands", 64),
      (["--bands=-0.1,0.2"], "expected bands of 0 or more", 64), (["--bands", ""], "as a band", 64),
      (["--risk-aversion=-1"], "--risk-aversion", 64), (["--slippage-bps=-1"], "--slippage-bps", 64),
      (["--perp", "none.csv"], "none.csv", 3), (["--from", "2021-01-05"], "returns for the beta of ETH", 4),
    ])
  func mistakes(arguments: [String], words: String, code: Int32) throws {
    let result = try run(arguments, in: TemporaryFolder())
    #expect(result.status == code && result.errors.contains(words), "\(result.status) \(result.errors)")
  }

  @Test("bands are counted in decimals, each once, rising")
  func parsing() throws {
    #expect(try BandsText.bands("0.01:0.20:0.01") == (1...20).map { Double($0) / 100 })
    #expect(try BandsText.bands("0.2,0.05,0.2") == [0.05, 0.2])
    #expect(try BandsText.bands("0.1:0.1:5") == [0.1])
  }

  @Test(
    "on a year of real prices a hedge is never best at the widest band, and trades less the wider the band",
    .enabled(if: ReferenceData.isPresent, ReferenceData.absence))
  func real() throws {
    let run = try ProgramRun(
      [
        "band", "--prices", ReferenceData.path("daily_closes.csv"), "--weights", "ETH:0.5,ADA:0.3,LINK:0.2", "--from",
        "2021-01-01", "--to", "2021-12-31", "--slippage-bps", "2", "--json",
      ], in: TemporaryFolder())
    #expect(run.status == 0, "\(run.errors)")
    let json = try run.json()
    let rows = try #require(json["bands"] as? [[String: Any]])
    let trades = rows.compactMap { $0["rebalances"] as? Int }
    #expect((trades.first ?? 0) > (trades.last ?? 0))
    let best = try #require((json["best"] as? [String: Any])?["band"] as? Double)
    #expect(best < 0.2 && json["days"] as? Int == 365)
  }

  @Test("the risk aversion is that of the configured strategy, unless the command states another")
  func configuredAversion() throws {
    let folder = try TemporaryFolder()
    #expect(try ProgramRun(["init", "c.toml"], in: folder).status == 0)
    let text = try #require(folder.text(of: "c.toml"))
    try folder.write(text.replacing("[strategy.costs]", with: "[strategy.costs]\nrisk_aversion = 7"), to: "c.toml")
    func aversion(_ options: [String]) throws -> Double? {
      try run(["--json", "--bands", "0.05"] + options, in: folder).json()["risk_aversion"] as? Double
    }
    #expect(try aversion([]) == 3)
    #expect(try aversion(["-c", "c.toml"]) == 7)
    #expect(try aversion(["-c", "c.toml", "--risk-aversion", "0"]) == 0)
    #expect(try run(["-c", "c.toml", "--strategy", "Nobody"], in: folder).status == 64)
    #expect(try run(["-c", "none.toml"], in: folder).status == 3)
  }
}

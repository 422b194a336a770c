import Foundation
import HedgeModel
import MarketData
import Testing

@testable import hedgetop

/// The betas of the command against independent ones of the same files.
@Suite(.enabled(if: ReferenceData.isPresent, ReferenceData.absence)) struct BetaReferenceTests {
  @Test(
    "every row of an independent estimate is reproduced",
    arguments: [
      ("betas__daily_closes.csv", "daily_closes.csv", "BTC"),
      ("betas__hourly_spot_2021-04_2021-07.csv", "hourly_spot_2021-04_2021-07.csv", "BTC"),
      ("composite__daily_closes.csv", "daily_closes.csv", "BTC:0.5,ETH:0.5"),
    ])
  func rows(reference: String, prices: String, benchmark: String) throws {
    let table = try PriceTable(path: ReferenceData.path(prices))
    let expected = try ReferenceData.rows("reference/\(reference)")
    let windows = Dictionary(grouping: expected) { [$0["end"], $0["return_type"], $0["lookback"]] }
    #expect(!expected.isEmpty)
    for (_, rows) in windows {
      let first = rows[0]
      let end = try #require(first["end"])
      let report = BetaStudyReport(
        try BetaStudy(
          table, benchmark: try Benchmark.parse(benchmark),
          lookback: try #require(first["lookback"].flatMap { Int($0) }),
          last: try table.row(named: end, option: "--end"),
          returns: try #require(first["return_type"].flatMap(BetaPolicy.Returns.init))))
      #expect(report.end == end && report.benchmark == benchmark)
      for row in rows { compare(try #require(report.rows.first { $0.asset == row["asset"] }), row) }
      // The reference leaves out what has fewer than ten observations; the command says so.
      let missing = report.rows.filter { row in !rows.contains { $0["asset"] == row.asset } }
      #expect(missing.allSatisfy { $0.beta == nil && $0.n < 10 && $0.reason != nil }, "\(end) \(missing)")
    }
  }

  private func compare(_ row: BetaStudyReport.Row, _ expected: [String: String]) {
    func number(_ column: String) -> Double? { expected[column].flatMap { Double($0) } }
    #expect(row.n == number("n_obs").map { Int($0) })
    let pairs: [(String, Double?)] = [
      ("beta", row.beta), ("alpha", row.alpha), ("se_beta", row.se), ("hac_se_beta", row.hacSe), ("r2", row.r2),
      ("corr", row.corr),
    ]
    for (column, value) in pairs {
      #expect(isClose(value, number(column)), "\(column): \(value ?? .nan), expected in \(expected)")
    }
    #expect(row.reason == nil)
  }

  @Test("the JSON has exactly the documented keys, and none that is null in a known row")
  func keys() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun(
      ["beta", "--prices", ReferenceData.path("daily_closes.csv"), "--end", "2021-05-19", "--json"], in: folder)
    #expect(run.status == 0 && run.errors.isEmpty)
    let json = try run.json()
    #expect(json.keys.sorted() == ["benchmark", "end", "rows"])
    #expect(json["end"] as? String == "2021-05-19" && json["benchmark"] as? String == "BTC")
    let rows = try #require(json["rows"] as? [[String: Any]])
    #expect(rows.count == 11)
    for row in rows { #expect(row.keys.sorted() == ["alpha", "asset", "beta", "corr", "hac_se", "n", "r2", "se"]) }
  }
}

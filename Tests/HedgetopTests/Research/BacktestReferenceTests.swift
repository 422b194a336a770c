import Foundation
import Testing

/// The built program against an independent backtest of the same files.
@Suite(.enabled(if: ReferenceData.isPresent, ReferenceData.absence)) struct BacktestReferenceTests {
  static let names = ["dev_P1_spot_nofee", "dev_P1_perp_fee_funding", "dev_P1_target25"]

  private func expected(_ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: ReferenceData.folder.appending(path: "reference/backtest_summary.json"))
    let all = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    return try #require(all.first { $0["name"] as? String == name })
  }

  private func arguments(_ expected: [String: Any]) throws -> [String] {
    let weights = try #require(expected["weights"] as? [String: Double]).map { "\($0.key):\($0.value)" }
    let fee = try #require(expected["fee"] as? Double)
    var arguments = [
      "backtest", "--prices", ReferenceData.path("daily_closes.csv"), "--weights", weights.joined(separator: ","),
      "--value", "\(expected["V0"] ?? 0)", "--from", "\(expected["start"] ?? "")", "--to", "\(expected["end"] ?? "")",
      "--lookback", "\(expected["lookback"] ?? 0)", "--target", "\(expected["target"] ?? 0)", "--band",
      "\(expected["band"] ?? 0)", "--path", "path.csv", "--json",
    ]
    if fee > 0 { arguments += ["--fee-bps", "5"] }
    if expected["hedge"] as? String == "BTC_PERP" {
      arguments += [
        "--perp", ReferenceData.path("daily_perp_closes.csv"), "--funding",
        ReferenceData.path("funding_binance_2020_2022H1.csv"),
      ]
    }
    return arguments
  }

  @Test("the summary and every day are reproduced", arguments: names)
  func reproduces(name: String) throws {
    let folder = try TemporaryFolder()
    let expected = try expected(name)
    let run = try ProgramRun(try arguments(expected), in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let found = try run.json()
    let keys = [
      "rebalances", "turnover", "vol_unhedged", "vol_hedged", "mdd_unhedged", "mdd_hedged", "index_hedged_end",
      "index_unhedged_end", "final_unhedged", "hedge_pnl", "funding_received", "fees", "beta_unhedged", "beta_hedged",
      "var_reduction", "min_abs_gap_to_band", "days", "hedge", "target", "band", "fee",
    ]
    for key in keys where !(expected[key] is String) {
      #expect(isClose(found[key] as? Double, expected[key] as? Double), "\(key): \(found[key] ?? "missing")")
    }
    #expect(isClose(found["final_equity"] as? Double, expected["final_E"] as? Double))
    #expect(found["hedge"] as? String == expected["hedge"] as? String)
    #expect(found["reason"] is NSNull)
    try comparePath(folder.text(of: "path.csv"), name)
  }

  private func comparePath(_ text: String?, _ name: String) throws {
    let rows = ReferenceData.rows(of: try #require(text))
    let reference = try ReferenceData.rows("reference/backtest_path__\(name).csv")
    #expect(rows.count == reference.count)
    for (row, expected) in zip(rows, reference) {
      #expect(row.keys == expected.keys && row["date"] == expected["date"] && row["traded"] == expected["traded"])
      for (column, value) in expected where column != "date" {
        let (found, wanted) = (row[column].flatMap { Double($0) }, Double(value))
        #expect(isClose(found, wanted), "\(expected["date"] ?? "") \(column): \(row[column] ?? ""), expected \(value)")
      }
    }
  }
}

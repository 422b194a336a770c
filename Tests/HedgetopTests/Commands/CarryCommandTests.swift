import Foundation
import Testing

@testable import hedgetop

@Suite struct CarryCommandTests {
  private static func figure(_ row: [String: Any]?, _ key: String) -> [String: Any] {
    row?[key] as? [String: Any] ?? [:]
  }

  private static func number(_ row: [String: Any]?, _ key: String) -> Double? { figure(row, key)["value"] as? Double }

  @Test("every future of the sample: dated ones have a basis a year and no funding, perpetuals the reverse")
  func sample() throws {
    let run = try ProgramRun(["carry", "--json"], in: TemporaryFolder())
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let json = try run.json()
    #expect(json["schema"] as? String == "hedgetop.carry.v1")
    let rows = try #require(json["instruments"] as? [[String: Any]])
    let names = rows.compactMap { $0["instrument"] as? String }
    #expect(names.count == 6 && Set(names).count == 6)
    for row in rows {
      let isDated = row["kind"] as? String == "dated"
      #expect((Self.number(row, "annualised_basis") != nil) == isDated, "\(row["instrument"] ?? "")")
      #expect((Self.number(row, "funding_yield") == nil) == isDated, "\(row["instrument"] ?? "")")
      #expect((row["days_to_expiry"] is NSNull) == !isDated)
      let yield = try #require(Self.figure(row, "cash_and_carry")["value"] as? [String: Any])
      #expect(yield["rests_on"] as? String == (isDated ? "locked basis" : "average funding"))
      #expect((yield["compound"] is NSNull) == !isDated)
      #expect(Self.figure(row, "reverse_carry")["reason"] as? String == "no rate to borrow the coin at is stated")
    }
  }

  @Test("the hedge has a price, and its perpetual and dated future stand side by side")
  func price() throws {
    let json = try ProgramRun(
      ["carry", "--json", "--slippage-bps", "2", "--borrow", "BTC:0.02"], in: TemporaryFolder()
    ).json()
    let strategy = try #require((json["strategies"] as? [[String: Any]])?.first)
    let cost = try #require(Self.number(strategy, "expected_cost"))
    let parts = ["fees", "slippage", "expected_carry"].compactMap { Self.number(strategy, $0) }
    #expect(parts.count == 3 && abs(cost - (parts[0] + parts[1] - parts[2])) < 1e-6)
    #expect(isClose(Self.number(strategy, "protected_loss"), Self.number(strategy, "exposure").map { $0 * 0.1 }))
    #expect(Self.figure(strategy, "inefficient")["value"] is Bool)
    let outcomes = try #require(Self.figure(strategy, "outcomes")["value"] as? [String: Any])
    #expect((outcomes["count"] as? Int ?? 0) > 100)
    let comparison = try #require((strategy["comparisons"] as? [[String: Any]])?.first)
    let alternatives = try #require(comparison["alternatives"] as? [[String: Any]])
    #expect(comparison["underlying"] as? String == "BTC" && alternatives.count == 3)
    let costs = alternatives.compactMap { Self.number($0, "cost") }
    #expect(costs.count == 3 && costs == costs.sorted())
    let bitcoin = (json["instruments"] as? [[String: Any]])?.first { $0["underlying"] as? String == "BTC" }
    #expect(Self.figure(bitcoin, "reverse_carry")["value"] is [String: Any])
  }

  @Test("the text tells the same, with the reasons of what is unknown once")
  func text() throws {
    let run = try ProgramRun(["carry"], in: TemporaryFolder())
    #expect(run.status == 0, "\(run.errors)")
    for words in [
      "dated future", "perpetual", "BTC-QUARTERLY", "the price of the hedge over 30 days", "expected carry",
      "worth holding", "first roll", "Unknown\n", "- no rate to borrow the coin at is stated",
    ] { #expect(run.output.contains(words), "no “\(words)”") }
    #expect(run.output.components(separatedBy: "no rate to borrow").count == 2)
    #expect(!run.output.split(separator: "\n").contains { $0.last == " " })
  }

  @Test(
    "what is wrong names the option",
    arguments: [
      (["--days", "0"], "--days"), (["--window-days=-1"], "--window-days"),
      (["--history-days", "1e9"], "--history-days"),
      (["--drop", "1.5"], "--drop"), (["--drop", "0"], "--drop"), (["--borrow", "BTC"], "an asset and its rate"),
      (["--borrow", "BTC:x"], "expected a number"), (["--borrow=BTC:-1"], "--borrow"),
      (["--spot-fee-bps=-2"], "--spot-fee-bps"),
      (["--slippage-bps", "20000"], "--slippage-bps"), (["--roll-days=-1"], "--roll-days"),
    ])
  func mistakes(arguments: [String], words: String) throws {
    let run = try ProgramRun(["carry"] + arguments, in: TemporaryFolder())
    #expect(run.status == 64 && run.errors.contains(words), "\(run.status) \(run.errors)")
  }
}

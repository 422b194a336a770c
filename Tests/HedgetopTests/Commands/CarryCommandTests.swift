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

  /// One BTC and one short perpetual on recorded prices.
  private static func recorded(funding: String) -> String {
    """
    name = "Recorded"
    benchmark = "BTC"
    [feed]
    kind = "replay"
    prices = "\(ReferenceData.path("daily_closes.csv"))"
    perpetuals = "\(ReferenceData.path("daily_perp_closes.csv"))"
    \(funding)
    start = 2022-06-20
    speed = 1
    [[account]]
    name = "main"
    balances = { USD = 100_000 }
    [account.fees]
    taker = 0.0005
    maker = 0.0002
    [[strategy]]
    name = "Core"
    hedge_ratio = 1
    hedge_with = "BTC-PERP"
    [[strategy.holding]]
    asset = "BTC"
    quantity = 1
    [[strategy.leg]]
    instrument = "BTC-PERP"
    contracts = -1
    entry_price = 30_000
    leverage = 5
    """
  }

  @Test(
    "on recorded funding the mean of 30 days is that of the payments in them, and fees are four trades over 30 days",
    .enabled(if: ReferenceData.isPresent, ReferenceData.absence))
  func real() throws {
    let folder = try TemporaryFolder()
    let path = ReferenceData.path("funding_binance_2020_2022H1.csv")
    try folder.write(Self.recorded(funding: "funding = \"\(path)\""), to: "c.toml")
    let json = try ProgramRun(["carry", "-c", "c.toml", "--json"], in: folder).json()
    let rates = try ReferenceData.rows("funding_binance_2020_2022H1.csv").filter { row in
      row["symbol"] == "BTCUSDT" && (row["time"] ?? "") > "2022-05-21T00:00:00Z"
        && (row["time"] ?? "") <= "2022-06-20T00:00:00Z"
    }.compactMap { $0["rate"].flatMap { Double($0) } }
    let mean = rates.reduce(0, +) / Double(rates.count) * 3 * 365
    let row = (json["instruments"] as? [[String: Any]])?.first
    #expect(rates.count == 90 && isClose(Self.number(row, "average_funding_yield"), mean))
    let yield = Self.figure(row, "cash_and_carry")["value"] as? [String: Any]
    #expect(isClose(yield?["net"] as? Double, mean - 0.002 * 365 / 30))
  }

  @Test(
    "without recorded funding the perpetual's yields and the price of the hedge are unknown, never zero",
    .enabled(if: ReferenceData.isPresent, ReferenceData.absence))
  func noPast() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.recorded(funding: ""), to: "c.toml")
    let arguments = ["carry", "-c", "c.toml", "--wait", "0.2"]
    let json = try ProgramRun(arguments + ["--json"], in: folder).json()
    let row = (json["instruments"] as? [[String: Any]])?.first
    #expect(Self.figure(row, "average_funding_yield")["value"] is NSNull)
    #expect(Self.figure(row, "cash_and_carry")["reason"] is String)
    let strategy = (json["strategies"] as? [[String: Any]])?.first
    #expect(Self.figure(strategy, "expected_cost")["reason"] is String)
    #expect(try ProgramRun(arguments, in: folder).output.contains("Unknown\n- "))
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

  @Test("the window and the fall are those of the strategy's configuration, unless the command states others")
  func configuredCosts() throws {
    let folder = try TemporaryFolder()
    #expect(try ProgramRun(["init", "c.toml"], in: folder).status == 0)
    let text = try #require(folder.text(of: "c.toml"))
    let table = "[strategy.costs]"
    #expect(text.contains(table))
    try folder.write(text.replacing(table, with: table + "\naverage_days = 7\ndrop = 0.2"), to: "c.toml")
    func strategy(_ options: [String]) throws -> [String: Any] {
      let json = try ProgramRun(["carry", "-c", "c.toml", "--json"] + options, in: folder).json()
      return try #require((json["strategies"] as? [[String: Any]])?.first)
    }
    let own = try strategy([])
    #expect(own["averaging_window_days"] as? Double == 7 && own["drop"] as? Double == 0.2)
    #expect(isClose(Self.number(own, "protected_loss"), Self.number(own, "exposure").map { $0 * 0.2 }))
    let stated = try strategy(["--window-days", "14", "--drop", "0.3"])
    #expect(stated["averaging_window_days"] as? Double == 14 && stated["drop"] as? Double == 0.3)
    #expect(try ProgramRun(["carry", "-c", "c.toml"], in: folder).output.contains("7 days' mean"))
  }
}

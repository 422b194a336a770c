import Foundation
import Testing

@testable import hedgetop

@Suite struct ProfitCommandTests {
  private static let parts = ["beta", "alpha", "basis", "funding", "fees", "slippage", "collateral"]

  private static func figure(_ parts: [String: Any]?, _ key: String) -> [String: Any] {
    parts?[key] as? [String: Any] ?? [:]
  }

  private static func number(_ parts: [String: Any]?, _ key: String) -> Double? {
    figure(parts, key)["value"] as? Double
  }

  private static func run(_ arguments: [String] = []) throws -> [String: Any] {
    let run = try ProgramRun(["pnl", "--json"] + arguments, in: TemporaryFolder())
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    return try run.json()
  }

  @Test(
    "every figure is a number or null with its reason, and where all parts are known they add up to the total",
    arguments: ["start", "today", "rebalance"])
  func sample(period: String) throws {
    let json = try Self.run(["--since", period])
    #expect(json["schema"] as? String == "hedgetop.pnl.v1" && json["period"] as? String == period)
    #expect(json.keys.contains("shared_collateral"))
    let strategies = try #require(json["strategies"] as? [[String: Any]])
    #expect(!strategies.isEmpty)
    for strategy in strategies {
      let positions = try #require(strategy["positions"] as? [[String: Any]])
      #expect(!positions.isEmpty)
      for row in positions {
        let kind = try #require(row["kind"] as? String)
        #expect(["holding", "leg", "wallet", "margin"].contains(kind))
        #expect(row["since"] is String || row["since"] is NSNull)
        try Self.check(row["parts"] as? [String: Any], "\(row["position"] ?? "")")
      }
      try Self.check(strategy["total"] as? [String: Any], "total")
    }
    try Self.check(json["total"] as? [String: Any], "portfolio")
  }

  private static func check(_ parts: [String: Any]?, _ name: String) throws {
    let parts = try #require(parts)
    for key in self.parts + ["total", "equity_change", "residual"] {
      let figure = figure(parts, key)
      #expect(figure["value"] is Double || (figure["value"] is NSNull && figure["reason"] is String), "\(name) \(key)")
    }
    let values = self.parts.compactMap { number(parts, $0) }
    guard values.count == self.parts.count, let total = number(parts, "total") else { return }
    #expect(abs(values.reduce(0, +) - total) < 0.005, "\(name): \(values) is not \(total)")
    #expect(number(parts, "residual").map { abs($0) < 0.005 } == true, "\(name)")
  }

  @Test("since the rebalance a strategy just started has brought nothing, and every part of it is known")
  func fresh() throws {
    let json = try Self.run(["--since", "rebalance"])
    let total = json["total"] as? [String: Any]
    #expect(Self.parts.allSatisfy { Self.number(total, $0) == 0 }, "\(total ?? [:])")
    let strategy = (json["strategies"] as? [[String: Any]])?.first
    #expect(strategy?["since"] as? String == json["at"] as? String)
  }

  @Test("the text has a row a position, the total and the residual, and tells why something is unknown once")
  func text() throws {
    let run = try ProgramRun(["pnl"], in: TemporaryFolder())
    #expect(run.status == 0, "\(run.errors)")
    for words in ["profit since the opening of each position", "collateral", "residual", "BTC-PERP", "total"] {
      #expect(run.output.contains(words), "no “\(words)”\n\(run.output)")
    }
    #expect(!run.output.split(separator: "\n").contains { $0.last == " " })
    let notes = run.output.split(separator: "\n").filter { $0.hasPrefix("- ") }
    #expect(Set(notes).count == notes.count)
  }

  /// One BTC from 30,000 and one short perpetual from 30,100, on recorded prices and funding.
  private static var recorded: String {
    """
    name = "Recorded"
    benchmark = "BTC"
    [feed]
    kind = "replay"
    prices = "\(ReferenceData.path("daily_closes.csv"))"
    perpetuals = "\(ReferenceData.path("daily_perp_closes.csv"))"
    funding = "\(ReferenceData.path("funding_binance_2020_2022H1.csv"))"
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
    entry_price = 30_100
    opened_at = 2022-06-01
    leverage = 5
    """
  }

  @Test(
    "on recorded funding a short has received the sum of rate times mark since its opening, not since a year",
    .enabled(if: ReferenceData.isPresent, ReferenceData.absence))
  func real() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.recorded, to: "c.toml")
    let json = try ProgramRun(["pnl", "-c", "c.toml", "--json"], in: folder).json()
    let positions = (json["strategies"] as? [[String: Any]])?.first?["positions"] as? [[String: Any]]
    let leg = try #require(positions?.first { $0["kind"] as? String == "leg" })
    #expect(leg["since"] as? String == "2022-06-01T00:00:00Z")
    let stamps = try ReferenceData.rows("funding_binance_2020_2022H1.csv").filter { row in
      row["symbol"] == "BTCUSDT" && (row["time"] ?? "") > "2022-06-01T00:00:01Z"
        && (row["time"] ?? "") <= "2022-06-20T00:00:00Z"
    }
    let received = stamps.reduce(0.0) { sum, row in
      sum + (row["rate"].flatMap { Double($0) } ?? 0) * (row["mark_price"].flatMap { Double($0) } ?? 0)
    }
    #expect(stamps.count > 50)
    let funding = Self.figure(leg["parts"] as? [String: Any], "funding")
    if received != 0, let value = funding["value"] as? Double {
      #expect(abs(value - received) < 0.01, "\(value) is not \(received)")
    } else {
      #expect(funding["reason"] is String, "without marks of the payments it is unknown, never zero")
    }
  }

  @Test("what is wrong names the option", arguments: [["--since", "yesterday"], ["--since"], ["--wait=-1"]])
  func mistakes(arguments: [String]) throws {
    let run = try ProgramRun(["pnl"] + arguments, in: TemporaryFolder())
    #expect(run.status == 64 && run.errors.contains(arguments[0].prefix { $0 != "=" }), "\(run.errors)")
  }
}

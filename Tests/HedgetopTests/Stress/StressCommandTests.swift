import Foundation
import HedgeModel
import Testing

@testable import hedgetop

@Suite struct StressCommandTests {
  private static let book = """
    name = "One coin"
    benchmark = "BTC"
    [[account]]
    name = "main"
    balances = { USD = 30_000 }
    [[strategy]]
    name = "Core"
    hedge_ratio = 0.5
    [[strategy.holding]]
    asset = "BTC"
    quantity = 5
    [[strategy.leg]]
    instrument = "BTC-PERP"
    contracts = -2.5
    entry_price = 65_000
    [[scenario]]
    name = "mine"
    moves = { BTC = -0.30 }
    funding_rate = 0.01
    days = 1

    """

  private func run(_ arguments: [String], _ text: String = book) throws -> ProgramRun {
    let folder = try TemporaryFolder()
    let file = try folder.write(text, to: "hedge.toml")
    return try ProgramRun(["stress", "-c", file] + arguments, in: folder)
  }

  private func rows(_ run: ProgramRun) throws -> [String: [String: Any]] {
    let list = try #require(try run.json()["scenarios"] as? [[String: Any]])
    return list.reduce(into: [:]) { $0[$1["name"] as? String ?? ""] = $1 }
  }

  private func value(_ row: [String: Any]?, _ figure: String) throws -> Double {
    let total = try #require(row?["total"] as? [String: Any])
    return try #require((total[figure] as? [String: Any])?["value"] as? Double, "\(figure)")
  }

  @Test("every shipped scenario and the user's own are tried; half a hedge of the benchmark halves the loss")
  func all() throws {
    let run = try run(["--json"])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let rows = try rows(run)
    #expect(rows.count == 18 && rows["mine"]?["kind"] as? String == "custom")
    let fall = rows["benchmark -10 %"]
    let unhedged = try value(fall, "unhedged")
    #expect(unhedged < -20_000)
    // The perpetual's price is near the coin's, not at it.
    #expect(abs(try value(fall, "hedge") / unhedged + 0.5) < 0.01)
    #expect(abs(try value(rows["benchmark +10 %"], "unhedged") + unhedged) < 1e-6 * abs(unhedged))
    #expect(try value(rows["March 2020"], "unhedged") / unhedged - 4.599 < 1e-9)
    #expect(try value(rows["funding at cap"], "funding") < 0)
    #expect(try value(rows["mine"], "funding") > 0)
  }

  @Test("a short is liquidated on the way up, and not on the way down")
  func liquidated() throws {
    let rows = try rows(run(["--json"]))
    func first(_ name: String) -> [String: Any]? { rows[name]?["first_liquidation"] as? [String: Any] }
    #expect(first("benchmark +30 %")?["account"] as? String == "main")
    #expect((first("benchmark -30 %")?["liquidated"] as? [String: Any])?["value"] as? Bool == false)
  }

  @Test("scenarios are chosen by name or by its beginning, in the order they are named, and shown in detail")
  func chosen() throws {
    let run = try run(["--scenario", "mine", "MARCH 2020", "nov"])
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map(String.init)
    let names = ["mine", "March 2020", "November 2022"]
    let places = names.compactMap { name in lines.firstIndex { $0.hasPrefix(name + " ") } }
    #expect(places == places.sorted() && places.count == 3)
    #expect(run.output.contains("March 2020: closes of 2020-03-07 to 2020-03-12, Binance spot"))
    #expect(run.output.contains("account") && run.output.contains("stated") && !run.output.contains("basis blow-out"))
  }

  @Test("a name that is none, or that several begin with, ends with 64 and says which there are")
  func unknownName() throws {
    let none = try run(["--scenario", "march 2021"])
    #expect(none.status == 64 && none.output.isEmpty && none.errors.contains("\"March 2020\""), "\(none.errors)")
    let several = try run(["--scenario", "benchmark"])
    #expect(several.status == 64 && several.errors.contains("\"benchmark +5 %\""))
    #expect(!several.errors.contains("March 2020"))
  }

  @Test("a scenario that is wrong is told with its place, and ends with 3")
  func wrong() throws {
    let run = try run([], Self.book + "[[scenario]]\nname = \"half\"\nmoves = { BTC = -2 }\n")
    #expect(
      run.status == 3 && run.errors.contains("hedge.toml:23:17: scenario[1].moves.BTC: found -2"), "\(run.errors)")
  }

  @Test("the sample portfolio has figures for every scenario: the simulated market has betas and volatilities")
  func sample() throws {
    let run = try ProgramRun(["stress", "--json"], in: TemporaryFolder())
    #expect(run.status == 0, "\(run.errors)")
    for (name, row) in try rows(run) {
      #expect((row["unknown"] as? [String]) == [], "\(name): \(row["unknown"] ?? "")")
      #expect(try value(row, "hedged").isFinite)
    }
    let text = try ProgramRun(["stress"], in: TemporaryFolder())
    #expect(text.status == 0 && text.output.contains("correlations to 1") && text.output.contains("liquidated first"))
  }
}

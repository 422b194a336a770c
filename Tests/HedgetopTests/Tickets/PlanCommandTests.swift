import Foundation
import Testing

@testable import hedgetop

@Suite struct PlanCommandTests {
  private static let stated = [
    "plan", "--from", "BTC@65000", "--to", "ETH@3250:beta=1.2", "--ratio", "0.3", "--steps", "5", "--value", "650000",
  ]

  private func run(_ arguments: [String], book: String? = nil) throws -> ProgramRun {
    let folder = try TemporaryFolder()
    let config = try book.map { ["-c", try folder.write($0, to: "hedge.toml")] } ?? []
    return try ProgramRun(arguments + config, in: folder)
  }

  @Test("BTC to ETH at 0.3 in five steps: each moves 2 BTC of spot and 0.6 of short, and net beta stays at its target")
  func stated() throws {
    let run = try run(Self.stated + ["--json", "--fee", "0.001"])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let plan = try run.json()
    #expect(plan["schema"] as? String == "hedgetop.plan.v1" && plan["refusal"] is NSNull)
    let steps = try #require(plan["steps"] as? [[String: Any]])
    #expect(steps.count == 5)
    for (index, step) in steps.enumerated() {
      let lines = try #require((step["ticket"] as? [String: Any])?["lines"] as? [[String: Any]])
      let traded = Dictionary(
        uniqueKeysWithValues: lines.map { ($0["instrument"] as? String ?? "", $0["contracts"] as? Double ?? 0) })
      #expect(traded == ["spot:BTC": -2, "spot:ETH": 40, "future:BTC": 0.6, "future:ETH": -12])
      let after = try #require(step["after"] as? [String: Any])
      #expect(isClose(after["net_beta"] as? Double, 0.7 * (1 + 0.2 * Double(index + 1) / 5)))
      #expect(abs(after["drift"] as? Double ?? 1) < 1e-9 && after["in_band"] as? Bool == true)
    }
    #expect(isClose(plan["fees"] as? Double, 0.001 * (2 * 650_000 + 2 * 195_000)))
    #expect((steps.last?["sold"] as? Double, steps.last?["bought"] as? Double) == (10, 200))
  }

  @Test("the text shows every step and the trades of the next one")
  func text() throws {
    let output = try run(Self.stated).output
    #expect(output.contains("BTC to ETH at H 0.3 in 5 steps") && output.contains("Next step:"))
    #expect(output.contains("spot:BTC") && output.contains("fees of all steps -"))
    #expect(output.split(separator: "\n").filter { $0.contains("in band") }.count >= 6)
  }

  @Test("a step beyond the band is refused with the numbers, and the command ends with 10")
  func refused() throws {
    let run = try run(Self.stated + ["--lot", "5", "--band", "0.01"])
    #expect(run.status == 10 && run.errors.contains("outside the band ±0.01"), "\(run.status) \(run.errors)")
    #expect(run.output.contains("OUTSIDE") && !run.output.contains("Next step:"))
  }

  @Test("a configured book moves into a coin it holds already, and into one whose price is stated")
  func configured() throws {
    let into = ["plan", "--from", "BTC", "--to", "ETH", "--steps", "3", "--json"]
    let plan = try run(into, book: HedgedBook.sameAsset(ratio: "0.3", short: "-0.9")).json()
    let steps = try #require(plan["steps"] as? [[String: Any]])
    #expect(steps.count == 3 && steps.map { $0["sold"] as? Double } == [1, 2, 3])
    #expect(plan["hedge_ratio"] as? Double == 0.3)
    let last = try #require(steps.last?["futures"] as? [[String: Any]])
    #expect(last.map { $0["instrument"] as? String } == ["simulated:BTC-PERP", "simulated:ETH-PERP"])
    #expect(last[0]["contracts"] as? Double == 0 && (last[1]["contracts"] as? Double ?? 0) < -12)
    #expect((steps.last?["after"] as? [String: Any])?["in_band"] as? Bool == true)
    let shared = try run(
      ["plan", "--from", "BTC", "--to", "SOL@150:beta=1.5", "--steps", "2", "--quantity", "1", "--json"],
      book: HedgedBook.benchmark(ratio: "0.3", short: "-1.1"))
    #expect(shared.status == 0, "\(shared.errors)")
    let end = try #require((try shared.json()["steps"] as? [[String: Any]])?.last)
    #expect(end["sold"] as? Double == 1 && (end["futures"] as? [Any])?.count == 1)
    #expect(abs((end["after"] as? [String: Any])?["drift"] as? Double ?? 1) < 0.001)
  }

  @Test(
    "what is wrong names the option",
    arguments: [
      (["--from", "SOL"], "--from: Core holds no SOL", 64),
      (["--to", "SOL"], "--to: Core holds no SOL yet; state its price", 64),
      (["--to", "SOL@150"], "the beta of SOL is not known", 64),
      (["--to", "SOL@150:beta=1.5"], "no leg on SOL to hedge with", 3),
      (["--to", "BTC"], "stands on both sides", 64), (["--quantity", "4"], "found 4 to sell", 64),
      (["--steps", "0"], "--steps: found 0", 64), (["--band", "0.1"], "--band needs --value", 64),
      (["--value", "1000"], "--value and --config", 64), (["--to", "ETH@1@2"], "more than one @", 64),
      (["--fee", "2"], "--fee: found 2.0", 64),
    ])
  func mistakes(arguments: [String], words: String, code: Int32) throws {
    var all = ["plan", "--from", "BTC", "--to", "ETH", "--steps", "3"]
    if let known = all.firstIndex(of: arguments[0]) {
      all.replaceSubrange(known...known + 1, with: arguments)
    } else {
      all += arguments
    }
    let run = try run(all, book: HedgedBook.sameAsset())
    #expect(run.status == code && run.errors.contains(words) && run.output.isEmpty, "\(run.status) \(run.errors)")
  }

  @Test("with --value the ratio and the prices must be stated")
  func statedMistakes() throws {
    let bare = ["plan", "--from", "BTC", "--to", "ETH@1", "--steps", "3", "--value", "1000"]
    #expect(try run(bare).errors.contains("--ratio: none is stated"))
    let unpriced = try run(bare + ["--ratio", "0.3"])
    #expect(unpriced.status == 64 && unpriced.errors.contains("its price is needed"), "\(unpriced.errors)")
  }
}

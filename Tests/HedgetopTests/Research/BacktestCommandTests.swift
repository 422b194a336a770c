import Foundation
import Testing

@Suite struct BacktestCommandTests {
  /// Forty days of two coins that move together.
  static let prices: String = {
    var (btc, eth) = (100.0, 10.0)
    return (0..<40).reduce(into: "date,BTC,ETH\n") { text, index in
      let move = [0.01, -0.02, 0.015, 0.005, -0.01][index % 5]
      btc *= 1 + move
      eth *= 1 + 1.5 * move
      let day = index < 31 ? "01-\(index < 9 ? "0" : "")\(index + 1)" : "02-0\(index - 30)"
      text += "2021-\(day),\(btc),\(eth)\n"
    }
  }()

  private static let usual = ["--weights", "ETH:1", "--from", "2021-01-20", "--to", "2021-02-05", "--lookback", "12"]

  private func run(_ arguments: [String], in folder: TemporaryFolder, prices: String = Self.prices) throws -> ProgramRun
  {
    try folder.write(prices, to: "p.csv")
    return try ProgramRun(["backtest", "--prices", "p.csv"] + arguments, in: folder)
  }

  @Test("a basket that moves exactly with the benchmark is hedged without a trace")
  func perfectHedge() throws {
    let json = try run(Self.usual + ["--json"], in: TemporaryFolder()).json()
    #expect(isClose(json["beta_unhedged"] as? Double, 1.5))
    #expect(abs(json["beta_hedged"] as? Double ?? 1) < 0.1)
    #expect((json["vol_hedged"] as? Double ?? 1) < (json["vol_unhedged"] as? Double ?? 0) / 10)
  }

  @Test("the same command gives the same bytes")
  func isStable() throws {
    let folder = try TemporaryFolder()
    let first = try run(Self.usual + ["--json"], in: folder)
    #expect(first.status == 0)
    #expect(try run(Self.usual + ["--json"], in: folder).output == first.output)
  }

  @Test("a path that exists is left as it is, and replaced only when asked to")
  func pathIsNotOverwritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("precious\n", to: "out.csv")
    let refused = try run(Self.usual + ["--path", "out.csv"], in: folder)
    #expect(refused.status == 64 && refused.errors.contains("--path: out.csv exists") && refused.output.isEmpty)
    #expect(folder.text(of: "out.csv") == "precious\n")
    #expect(try run(Self.usual + ["--path", "out.csv", "--force"], in: folder).status == 0)
    #expect(folder.text(of: "out.csv")?.hasPrefix("date,V,hedge_price,") == true)
    #expect(folder.text(of: "out.csv")?.split(separator: "\n").count == 18)
  }

  @Test(
    "what is wrong names the option",
    arguments: [
      (["--weights", "ETH:0.9"], "the shares add up to 0.9, expected 1", 64),
      (["--weights", "XRP:1"], "--weights: p.csv has no column XRP", 64),
      (["--from", "2020-01-01"], "--from: p.csv has no bar 2020-01-01", 64),
      (["--to", "2021-01-20"], "--to: found 2021-01-20, expected a day after 2021-01-20", 64),
      (["--band", "-1"], "--band", 64),
      (["--perp", "p.csv"], "--perp: p.csv has no column BTC_PERP", 64),
      (["--perp", "none.csv"], "none.csv", 3),
      (["--from", "2021-01-05"], "returns for the beta of ETH", 4),
    ])
  func mistakes(arguments: [String], words: String, code: Int32) throws {
    var all = Self.usual
    for index in stride(from: 0, to: arguments.count, by: 2) {
      if let known = all.firstIndex(of: arguments[index]) {
        all[known + 1] = arguments[index + 1]
      } else {
        all.append("\(arguments[index])=\(arguments[index + 1])")
      }
    }
    let result = try run(all, in: TemporaryFolder())
    #expect(result.status == code && result.errors.contains(words), "\(result.status) \(result.errors)")
  }

  @Test("a day without a price ends with 4 and names it")
  func missingPrice() throws {
    let holes = Self.prices.split(separator: "\n").map { line in
      line.hasPrefix("2021-01-25") ? "2021-01-25,100," : String(line)
    }.joined(separator: "\n")
    let result = try run(Self.usual, in: TemporaryFolder(), prices: holes + "\n")
    #expect(result.status == 4 && result.errors.contains("no price of ETH"), "\(result.errors)")
  }
}

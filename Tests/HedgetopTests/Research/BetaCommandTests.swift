import Foundation
import HedgeModel
import MarketData
import Testing

@testable import hedgetop

@Suite struct BetaCommandTests {
  /// Twelve days; ETH moves twice as far as BTC, ADA is missing for most of them.
  static let prices: String = {
    var (btc, eth) = (100.0, 10.0)
    return (1...12).reduce(into: "date,BTC,ETH,ADA\n") { text, day in
      let move = day.isMultiple(of: 3) ? -0.02 : 0.01
      btc *= 1 + move
      eth *= 1 + 2 * move
      text += "2021-01-\(day < 10 ? "0" : "")\(day),\(btc),\(eth),\(day > 8 ? "1.\(day)" : "")\n"
    }
  }()

  private func run(_ arguments: [String], prices: String = Self.prices) throws -> ProgramRun {
    let folder = try TemporaryFolder()
    try folder.write(prices, to: "p.csv")
    return try ProgramRun(["beta", "--prices", "p.csv"] + arguments, in: folder)
  }

  @Test("an unknown beta is null with its reason; the end is the last row unless stated")
  func unknown() throws {
    let json = try run(["--lookback", "11", "--returns", "simple", "--json"]).json()
    #expect(json["end"] as? String == "2021-01-12")
    let rows = try #require(json["rows"] as? [[String: Any]])
    #expect(isClose(rows[0]["beta"] as? Double, 2) && rows[0]["n"] as? Int == 11)
    #expect(rows[1]["beta"] is NSNull && rows[1]["corr"] is NSNull && rows[1]["n"] as? Int == 3)
    #expect((rows[1]["reason"] as? String)?.contains("3 of at least 10") == true)
  }

  @Test("the text shows a dash and the reason")
  func text() throws {
    let lines = try run(["--lookback", "11"]).output.split(separator: "\n")
    #expect(lines.first == "beta to BTC, window ending with 2021-01-12")
    #expect(lines.last?.hasPrefix("ADA") == true && lines.last?.contains("3 of at least 10 returns") == true)
  }

  @Test(
    "what is wrong names the option or the place in the file",
    arguments: [
      (["--end", "2021-02-01"], "--end: p.csv has no bar 2021-02-01; its bars are 2021-01-01 to 2021-01-12", 64),
      (["--end", "2021-01-05T00:00:00Z"], "--end: found “2021-01-05T00:00:00Z”, expected a day", 64),
      (["--end", "tomorrow"], "--end: found “tomorrow”", 64),
      (["--benchmark", "XRP"], "--benchmark: p.csv has no column XRP; it has BTC, ETH, ADA", 64),
      (["--lookback", "1"], "--lookback: found 1, expected bars from 2", 64),
      (["--returns", "cubic"], "cubic", 64),
    ])
  func options(arguments: [String], words: String, code: Int32) throws {
    let result = try run(arguments)
    #expect(result.status == code && result.output.isEmpty)
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test("a wrong file is told by line and column and ends with 3")
  func wrongFile() throws {
    let result = try run([], prices: "date,BTC\n2021-01-01,100\n2021-01-02,abc\n")
    #expect(result.status == 3)
    #expect(result.errors.hasPrefix("hedgetop: p.csv:3:12: found “abc”, expected a positive price"), "\(result.errors)")
    let absent = try ProgramRun(["beta", "--prices", "none.csv"], in: TemporaryFolder())
    #expect(absent.status == 3 && absent.errors.contains("none.csv"))
  }

  @Test("an hourly file names its bars by their opening")
  func hourly() throws {
    let hours = (0..<24).reduce(into: "open_time,BTC,ETH\n") { text, hour in
      let price = 100 + Double(hour * hour % 7)
      text += "2021-01-01T\(hour < 10 ? "0" : "")\(hour):00:00Z,\(price),\(2 * price)\n"
    }
    let json = try run(["--end", "2021-01-01T20:00:00Z", "--lookback", "20", "--json"], prices: hours).json()
    #expect(json["end"] as? String == "2021-01-01T20:00:00Z")
    let row = try #require((json["rows"] as? [[String: Any]])?.first)
    #expect(row["n"] as? Int == 20 && isClose(row["beta"] as? Double, 1))
    #expect(try run(["--end", "2021-01-01"], prices: hours).status == 64)
  }
}

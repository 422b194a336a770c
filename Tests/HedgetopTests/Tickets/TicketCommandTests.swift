import Foundation
import Testing

@testable import hedgetop

@Suite struct TicketCommandTests {
  private func run(_ arguments: [String], book: String = HedgedBook.sameAsset()) throws -> ProgramRun {
    let folder = try TemporaryFolder()
    let file = try folder.write(book, to: "hedge.toml")
    return try ProgramRun(["ticket", "-c", file] + arguments, in: folder)
  }

  @Test("the ticket sells 0.6 of each coin, and brings net beta to its target")
  func json() throws {
    let run = try run(["--format", "json"])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let ticket = try run.json()
    #expect(ticket["schema"] as? String == "hedgetop.ticket.v1" && ticket["strategy"] as? String == "Core")
    let lines = try #require(ticket["lines"] as? [[String: Any]])
    let contracts = Dictionary(
      uniqueKeysWithValues: lines.map { ($0["instrument"] as? String ?? "", $0["contracts"] as? Double ?? 0) })
    #expect(Set(contracts.keys) == ["simulated:BTC-PERP", "simulated:ETH-PERP"])
    #expect(contracts.values.allSatisfy { $0 < 0 } && lines.allSatisfy { $0["side"] as? String == "sell" })
    let after = try #require(ticket["after"] as? [String: Any])
    #expect(after["in_band"] as? Bool == true)
    #expect(abs(after["drift"] as? Double ?? 1) < 0.001)
    #expect(ticket["without"] is NSNull)
    let residual = try #require(ticket["rounding_residual"] as? Double)
    let marks = (after["beta_value"] as? Double ?? .nan) - residual
    // Futures trade a little off their coins' prices, so a coin-for-coin hedge leaves a little beside the rounding.
    #expect(abs(marks) < 0.01 * (after["value"] as? Double ?? 0))
  }

  @Test("CSV is one row a line with exact contracts, and the text shows the same lines")
  func csv() throws {
    let run = try run(["--format", "csv", "--ratio", "0.5"])
    let rows = ReferenceData.rows(of: run.output)
    #expect(rows.count == 2 && rows.map { $0["rank"] } == ["1", "2"])
    for row in rows {
      let contracts = try #require(row["contracts"].flatMap { Decimal(string: $0) })
      #expect(contracts < 0 && row["contracts"] == "\(contracts)" && row["account"] == "main")
    }
    let text = try self.run([]).output
    #expect(text.contains("SELL") && text.contains("simulated:ETH-PERP") && text.contains("after"))
  }

  @Test(
    "a line that cannot be filled shows what the others leave", arguments: ["1", "BTC-PERP", "simulated:BTC-PERP@main"])
  func without(name: String) throws {
    let ticket = try run(["--format", "json", "--without", name]).json()
    let without = try #require(ticket["without"] as? [String: Any])
    #expect((without["unfilled"] as? [String])?.count == 1 && without["in_band"] as? Bool == false)
    #expect((without["net_beta"] as? Double ?? 0) > 0.5)
    #expect(try run(["--without", name]).output.contains("without simulated:"))
  }

  @Test("a book that is where it shall be has an empty ticket")
  func nothing() throws {
    let run = try run(["--ratio", "0"])
    #expect(run.status == 0 && run.output.contains("Nothing to trade."))
  }

  @Test(
    "what is wrong names the option",
    arguments: [
      (["--strategy", "none"], "--strategy: found “none”, expected one of Core", 64),
      (["--without", "SOL-PERP"], "--without: found “SOL-PERP”, expected one of", 64),
      (["--without", "1", "--format", "csv"], "--without cannot be used with --format csv", 64),
      (["--ratio", "x"], "found “x” as the hedge ratio", 64), (["--format", "xml"], "xml", 64),
    ])
  func mistakes(arguments: [String], words: String, code: Int32) throws {
    let run = try run(arguments)
    #expect(run.status == code && run.errors.contains(words) && run.output.isEmpty, "\(run.status) \(run.errors)")
  }

  @Test("nothing is written or planned on a recording that has ended: the commands end with 4 and say what is missing")
  func noPrices() throws {
    let folder = try TemporaryFolder()
    try folder.write("date,BTC,ETH\n2021-01-01,30000,1000\n2021-02-01,,1500\n", to: "prices.csv")
    let feed = "kind = \"replay\"\nprices = \"prices.csv\"\nstart = 2021-02-01\nspeed = 1"
    let book = HedgedBook.benchmark().replacingOccurrences(of: "kind = \"simulated\"\nseed = 1", with: feed)
    let file = try folder.write(book, to: "hedge.toml")
    for arguments in [["ticket"], ["plan", "--from", "BTC", "--to", "ETH", "--steps", "2"]] {
      let run = try ProgramRun(arguments + ["-c", file, "--wait", "0.2"], in: folder)
      #expect(run.status == 4 && run.output.isEmpty, "\(run.status) \(run.errors)")
      #expect(run.errors.contains("BTC") || run.errors.contains("stale"), "\(run.errors)")
    }
    let compared = try ProgramRun(["compare", "-c", file, "--wait", "0.2"], in: folder)
    #expect(compared.status == 0 && compared.output.contains("- no "), "\(compared.output)")
  }
}

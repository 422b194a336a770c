import Foundation
import HedgeModel
import Testing

@testable import hedgetop

/// `hedgetop log`, beside a monitor that has the journal open.
@Suite("hedgetop log") struct LogCommandTests {
  @Test("JSON tells everything, oldest first, decimals as texts, and what an entry does not have as null")
  func json() throws {
    let state = try KeptState()
    try state.keepLog()
    let run = try state.run(["log", "--json"])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let entries = try #require(try run.json()["entries"] as? [[String: Any]])
    #expect(
      entries.map { $0["what"] as? String } == [
        "hedge_ratio", "payment", "fill", "acknowledgement", "undo", "review", "raised", "escalated", "cleared",
        "reminded", "payment",
      ])
    let fill = try #require(entries.first { $0["what"] as? String == "fill" })
    #expect(fill["old"] as? String == "-5" && fill["new"] as? String == "-5.005" && fill["price"] as? String == "65000")
    #expect(fill["command"] as? String == "watch" && fill["instrument"] as? String == "simulated:BTC-PERP")
    #expect(entries.first { $0["what"] as? String == "review" }?["command"] as? String == "attach")
    let payments = entries.filter { $0["kind"] as? String == "funding" }
    #expect(payments.map { $0["amount"] as? String } == [nil, "32.50005"] && payments[0]["amount"] is NSNull)
    #expect(payments.allSatisfy { $0["rate"] as? String == "0.0001" && $0["currency"] as? String == "USD" })
    #expect(Set(entries.map(\.count)) == [KeptEntry.columns.count])
    #expect(Set(entries.flatMap(\.keys)) == Set(KeptEntry.columns))
  }

  @Test("kinds and times are chosen")
  func choice() throws {
    let state = try KeptState()
    try state.keepLog()
    func count(_ arguments: [String]) throws -> Int {
      (try state.run(["log", "--json"] + arguments).json()["entries"] as? [Any])?.count ?? -1
    }
    #expect(try count(["--only", "decision"]) == 5 && count(["--only", "alert", "--only", "funding"]) == 6)
    #expect(try count(["--until", "2023-11-15T00:00:03Z", "--only", "decision"]) == 4)
    #expect(try count(["--since", "2023-11-15T00:01:00Z"]) == 5 && count(["--since", "1s"]) == 0)
    #expect(try state.run(["log", "--only", "rumour"]).status == 64)
  }

  @Test("CSV and text hold one line an entry: no text moves a cursor, breaks a line or opens a column")
  func lines() throws {
    let state = try KeptState()
    try state.keepLog()
    for format in [["--csv"], []] {
      let run = try state.run(["log"] + format)
      let lines = run.output.split(separator: "\n")
      #expect(lines.count == 12 && !run.output.contains("\u{1B}"))
      #expect(lines.contains { $0.contains("Core: hedge ratio 0.8 → 0.85") && $0.contains("watch") })
      #expect(lines.contains { $0.contains("received 32.50005 USD at 0.0001") })
      #expect(lines.contains { $0.contains("an unknown amount") })
    }
    let csv = try state.run(["log", "--csv", "--only", "alert"]).output
    #expect(csv.split(separator: "\n").first == Substring(KeptEntry.columns.joined(separator: ",")))
    #expect(csv.contains("\"Core: drift, \"\"wide\"\"[2J of the band\""), "\(csv)")
  }
}

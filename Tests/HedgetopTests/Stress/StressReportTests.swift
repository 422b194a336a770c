import Foundation
import HedgeAnalytics
import HedgeModel
import Testing

@testable import hedgetop

@Suite struct StressReportTests {
  private func scenarios() throws -> [[String: Any]] {
    let text = try JSONOutput.text(StressReport(StressSample.table()))
    let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(root["schema"] as? String == "hedgetop.stress.v1" && root["currency"] as? String == "USD")
    return try #require(root["scenarios"] as? [[String: Any]])
  }

  private func walk(_ value: Any, _ path: String, _ visit: (String, [String: Any]) -> Void) {
    if let object = value as? [String: Any] {
      visit(path, object)
      for (key, item) in object { walk(item, "\(path).\(key)", visit) }
    } else if let list = value as? [Any] {
      for item in list { walk(item, path, visit) }
    }
  }

  @Test("keys are snake_case, and a figure that is null has its reason beside it")
  func keys() throws {
    var figures = 0
    walk(try scenarios(), "") { path, object in
      for key in object.keys {
        #expect(key.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" }, "\(path).\(key)")
      }
      guard let value = object["value"] else { return }
      figures += 1
      if value is NSNull { #expect(object["reason"] is String && object["reason_kind"] is String, "\(path)") }
    }
    #expect(figures > 50)
  }

  @Test("totals, strategies, moves and accounts are told by name")
  func values() throws {
    let rows = try scenarios()
    let total = try #require(rows[0]["total"] as? [String: Any])
    #expect((total["hedged"] as? [String: Any])?["value"] as? Double == -20_000)
    #expect((rows[0]["strategies"] as? [[String: Any]])?.map { $0["name"] as? String } == ["Core", "Carry"])
    let moves = try #require(rows[2]["moves"] as? [[String: Any]])
    #expect(moves.map { $0["rule"] as? String } == ["stated", "beta", "beta"])
    #expect(rows[2]["source"] as? String == "closes of 2020-03-07 to 2020-03-12, Binance spot, USDT")
    #expect(rows[2]["kind"] as? String == "historical")
    #expect((rows[2]["unknown"] as? [String])?.contains("no beta of DOT yet") == true)
  }

  @Test(
    "who is liquidated first is told with the fraction; nobody is false, not null, and unknown is null with a reason")
  func liquidation() throws {
    let rows = try scenarios().compactMap { $0["first_liquidation"] as? [String: Any] }
    let liquidated = rows.map { $0["liquidated"] as? [String: Any] }
    #expect(liquidated[0]?["value"] as? Bool == false && rows[0]["account"] is NSNull)
    #expect(liquidated[1]?["value"] as? Bool == true && rows[1]["fraction"] as? Double == 0)
    #expect(
      rows[1]["account"] as? String == "coin margin" && rows[1]["isolated_leg"] as? String == "simulated:SOL-PERP")
    #expect(liquidated[2]?["value"] is NSNull && liquidated[2]?["reason"] as? String == "no mark price")
  }
}

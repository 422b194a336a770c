import Foundation
import HedgeTestSupport
import Testing

@testable import hedgetop

@Suite struct ReportTests {
  static let conditions: [SnapshotBuilder] = [.calm, .breach, StatusTextTests.stale, StatusTextTests.unknown]

  private func walk(_ value: Any, path: String, _ visit: (String, Any) -> Void) {
    visit(path, value)
    if let object = value as? [String: Any] {
      for (key, item) in object { walk(item, path: "\(path).\(key)", visit) }
    } else if let list = value as? [Any] {
      for item in list { walk(item, path: path, visit) }
    }
  }

  private func json(_ builder: SnapshotBuilder) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(JSONOutput.text(SnapshotReport(builder.snapshot)).utf8))
  }

  @Test("keys are snake_case, and a figure that is null has its reason beside it", arguments: conditions.indices)
  func keys(index: Int) throws {
    walk(try json(Self.conditions[index]), path: "") { path, value in
      guard let object = value as? [String: Any] else { return }
      for key in object.keys {
        #expect(key.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" }, "\(path).\(key)")
      }
      if object["value"] is NSNull { #expect(object["reason"] is String && object["reason_kind"] is String, "\(path)") }
    }
  }

  @Test("the keys do not depend on what is known")
  func sameKeys() throws {
    func keys(_ builder: SnapshotBuilder) throws -> Set<String> {
      var keys: Set<String> = []
      // What a figure consists of depends on whether it is known; which figures there are does not.
      let inner: Set = ["as_of", "age_seconds", "source", "stale", "reason", "reason_kind", "value"]
      walk(try json(builder), path: "") { path, _ in
        let parts = path.split(separator: ".").map(String.init)
        if let cut = parts.firstIndex(where: inner.contains) {
          keys.insert(parts[..<cut].joined(separator: "."))
        } else {
          keys.insert(parts.joined(separator: "."))
        }
      }
      return keys
    }
    let known = try keys(.calm)
    let unknown = try keys(StatusTextTests.unknown)
    let missing = known.subtracting(unknown).filter { !$0.contains("suggestions") }
    #expect(missing.isEmpty, "\(missing.sorted())")
  }

  @Test("the same snapshot gives the same bytes")
  func isStable() throws {
    let snapshot = SnapshotBuilder.breach.snapshot
    #expect(try JSONOutput.text(SnapshotReport(snapshot)) == JSONOutput.text(SnapshotReport(snapshot)))
  }

  @Test(
    "numbers for people: grouped, signed, rounded half up in magnitude, and a dash for what is none",
    arguments: [
      (1234.5, 2, false, "1,234.50"), (-0.004, 2, true, "0.00"), (0.005, 2, true, "+0.01"),
      (-1e6, 0, true, "-1,000,000"),
      (.nan, 2, false, "-"), (.infinity, 2, false, "-"), (0, 0, true, "0"), (999.999, 2, false, "1,000.00"),
    ] as [(Double, Int, Bool, String)])
  func figures(value: Double, decimals: Int, signed: Bool, text: String) {
    #expect(Figures.fixed(value, decimals, signed: signed) == text)
  }

  @Test("zeros at the end are left out, and only those")
  func trimmed() {
    #expect(Figures.trimmed(2.5, 6) == "2.5" && Figures.trimmed(1200, 6, signed: true) == "+1,200")
    #expect(Figures.trimmed(0.1 + 0.2, 6) == "0.3" && Figures.trimmed(100, 0) == "100")
    #expect(Figures.exact(Decimal(string: "-12345.60") ?? 0) == "-12,345.6")
  }

  @Test("a null is written as null, and so is a number that is none")
  func nullable() throws {
    struct Sample: Encodable {
      @Nullable var none: Double?
      @Nullable var notANumber: Double?
      @Nullable var some: Double?
    }
    let text = try JSONOutput.text(Sample(none: nil, notANumber: .nan, some: 2.5))
    #expect(text == "{\n  \"none\" : null,\n  \"not_a_number\" : null,\n  \"some\" : 2.5\n}\n")
  }

  @Test("tables are as wide as their widest cells, and control characters do not get in")
  func table() {
    var table = TextTable([.init("name", .words), .init("value")])
    table.add(["a\u{1B}[2J", "1"])
    table.add(["longer", "1,000"])
    #expect(table.lines == ["name    value", "a[2J        1", "longer  1,000"])
  }
}

import Foundation
import Testing

@testable import Metrics

/// The files that come with the program use what it serves, and nothing else.
@Suite struct MonitoringFileTests {
  /// Names of metrics in an expression.
  private func names(in expression: String) -> Set<String> {
    Set(expression.matches(of: /\b(?:hedgetop|process)_[a-z_]+/).map { String($0.0) })
  }

  private let known = Set(MetricCatalogue.all.map(\.name))

  private func dashboard() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(MonitoringFile.dashboard.text.utf8))
    return try #require(value as? [String: Any])
  }

  private func panels() throws -> [[String: Any]] { try #require(try dashboard()["panels"] as? [[String: Any]]) }

  private func expressions() throws -> [String] {
    try panels().flatMap { $0["targets"] as? [[String: Any]] ?? [] }.compactMap { $0["expr"] as? String }
  }

  @Test("the rules use metrics that exist")
  func rules() {
    let rules = MonitoringFile.rules.text.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
    #expect(names(in: rules).subtracting(known).sorted() == [])
    #expect(names(in: rules).count > 10)
  }

  @Test("the dashboard's queries use metrics that exist, and the values of labels that exist")
  func queries() throws {
    let found = try expressions()
    #expect(found.count > 25)
    for expression in found { #expect(names(in: expression).subtracting(known).isEmpty, "\(expression)") }
    let text = MonitoredSamples.text(MonitoredSamples.full)
    let labels = Set(try ExpositionParser(text).families.values.flatMap { $0.samples.flatMap(\.labels.keys) })
    for expression in found {
      for match in expression.matches(of: /(\w+)(?:=~|!~|=)"/) {
        let label = String(match.1)
        #expect(labels.contains(label) || ["job", "instance"].contains(label), "\(label) in \(expression)")
      }
    }
  }

  @Test("every query of a strategy or a portfolio heeds the choice made on the dashboard")
  func variables() throws {
    for expression in try expressions() where expression.contains("hedgetop_") {
      #expect(expression.contains("portfolio=~\"$portfolio\""), "\(expression)")
    }
    let templating = try #require(try dashboard()["templating"] as? [String: Any])
    let list = try #require(templating["list"] as? [[String: Any]])
    #expect(list.compactMap { $0["name"] as? String } == ["datasource", "portfolio", "strategy"])
    #expect(list[0]["type"] as? String == "datasource")
    for variable in list.dropFirst() {
      let query = try #require(variable["definition"] as? String)
      #expect(names(in: query).isSubset(of: known) && !names(in: query).isEmpty)
    }
  }

  @Test("it has the five panels, a version of its schema, and a data source that is chosen")
  func shape() throws {
    let titles = try panels().filter { $0["type"] as? String == "row" }.compactMap { $0["title"] as? String }
    for title in ["1 Spot holdings", "2 Short legs", "3 Net beta", "4 Margin ratio", "5 Funding drag"] {
      #expect(titles.contains(title))
    }
    #expect((try dashboard()["schemaVersion"] as? Int ?? 0) >= 36)
    for panel in try panels() where panel["type"] as? String != "row" {
      #expect((panel["datasource"] as? [String: String])?["uid"] == "${datasource}")
    }
  }

  @Test("panels have numbers of their own, lie on the grid and on no other")
  func layout() throws {
    var cells: Set<Int> = []
    let panels = try panels()
    #expect(Set(panels.compactMap { $0["id"] as? Int }).count == panels.count)
    for panel in panels {
      let place = try #require(panel["gridPos"] as? [String: Int])
      let (x, y, w, h) = (place["x"] ?? 0, place["y"] ?? 0, place["w"] ?? 0, place["h"] ?? 0)
      #expect(x + w <= 24 && w > 0 && h > 0)
      for row in y..<y + h {
        for column in x..<x + w { #expect(cells.insert(row * 24 + column).inserted, "\(panel["title"] ?? "")") }
      }
    }
  }
}

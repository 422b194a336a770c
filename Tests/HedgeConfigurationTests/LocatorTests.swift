import FoundationEssentials
@testable import HedgeConfiguration
import TOMLKit
import Testing

/// The located tree against TOMLKit's own, an independent reader of the same text.
@Suite struct LocatorTests {
  /// Each leaf of the located tree: its path, its node.
  private func leaves(_ table: SourceTable, _ path: ConfigurationPath = .root) -> [(ConfigurationPath, SourceNode)] {
    table.entries.flatMap { leaves($0.node, path / $0.key) }
  }

  private func leaves(_ node: SourceNode, _ path: ConfigurationPath) -> [(ConfigurationPath, SourceNode)] {
    switch node.content {
    case .table(let table): leaves(table, path)
    case .list(let list): list.nodes.enumerated().flatMap { leaves($1, path / $0) }
    default: [(path, node)]
    }
  }

  private func leafCount(_ value: any TOMLValueConvertible) -> Int {
    if let table = value.table { return table.keys.compactMap { table[$0] }.reduce(0) { $0 + leafCount($1) } }
    if let array = value.array { return array.reduce(0) { $0 + leafCount($1) } }
    return 1
  }

  private func value(at path: ConfigurationPath, in table: TOMLTable) -> (any TOMLValueConvertible)? {
    path.components.reduce(table as (any TOMLValueConvertible)?) { value, component in
      switch component {
      case .key(let key): value?.table?[key]
      case .index(let index): value?.array?[index]
      }
    }
  }

  @Test("the located tree is TOMLKit's tree, and each raw text reads back to the same value", arguments: 0..<400)
  func agreesWithTOMLKit(seed: Int) throws {
    let text = RandomDocument(seed: UInt64(seed)).text
    let table = try TOMLTable(string: text)
    let document = try SourceDocument(text, file: "random")
    let found = leaves(document.root)
    #expect(found.count == leafCount(table), "\(text)")
    for (path, node) in found {
      let original = try #require(value(at: path, in: table), "\(path)\n\(text)")
      let reread = try TOMLTable(string: "value = \(node.raw)")["value"]
      #expect(reread?.debugDescription == original.debugDescription, "\(path)\n\(text)")
      if case .text(let string) = node.content { #expect(string == original.string, "\(path)\n\(text)") }
    }
  }

  @Test("the raw text of a value stands where its location says", arguments: 0..<200)
  func locationsPointAtRawText(seed: Int) throws {
    let text = RandomDocument(seed: UInt64(seed)).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    for (path, node) in leaves(try SourceDocument(text, file: "random").root) {
      let first = Array(node.raw.split(separator: "\n", omittingEmptySubsequences: false)[0].unicodeScalars)
      let line = lines[node.location.line - 1].dropFirst(node.location.column - 1)
      #expect(Array(line.prefix(first.count)) == first, "\(path) at \(node.location)\n\(text)")
    }
  }

  @Test("columns count characters, lines count from one")
  func columns() throws {
    let document = try SourceDocument("é = \"ü\" # x\n\n  b = 'c'\r\nd = 1\n".replacing("é", with: "\"é\""), file: "x")
    let places = document.root.entries.map(\.node.location.description)
    #expect(places == ["1:7", "3:7", "4:5"])
  }

  @Test("a document that begins with a byte order mark is read")
  func byteOrderMark() throws {
    let document = try SourceDocument("\u{FEFF}a = 1\n", file: "x")
    #expect(document.root["a"] != nil)
  }
}

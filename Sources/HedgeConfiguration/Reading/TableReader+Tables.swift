extension TableReader {
  /// Reads the table at `key` with `body`, or an empty one when there is none, so that defaults are stated once.
  func section<Result>(_ key: String, _ body: (TableReader) -> Result) -> Result {
    let node = node(key)
    var table = SourceTable()
    if case .table(let stated)? = node?.content {
      table = stated
    } else if let node {
      unexpected(node, key, expected: "a table [\(place.path / key)]")
    }
    return read(table, at: place(key), body)
  }

  /// Reads each table of the array of tables at `key`.
  func each<Result>(_ key: String, _ body: (TableReader) -> Result?) -> [Result] {
    guard let node = node(key) else { return [] }
    let form = "one table [[\(ConfigurationPath(components: place.path.components.filter(\.isKey)) / key)]] for each"
    guard case .list(let list) = node.content else {
      unexpected(node, key, expected: form)
      return []
    }
    return list.nodes.enumerated().compactMap { index, node in
      let place = Place(path: place.path / key / index, location: node.location)
      guard case .table(let table) = node.content else {
        issues.error(place, "found \(node.found), expected \(form)")
        return nil
      }
      return read(table, at: place, body)
    }
  }

  /// The entries of the table at `key`, whose keys are names of the user's choice.
  func mapping(_ key: String, expected: String) -> [(name: String, node: SourceNode, place: Place)] {
    guard let node = node(key) else { return [] }
    guard case .table(let table) = node.content else {
      unexpected(node, key, expected: expected)
      return []
    }
    return table.entries.map { entry in
      (entry.key, entry.node, Place(path: place.path / key / entry.key, location: entry.node.location))
    }
  }

  /// A list of texts; one text alone is a list of one.
  func texts(_ key: String, expected: String) -> [String]? {
    guard let node = node(key) else { return nil }
    guard case .list(let list) = node.content else {
      return text(of: node, at: place(key), expected: expected).map { [$0] }
    }
    return list.nodes.enumerated().compactMap { index, node in
      let place = Place(path: place.path / key / index, location: node.location)
      return text(of: node, at: place, expected: expected)
    }
  }

  private func read<Result>(_ table: SourceTable, at place: Place, _ body: (TableReader) -> Result) -> Result {
    let reader = TableReader(table, place: place, issues: issues)
    let result = body(reader)
    reader.finish()
    return result
  }
}

extension ConfigurationPath.Component {
  /// True for a key, false for an index.
  var isKey: Bool {
    if case .key = self { true } else { false }
  }
}

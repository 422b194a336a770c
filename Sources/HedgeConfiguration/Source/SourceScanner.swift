/// Finds what stands where in a TOML text: the place of each key and value, and the text each number was written as.
/// TOMLKit's own tree has neither.
///
/// Whether the text is valid is TOMLKit's to say. The scanner checks no more than it needs in order not to go astray;
/// when it meets what it does not know it throws ``Failure`` instead of guessing.
struct SourceScanner {
  /// The scanner does not know what stands at an offset.
  struct Failure: Error {
    let offset: Int
    /// What was due there, when TOMLKit must not see that it is missing.
    var due: Due?

    /// What TOMLKit 0.6.0 ends the whole program over when it is missing.
    enum Due {
      /// The name of a table, as in `[=]`.
      case tableName
      /// A value of a list, as in `[1, }`.
      case listValue
    }
  }

  /// A key with the place it stands at.
  struct Key {
    let name: String
    let location: SourceLocation
  }

  let bytes: [UInt8]
  var lines: LineIndex
  var position = 0
  var depth = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
    lines = LineIndex(bytes)
  }

  /// The whole document.
  mutating func document() throws(Failure) -> SourceTable {
    let root = SourceTable()
    var current = root
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipToToken()
    while let byte = peek() {
      if byte == UInt8(ascii: "[") {
        current = try header(in: root)
      } else {
        try assignment(in: current)
      }
      skipToToken()
    }
    return root
  }

  /// `[a.b]` or `[[a.b]]`: the table that what follows belongs to.
  private mutating func header(in root: SourceTable) throws(Failure) -> SourceTable {
    try expect("[")
    let isElement = consume("[")
    skipBlanks()
    if let byte = peek(), !Self.isBareKeyByte(byte), !"\"']".utf8.contains(byte) {
      throw Failure(offset: position, due: .tableName)
    }
    let path = try keys()
    try expect("]")
    if isElement { try expect("]") }
    let parent = try descend(root, path.dropLast())
    guard let last = path.last else { throw Failure(offset: position) }
    return isElement ? try append(last, to: parent) : try descend(parent, [last])
  }

  /// Adds a table to the array of tables `key` names.
  private func append(_ key: Key, to parent: SourceTable) throws(Failure) -> SourceTable {
    let table = SourceTable()
    let node = SourceNode(content: .table(table), location: key.location, raw: "")
    if let existing = parent[key.name] {
      guard case .list(let list) = existing.node.content, list.isBuiltOfHeaders else {
        throw Failure(offset: position)
      }
      list.nodes.append(node)
    } else {
      let list = SourceList(isBuiltOfHeaders: true)
      list.nodes = [node]
      let whole = SourceNode(content: .list(list), location: key.location, raw: "")
      _ = parent.add(.init(key: key.name, keyLocation: key.location, node: whole))
    }
    return table
  }

  /// The table at the end of `path`, made where it does not exist; through an array of tables, its last one.
  private func descend(_ table: SourceTable, _ path: ArraySlice<Key>) throws(Failure) -> SourceTable {
    var table = table
    for key in path {
      switch table[key.name]?.node.content {
      case .table(let next): table = next
      case .list(let list):
        guard case .table(let next)? = list.nodes.last?.content else { throw Failure(offset: position) }
        table = next
      case nil:
        let next = SourceTable()
        let node = SourceNode(content: .table(next), location: key.location, raw: "")
        _ = table.add(.init(key: key.name, keyLocation: key.location, node: node))
        table = next
      default: throw Failure(offset: position)
      }
    }
    return table
  }

  /// `a.b = value`.
  mutating func assignment(in table: SourceTable) throws(Failure) {
    let path = try keys()
    try expect("=")
    skipBlanks()
    let node = try value()
    let parent = try descend(table, path.dropLast())
    guard let last = path.last,
      parent.add(.init(key: last.name, keyLocation: last.location, node: node))
    else { throw Failure(offset: position) }
  }
}

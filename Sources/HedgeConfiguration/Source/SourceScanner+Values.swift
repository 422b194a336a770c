extension SourceScanner {
  /// A value of any sort, with its place and text.
  mutating func value() throws(Failure) -> SourceNode {
    // As deep as TOMLKit goes: a hostile file must not exhaust the stack.
    depth += 1
    defer { depth -= 1 }
    guard depth <= 256, let first = peek() else { throw Failure(offset: position) }
    let start = position
    let content: SourceNode.Content
    switch first {
    case UInt8(ascii: "\""): content = .text(try basicString())
    case UInt8(ascii: "'"): content = .text(try literalString())
    case UInt8(ascii: "["): content = .list(try list())
    case UInt8(ascii: "{"): content = .table(try inlineTable())
    default: content = try scalar()
    }
    return SourceNode(content: content, location: lines.location(of: start), raw: text(start..<position))
  }

  private mutating func list() throws(Failure) -> SourceList {
    let list = SourceList()
    try expect("[")
    skipToToken()
    while !consume("]") {
      // No value begins beyond ASCII, where TOMLKit takes a line separator for the end of one.
      if let byte = peek(), ",}".utf8.contains(byte) || byte >= 0x80 {
        throw Failure(offset: position, due: .listValue)
      }
      list.nodes.append(try value())
      skipToToken()
      guard consume(",") || peek() == UInt8(ascii: "]") else { throw Failure(offset: position) }
      skipToToken()
    }
    return list
  }

  private mutating func inlineTable() throws(Failure) -> SourceTable {
    let table = SourceTable()
    try expect("{")
    skipToToken()
    while !consume("}") {
      try assignment(in: table)
      skipToToken()
      guard consume(",") || peek() == UInt8(ascii: "}") else { throw Failure(offset: position) }
      skipToToken()
    }
    return table
  }

  /// A number, a boolean or a date: everything that is written without quotes or brackets.
  private mutating func scalar() throws(Failure) -> SourceNode.Content {
    let start = position
    skipScalarBytes()
    // A date and its time may be parted by one space.
    if Self.isDate(bytes[start..<position]), peek() == UInt8(ascii: " "), let next = peek(1), Self.isDigit(next) {
      position += 1
      skipScalarBytes()
    }
    guard position > start else { throw Failure(offset: start) }
    let raw = bytes[start..<position]
    return switch text(start..<position) {
    case "true": .flag(true)
    case "false": .flag(false)
    case let text where raw.contains(UInt8(ascii: ":")) || Self.isDate(raw): .instant(text)
    case let text: .number(text)
    }
  }

  private mutating func skipScalarBytes() {
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: ","),
        UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"):
        return
      default: position += 1
      }
    }
  }

  private static func isDate(_ raw: ArraySlice<UInt8>) -> Bool {
    guard raw.count >= 10, let first = raw.first, isDigit(first) else { return false }
    return raw[raw.startIndex + 4] == UInt8(ascii: "-") && raw[raw.startIndex + 7] == UInt8(ascii: "-")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

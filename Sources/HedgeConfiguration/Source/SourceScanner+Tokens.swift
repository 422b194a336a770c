extension SourceScanner {
  /// The byte at the position; nil at the end.
  func peek(_ ahead: Int = 0) -> UInt8? {
    position + ahead < bytes.count ? bytes[position + ahead] : nil
  }

  /// Steps over `character` when it comes next.
  mutating func consume(_ character: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Steps over blanks and `character`.
  mutating func expect(_ character: Unicode.Scalar) throws(Failure) {
    skipBlanks()
    guard consume(character) else { throw Failure(offset: position) }
  }

  /// Steps over spaces and tabs.
  mutating func skipBlanks() {
    while let byte = peek(), byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { position += 1 }
  }

  /// Steps over blanks, line ends and comments.
  mutating func skipToToken() {
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): position += 1
      case UInt8(ascii: "#"):
        while let next = peek(), next != UInt8(ascii: "\n") { position += 1 }
      default: return
      }
    }
  }

  /// A key, dotted or not: `a`, `"a b"`, `a.'b'.c`.
  mutating func keys() throws(Failure) -> ArraySlice<Key> {
    var keys: ArraySlice<Key> = []
    repeat {
      skipBlanks()
      let start = position
      let name: String
      switch peek() {
      case UInt8(ascii: "\""): name = try basicString()
      case UInt8(ascii: "'"): name = try literalString()
      default: name = bareKey()
      }
      guard position > start else { throw Failure(offset: position) }
      keys.append(Key(name: name, location: lines.location(of: start)))
      skipBlanks()
    } while consume(".")
    return keys
  }

  private mutating func bareKey() -> String {
    let start = position
    while let byte = peek(), Self.isBareKeyByte(byte) { position += 1 }
    return text(start..<position)
  }

  /// True for what a key may hold without quotes.
  static func isBareKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// The text of a range of bytes.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

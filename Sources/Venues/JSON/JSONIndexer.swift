/// Checks a JSON text and notes where each value stands: one pass, no value is converted or copied.
///
/// Strict as RFC 8259 is, but that invalid UTF-8 in a text is let through, to be repaired by whoever reads it.
struct JSONIndexer {
  /// Deeper texts are refused: no venue nests half as deep.
  static let deepest = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var entries: [JSONEntry] = []
  private var open: [Int] = []

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    entries.reserveCapacity(bytes.count / 6 + 1)
  }

  /// The values of `text` in the order they begin; each object and array is followed by what is in it, a key standing
  /// before its value.
  ///
  /// - Throws: ``DecodingFault`` naming the byte where the text stops being JSON.
  static func entries(of text: UnsafeBufferPointer<UInt8>) throws(DecodingFault) -> [JSONEntry] {
    guard text.count < Int(Int32.max) else { throw DecodingFault("", found: "more than 2 GB", expected: "JSON") }
    var indexer = JSONIndexer(text)
    try indexer.run()
    return indexer.entries
  }

  private mutating func run() throws(DecodingFault) {
    repeat {
      try readValue()
      try closeAndContinue()
    } while !open.isEmpty
    skipSpace()
    guard position == bytes.count else { throw fault("the end") }
  }

  /// Reads a scalar, or opens objects and arrays until a scalar or an empty one is read.
  private mutating func readValue() throws(DecodingFault) {
    while true {
      skipSpace()
      switch current {
      case UInt8(ascii: "{"):
        try begin(.object)
        if !skip(UInt8(ascii: "}")) { try readKey(); continue }
        end()
      case UInt8(ascii: "["):
        try begin(.array)
        if !skip(UInt8(ascii: "]")) { continue }
        end()
      case UInt8(ascii: "\""): try readText()
      case UInt8(ascii: "t"): try readWord("true", .yes)
      case UInt8(ascii: "f"): try readWord("false", .no)
      case UInt8(ascii: "n"): try readWord("null", .null)
      default: try readNumber()
      }
      return
    }
  }

  /// After a value: goes on to the next of the innermost object or array, or closes those that end here.
  private mutating func closeAndContinue() throws(DecodingFault) {
    while let innermost = open.last {
      let isObject = entries[innermost].kind == .object
      if skip(UInt8(ascii: ",")) {
        if isObject { try readKey() }
        return
      }
      guard skip(UInt8(ascii: isObject ? "}" : "]")) else {
        throw fault(isObject ? "\",\" or \"}\"" : "\",\" or \"]\"")
      }
      end()
    }
  }

  private mutating func begin(_ kind: JSONEntry.Kind) throws(DecodingFault) {
    guard open.count < Self.deepest else { throw fault("at most \(Self.deepest) levels") }
    open.append(entries.count)
    add(kind, from: position, to: position)
    position += 1
  }

  private mutating func end() {
    let place = open.removeLast()
    entries[place].end = Int32(truncatingIfNeeded: position)
    entries[place].next = Int32(truncatingIfNeeded: entries.count)
  }

  private mutating func readKey() throws(DecodingFault) {
    skipSpace()
    guard current == UInt8(ascii: "\"") else { throw fault("a key in quotes") }
    try readText()
    guard skip(UInt8(ascii: ":")) else { throw fault("\":\"") }
  }

  private mutating func readText() throws(DecodingFault) {
    position += 1
    let start = position
    var kind = JSONEntry.Kind.text
    while true {
      skipPlainLetters()
      guard let byte = current, byte != UInt8(ascii: "\"") else { break }
      guard byte == UInt8(ascii: "\\") else { throw fault("a text without control characters") }
      kind = .escapedText
      position += 1
      try checkEscape()
      position += 1
    }
    guard current != nil else { throw fault("the closing quote of a text") }
    add(kind, from: start, to: position)
    position += 1
  }

  private mutating func skipPlainLetters() {
    let bytes = bytes
    var position = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      position += 1
    }
    self.position = position
  }

  private mutating func checkEscape() throws(DecodingFault) {
    guard let letter = current, #""\/bfnrtu"#.utf8.contains(letter) else { throw fault("an escape such as \\n") }
    guard letter == UInt8(ascii: "u") else { return }
    for _ in 0..<4 {
      position += 1
      guard let digit = current, "0123456789abcdefABCDEF".utf8.contains(digit) else {
        throw fault("four hexadecimal digits")
      }
    }
  }

  private mutating func readNumber() throws(DecodingFault) {
    let length = NumberGrammar.length(of: UnsafeBufferPointer(rebasing: bytes[position...]))
    guard length > 0 else { throw fault("a value") }
    add(.number, from: position, to: position + length)
    position += length
  }

  private mutating func readWord(_ word: StaticString, _ kind: JSONEntry.Kind) throws(DecodingFault) {
    let length = word.utf8CodeUnitCount
    guard bytes.count - position >= length,
      (0..<length).allSatisfy({ bytes[position + $0] == word.utf8Start[$0] })
    else { throw fault("a value") }
    add(kind, from: position, to: position + length)
    position += length
  }

  private mutating func add(_ kind: JSONEntry.Kind, from start: Int, to end: Int) {
    entries.append(
      JSONEntry(
        kind: kind, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
        next: Int32(truncatingIfNeeded: entries.count + 1)))
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20, " \t\n\r".utf8.contains(bytes[position]) { position += 1 }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard current == byte else { return false }
    position += 1
    return true
  }

  private func fault(_ expected: String) -> DecodingFault {
    let rest = bytes[min(position, bytes.count)...].prefix(20)
    let found = rest.isEmpty ? "the end of the text" : "\"\(String(decoding: rest, as: UTF8.self))\""
    return DecodingFault("byte \(position)", found: found, expected: expected)
  }
}

import FoundationEssentials

/// Splits a comma-separated file into fields: strict, and exact about the place of what it refuses.
///
/// Understands a byte order mark, LF and CR LF, quoted fields with doubled quotes, and empty lines at the end. Every
/// row must have as many fields as the first. Decimal points are points and separators are commas.
struct CSVReader {
  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// The name used in errors.
  let file: String
  private let bytes: [UInt8]
  private var position: Int
  private var line = 1
  private var lineStart: Int
  /// Fields of the first row; nil before it has been read.
  private var width: Int?

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = position
  }

  /// Reads a whole file.
  static func contents(of path: String) throws(FeedError) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw FeedError(place: printable(path), message: "cannot be read; check the path and its permissions")
    }
  }

  /// Calls `body` with the bytes of the field.
  func withBytes<Result>(of field: CSVField, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[field.bytes])) }
  }

  /// Reads the next row into `fields`; false at the end of the file.
  mutating func readRow(into fields: inout [CSVField]) throws(FeedError) -> Bool {
    fields.removeAll(keepingCapacity: true)
    guard try !isAtEnd() else { return false }
    while true {
      fields.append(try readField())
      guard position < bytes.count, bytes[position] == Self.comma else { break }
      position += 1
    }
    let first = fields[0]
    endLine()
    if let width, width != fields.count {
      throw error(
        line: first.line, column: 1, found: "\(fields.count) fields", expected: "\(width) as in the header",
        remedy: "leave a field empty where there is no value")
    }
    width = fields.count
    return true
  }

  private func isAtEnd() throws(FeedError) -> Bool {
    guard position < bytes.count else { return true }
    guard lineEnding(at: position) != nil else { return false }
    let isLineEnding = { (byte: UInt8) in byte == Self.lineFeed || byte == Self.carriageReturn }
    if bytes[position...].allSatisfy(isLineEnding) { return true }
    throw error(line: line, column: 1, found: "an empty line", expected: "a row", remedy: "remove the line")
  }

  /// Length of the line ending at `offset`; nil when there is none.
  private func lineEnding(at offset: Int) -> Int? {
    if bytes[offset] == Self.lineFeed { return 1 }
    let next = offset + 1
    return bytes[offset] == Self.carriageReturn && next < bytes.count && bytes[next] == Self.lineFeed ? 2 : nil
  }

  private mutating func endLine() {
    guard position < bytes.count, let length = lineEnding(at: position) else { return }
    position += length
    line += 1
    lineStart = position
  }

  private mutating func readField() throws(FeedError) -> CSVField {
    if position < bytes.count, bytes[position] == Self.quote { return try readQuotedField() }
    let start = position
    while position < bytes.count, bytes[position] != Self.comma, lineEnding(at: position) == nil { position += 1 }
    return CSVField(bytes: start..<position, line: line, column: start - lineStart + 1, hasDoubledQuotes: false)
  }

  private mutating func readQuotedField() throws(FeedError) -> CSVField {
    let opening = position
    var doubled = false
    position += 1
    while true {
      guard position < bytes.count, lineEnding(at: position) == nil else {
        throw error(
          line: line, column: opening - lineStart + 1, found: "a quote that is not closed in its line",
          expected: "a closing quote", remedy: "close it")
      }
      guard bytes[position] == Self.quote else {
        position += 1
        continue
      }
      guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else { break }
      doubled = true
      position += 2
    }
    let content = (opening + 1)..<position
    position += 1
    guard position == bytes.count || bytes[position] == Self.comma || lineEnding(at: position) != nil else {
      throw error(
        line: line, column: position - lineStart + 1, found: "text after a closing quote",
        expected: "a comma or the end of the line", remedy: "double the quotes inside a field")
    }
    return CSVField(bytes: content, line: line, column: opening - lineStart + 1, hasDoubledQuotes: doubled)
  }
}

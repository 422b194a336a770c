/// Takes values out of bytes that may hold anything.
struct ByteReader {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// Whether everything has been taken.
  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ count: Int) throws(WireError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else { throw .short }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func read<Value: FixedWidthInteger>(_ type: Value.Type = Value.self) throws(WireError) -> Value {
    try take(Value.bitWidth / 8).reduce(0) { $0 << 8 | Value(truncatingIfNeeded: $1) }
  }

  mutating func flag() throws(WireError) -> Bool { try read(UInt8.self) != 0 }

  mutating func text(limit: Int = WireLimit.text) throws(WireError) -> String {
    let count = Int(try read(UInt32.self))
    guard count <= limit else { throw .long(count) }
    guard let text = String(validating: try take(count), as: UTF8.self) else { throw WireError("text is not UTF-8") }
    return text
  }

  /// Refuses what stands behind the end.
  func requireEnd() throws(WireError) {
    guard isAtEnd else { throw WireError("a message has \(rest.count) bytes too many") }
  }
}

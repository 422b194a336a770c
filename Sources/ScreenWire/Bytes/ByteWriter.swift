/// Puts values into bytes: integers with the most significant byte first, text as UTF-8 behind its length.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Text, cut at a character where it is longer than `limit` bytes.
  mutating func write(_ text: String, limit: Int = WireLimit.text) {
    var end = text.utf8.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex) ?? text.endIndex
    while end.samePosition(in: text) == nil { end = text.utf8.index(before: end) }
    let cut = text[..<end].utf8
    write(UInt32(cut.count))
    bytes.append(contentsOf: cut)
  }

  mutating func write(_ number: Int, as type: (some FixedWidthInteger).Type) {
    write(type.init(clamping: number))
  }
}

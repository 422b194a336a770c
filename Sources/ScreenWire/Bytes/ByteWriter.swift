/// Puts values into bytes: integers with the most significant byte first, text as UTF-8 behind its length.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Text, cut at a character where it is longer than `limit` bytes.
  mutating func write(_ text: String, limit: Int = WireLimit.text) {
    var text = text[...]
    while text.utf8.count > limit { text = text.dropLast() }
    write(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ number: Int, as type: (some FixedWidthInteger).Type) {
    write(type.init(clamping: number))
  }
}

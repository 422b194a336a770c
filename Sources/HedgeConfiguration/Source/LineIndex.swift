/// Turns byte offsets of a text into lines and columns.
///
/// It remembers the last answer, so that asking in the order of the text costs one pass over it, however long its
/// lines are.
struct LineIndex {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The place of the byte at `target`; beyond the end, the place after the last byte.
  mutating func location(of target: Int) -> SourceLocation {
    let target = min(target, bytes.count)
    if target < offset { (offset, line, column) = (0, 1, 1) }
    while offset < target {
      switch bytes[offset] {
      case UInt8(ascii: "\n"): (line, column) = (line + 1, 1)
      // Continuation bytes of UTF-8 (10xxxxxx) begin no character.
      case let byte where byte & 0xC0 != 0x80: column += 1
      default: break
      }
      offset += 1
    }
    return SourceLocation(line: line, column: column)
  }
}

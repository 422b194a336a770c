/// Turns byte offsets of a text into lines and columns.
struct LineIndex {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = [0] + bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The place of the byte at `offset`; beyond the end, the place after the last byte.
  func location(of offset: Int) -> SourceLocation {
    let offset = min(offset, bytes.count)
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    // Continuation bytes of UTF-8 (10xxxxxx) begin no character.
    let scalars = bytes[starts[low]..<offset].count { $0 & 0xC0 != 0x80 }
    return SourceLocation(line: low + 1, column: scalars + 1)
  }
}

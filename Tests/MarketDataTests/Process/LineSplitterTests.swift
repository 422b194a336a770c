import Testing

@testable import MarketData

@Suite struct LineSplitterTests {
  /// The lines of `text` when it arrives in pieces of `size` bytes.
  private func lines(_ text: String, pieces size: Int, limit: Int = 10) -> [String] {
    var splitter = LineSplitter(limit: limit)
    var result: [String] = []
    func add(_ line: LineSplitter.Line) {
      switch line {
      case .bytes(let bytes): result.append(String(decoding: bytes, as: UTF8.self))
      case .overlong: result.append("OVERLONG")
      }
    }
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      Array(bytes[start..<min(start + size, bytes.count)]).withUnsafeBufferPointer { splitter.append($0, add) }
    }
    splitter.finish(add)
    return result
  }

  @Test(
    "lines are the same however the bytes arrive",
    arguments: [
      ("one\ntwo\n", ["one", "two"]),
      ("one\r\ntwo", ["one", "two"]),
      ("\n\n\none\n\n", ["one"]),
      ("é€😀\nx\n", ["é€😀", "x"]),
      ("0123456789\n01234567890\nafter\n", ["0123456789", "OVERLONG", "after"]),
      ("01234567890123456789012345678901234567890123", ["OVERLONG"]),
      ("", []),
    ])
  func pieces(text: String, expected: [String]) {
    for size in 1...13 { #expect(lines(text, pieces: size) == expected) }
  }
}

/// Cuts a stream of bytes into lines and never holds more than one line of the permitted length.
struct LineSplitter: Sendable {
  /// A line, or the news that one was too long.
  enum Line: Hashable, Sendable {
    /// The bytes without the line ending.
    case bytes([UInt8])
    /// A line longer than the limit was left out.
    case overlong
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private let limit: Int
  private var pending: [UInt8] = []
  private var isDiscarding = false

  /// A splitter that leaves out lines of more than `limit` bytes.
  init(limit: Int) {
    self.limit = limit
  }

  /// Takes the next bytes and calls `body` with each line that they complete. Empty lines are skipped.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Line) -> Void) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: Self.lineFeed) {
      take(rest[..<end], body)
      finish(body)
      rest = rest[(end + 1)...]
    }
    take(rest, body)
  }

  /// Delivers what stands after the last line feed; the stream is over.
  mutating func finish(_ body: (Line) -> Void) {
    defer { isDiscarding = false }
    if pending.last == UInt8(ascii: "\r") { pending.removeLast() }
    if !pending.isEmpty, !isDiscarding { body(.bytes(pending)) }
    pending.removeAll(keepingCapacity: pending.capacity <= 65_536)
  }

  private mutating func take(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ body: (Line) -> Void) {
    if isDiscarding { return }
    if pending.count + bytes.count > limit {
      isDiscarding = true
      pending.removeAll()
      body(.overlong)
    } else {
      pending.append(contentsOf: bytes)
    }
  }
}

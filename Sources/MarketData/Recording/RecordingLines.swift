import HedgeModel

/// Reads a recording line by line, never holding more than one and a piece of the file.
struct RecordingLines {
  /// A line without its line feed.
  struct Line {
    let bytes: [UInt8]
    /// From 1.
    let number: Int
    /// Where it stands in the file, the line feed left out.
    let range: Range<Int>
    /// False for the last line when no line feed ends it.
    let isEnded: Bool
  }

  private static let piece = 1 << 18
  /// A refresh of ten thousand instruments takes some megabytes.
  private static let longest = 1 << 27

  private let source: RecordingSource
  private let file: String
  private var buffer: [UInt8] = []
  /// Where the buffer begins in the file.
  private var offset = 0
  /// Where the next line begins in the buffer.
  private var position = 0
  private var number = 0

  init(_ source: RecordingSource, file: String) {
    self.source = source
    self.file = file
  }

  /// The next line; nil at the end.
  ///
  /// - Throws: ``FeedError`` when the file cannot be read, or a line is longer than any recorder writes.
  mutating func next() throws(FeedError) -> Line? {
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = end + 1 }
        return line(endingAt: end, isEnded: true)
      }
      searched = buffer.count - position
      guard searched <= Self.longest else { throw error("is longer than 128 MiB; this is no recording") }
      guard let more = source.bytes(at: offset + buffer.count, count: Self.piece) else {
        throw error("cannot be read any further; check the disk")
      }
      buffer.removeFirst(position)
      offset += position
      position = 0
      if more.isEmpty {
        guard !buffer.isEmpty else { return nil }
        defer { position = buffer.count }
        return line(endingAt: buffer.count, isEnded: false)
      }
      buffer += more
    }
  }

  private mutating func line(endingAt end: Int, isEnded: Bool) -> Line {
    number += 1
    return Line(
      bytes: Array(buffer[position..<end]), number: number, range: (offset + position)..<(offset + end),
      isEnded: isEnded)
  }

  private func error(_ message: String) -> FeedError {
    FeedError(place: "\(printable(file)):\(number + 1)", message: message)
  }
}

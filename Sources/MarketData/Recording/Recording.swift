import HedgeModel

/// A recording that can be played: its header, the past it holds, and where each refresh stands in the file.
///
///     let recording = try Recording(path: "hedge.jsonl")
///     let feeds = recording.feeds(speed: 60)
///     let clock = ScaledClock(start: recording.header.start, speed: 60)
///
/// The whole file is read and checked when it is opened; refreshes are read again when they are played, so that a
/// recording of days takes no more memory than one of minutes. The format is told by ``RecordingEntry``.
public struct Recording: Sendable {
  /// What the file is called.
  public let file: String
  /// Its first line.
  public let header: RecordingHeader
  /// The instant of the last refresh.
  public let end: Timestamp
  /// That the last line was torn when the recorder was killed, and is left out; nil when it is whole.
  public let warning: String?
  let source: RecordingSource
  /// The refreshes of each feed, by name.
  private(set) var refreshes: [String: [Refresh]] = [:]
  /// What each feed was asked of the past, by name.
  private(set) var pasts: [String: RecordedPast] = [:]

  /// Where the line of a refresh stands.
  struct Refresh: Sendable {
    let at: Timestamp
    let number: Int
    let range: Range<Int>
  }

  /// Opens the file at `path`.
  ///
  /// - Throws: ``FeedError`` with `file:line:column` of what is not understood, or because the file cannot be read.
  public init(path: String) throws(FeedError) {
    try self.init(RecordingSource.open(path), file: path)
  }

  /// Reads a recording in memory.
  ///
  /// - Throws: ``FeedError`` with `file:line:column` of what is not understood.
  public init(bytes: [UInt8], file: String) throws(FeedError) {
    try self.init(.memory(bytes), file: file)
  }

  /// The header of the recording at `path`, and nothing else of it.
  ///
  /// - Throws: ``FeedError`` with `file:line:column` of what is not understood, or because the file cannot be read.
  public static func header(path: String) throws(FeedError) -> RecordingHeader {
    var lines = RecordingLines(try RecordingSource.open(path), file: path)
    return try header(&lines, path)
  }

  /// One feed for each that was recorded, in the recorder's order.
  ///
  /// - Parameter speed: market time per wall time, for the label only.
  public func feeds(speed: Double = 1) -> [RecordedFeed] {
    header.feeds.map { RecordedFeed(self, of: $0, speed: speed) }
  }

  private init(_ source: RecordingSource, file: String) throws(FeedError) {
    self.source = source
    self.file = file
    var lines = RecordingLines(source, file: file)
    header = try Self.header(&lines, file)
    for feed in header.feeds {
      refreshes[feed.name] = []
      pasts[feed.name] = RecordedPast()
    }
    var (last, torn): (Timestamp, String?) = (header.start, nil)
    while let line = try lines.next() {
      do {
        last = try Self.note(line, file, after: last, in: &refreshes, &pasts)
      } catch {
        if line.isEnded { throw error }
        torn =
          "\(printable(file)):\(line.number): the last line is torn, as by a recorder that was killed; it is left out"
      }
    }
    end = last
    warning = torn
  }

  private static func header(_ lines: inout RecordingLines, _ file: String) throws(FeedError) -> RecordingHeader {
    guard let line = try lines.next() else {
      throw FeedError(place: printable(file), message: "is empty, expected a recording; hedgetop record makes one")
    }
    return try RecordingDecoder.header(line.bytes, file: file)
  }

  /// Notes what a line holds; returns its instant.
  private static func note(
    _ line: RecordingLines.Line, _ file: String, after last: Timestamp, in refreshes: inout [String: [Refresh]],
    _ pasts: inout [String: RecordedPast]
  ) throws(FeedError) -> Timestamp {
    let entry = try RecordingDecoder.entry(line.bytes, file: file, number: line.number)
    let place = "\(printable(file)):\(line.number)"
    guard entry.at >= last else {
      throw FeedError(place: place, message: "is of an earlier instant than the line before; lines belong in order")
    }
    guard refreshes[entry.feed] != nil else {
      throw FeedError(place: place, message: "is of the feed \(entry.feed), which the header does not name")
    }
    if case .events = entry.content {
      refreshes[entry.feed]?.append(Refresh(at: entry.at, number: line.number, range: line.range))
    } else {
      pasts[entry.feed]?.note(entry.content)
    }
    return entry.at
  }
}

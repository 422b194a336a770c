import FoundationEssentials
import Glibc
import HedgeModel
import Testing

@testable import MarketData

@Suite("The file of a recording")
struct RecordingFileTests {
  private static let header = RecordingHeader(
    program: "test", start: RandomRecording.start, spotVenue: "one",
    feeds: [FeedIdentity(name: "one", label: "ONE", isLive: true, staleAfter: .seconds(5))], instruments: [])

  private static func line(at seconds: Int, feed: String = "one") -> [UInt8] {
    RecordingEncoder.line(
      RecordingEntry(
        at: RandomRecording.start + .seconds(seconds), feed: feed, content: .events([.signal(.warning("\(seconds)"))])))
  }

  private static var bytes: [UInt8] { RecordingEncoder.line(header) + line(at: 1) + line(at: 2) }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = TestFolder.path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test("holds what was appended, for its owner only, and is never written over")
  func append() throws {
    try withFolder { folder in
      let path = folder + "/a.jsonl"
      let file = try RecordingFile(path: path)
      try file.append(RecordingEncoder.line(Self.header))
      try file.append(Self.line(at: 1))
      // Before it is closed: a program that is killed leaves everything that was appended.
      #expect(try Recording(path: path).end == RandomRecording.start + .seconds(1))
      try file.append(Self.line(at: 2))
      try file.close()
      #expect(try [UInt8](Data(contentsOf: URL(filePath: path))) == Self.bytes)
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
      let error = #expect(throws: FeedError.self) { try RecordingFile(path: path) }
      #expect(error?.message.contains("exists and is left as it is") == true)
      #expect(throws: FeedError.self) { try file.append(Self.line(at: 3)) }
      #expect(throws: FeedError.self) { try RecordingFile(path: folder + "/none/a.jsonl") }
    }
  }

  @Test("on a full disk says so")
  func full() {
    let file = RecordingFile(open("/dev/full", O_WRONLY), path: "a.jsonl")
    let error = #expect(throws: FeedError.self) { try file.append(Self.line(at: 1)) }
    #expect(error == FeedError(place: "a.jsonl", message: "cannot be written any further: the disk is full"))
  }

  @Test("torn anywhere in its last line is played without it, and says so")
  func torn() throws {
    let last = Self.line(at: 2)
    for cut in 1...last.count {
      let recording = try Recording(bytes: Array(Self.bytes.dropLast(cut)), file: "a.jsonl")
      // Without its line feed alone the line is whole.
      let isWhole = cut == 1
      #expect(recording.end == RandomRecording.start + .seconds(isWhole ? 2 : 1), "\(cut)")
      let isClean = isWhole || cut == last.count
      #expect((recording.warning == nil) == isClean, "\(cut)")
      #expect(isClean || recording.warning?.hasPrefix("a.jsonl:3: the last line is torn") == true)
    }
  }

  @Test(
    "that is none, is damaged inside, out of order, or of another feed is refused with its place", arguments: mistakes)
  func broken(bytes: [UInt8], words: String) throws {
    let error = #expect(throws: FeedError.self) { try Recording(bytes: bytes, file: "a.jsonl") }
    let description = error.map(String.init(describing:)) ?? ""
    #expect(description.contains(words), "\(description)")
  }

  private static let mistakes: [([UInt8], String)] = [
    ([], "a.jsonl: is empty"), (Array("date,BTC\n".utf8), "a.jsonl:1:1: expected an object"),
    (Array("{\"t\":1}\n".utf8), "a.jsonl:1:1: expected the header"),
    (Array(bytes.prefix(30)), "a.jsonl:1:"),
    (RecordingEncoder.line(header) + Array("{}\n".utf8) + line(at: 2), "a.jsonl:2:3: t or feed is missing"),
    (RecordingEncoder.line(header) + line(at: 2) + line(at: 1), "a.jsonl:3: is of an earlier instant"),
    (RecordingEncoder.line(header) + line(at: 1, feed: "two"), "a.jsonl:2: is of the feed two"),
    (
      Array(String(decoding: bytes, as: UTF8.self).replacing("\"version\":1", with: "\"version\":2").utf8),
      "found version 2"
    ),
  ]

  @Test("is read whatever the lengths of its lines are")
  func longLines() throws {
    let long = RecordingEncoder.line(
      RecordingEntry(
        at: RandomRecording.start + .seconds(3), feed: "one",
        content: .events([.signal(.warning(String(repeating: "x", count: 700_000)))])))
    try withFolder { folder in
      let path = folder + "/a.jsonl"
      let bytes = Self.bytes + long + Self.line(at: 4)
      try Data(bytes).write(to: URL(filePath: path))
      for recording in [try Recording(path: path), try Recording(bytes: bytes, file: path)] {
        #expect(recording.end == RandomRecording.start + .seconds(4))
        let inbox = Inbox()
        let feed = recording.feeds()[0]
        feed.start([], into: inbox)
        feed.advance(to: recording.end)
        #expect(inbox.drain().ordered.count == 4)
      }
    }
  }

  @Test("that changes while it is played ends the playing with words, not with wrong prices")
  func changed() throws {
    try withFolder { folder in
      let path = folder + "/a.jsonl"
      try Data(Self.bytes).write(to: URL(filePath: path))
      let feed = try Recording(path: path).feeds()[0]
      let inbox = Inbox()
      feed.start([], into: inbox)
      feed.advance(to: RandomRecording.start + .seconds(1))
      #expect(inbox.drain().ordered == [.signal(.warning("1"))])
      truncate(path, 20)
      feed.advance(to: RandomRecording.start + .seconds(2))
      guard case .signal(.failed(let message, nil))? = inbox.drain().ordered.first else {
        Issue.record("nothing was said")
        return
      }
      #expect(message.contains("has changed while it was played"))
      feed.advance(to: RandomRecording.start + .seconds(9))
      #expect(inbox.drain().isEmpty)
    }
  }
}

/// A folder of its own for each test.
private enum TestFolder {
  static func path() -> String { "/tmp/hedgetop-recording-\(UInt64.random(in: 0 ..< .max))" }
}

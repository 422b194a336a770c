import Alerting
import Foundation
import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import Testing

@testable import hedgetop

@Suite("The log of a service")
struct ServiceLogTests {
  private static let noon = Timestamp(iso8601: "2026-11-29T12:00:00Z") ?? Timestamp(milliseconds: 0)

  private static func entry(_ message: String, at milliseconds: Int64 = 0) -> LogEntry {
    LogEntry(at: Timestamp(milliseconds: milliseconds), kind: .notice, severity: .info, message: message)
  }

  @Test("a line of text tells time, level and kind; for journald the level comes first and the time is left to it")
  func text() {
    let line = ServiceLogLine("feed", .warning, "okx: stale 35 s")
    #expect(line.text(at: Self.noon, isPrefixed: false) == "2026-11-29T12:00:00Z warning feed: okx: stale 35 s")
    #expect(line.text(at: Self.noon, isPrefixed: true) == "<4>feed: okx: stale 35 s")
  }

  @Test("control characters and line breaks reach no line, in text and in JSON")
  func hostile() throws {
    let line = ServiceLogLine("feed", .info, "a\u{1B}[31m\nb\u{9B}2J\"c")
    for text in [
      line.text(at: Self.noon, isPrefixed: false), line.json(at: Self.noon, portfolio: "p\u{7}\n", isPrefixed: false),
    ] {
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }, "\(text)")
    }
    let json = line.json(at: Self.noon, portfolio: "p", isPrefixed: false)
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String]
    #expect(object?["message"]?.hasSuffix("\"c") == true && object?["level"] == "info")
    #expect(object?["market_at"] == nil)
  }

  @Test("each new entry of a log is told once, in the order of time, repeated words and a full log included")
  func tail() {
    var tail = LogTail()
    let (a, b, c) = (Self.entry("a"), Self.entry("b", at: 1), Self.entry("c", at: 2))
    #expect(tail.take([b, a]) == [a, b])
    #expect(tail.take([b, a]) == [])
    #expect(tail.take([c, b, a]) == [c])
    #expect(tail.take([c, c, b, a]) == [c])
    // Full: the oldest go as new ones come.
    #expect(tail.take([c, c, c, b]) == [c])
    #expect(tail.take([a, b, c, a]) == [a, c, b, a])
    #expect(tail.take([]) == [])
    #expect(tail.take([a]) == [a])
  }

  @Test("a verdict is told when it changes and not when its figures do; a market of its own time is told with it")
  func verdicts() {
    var changes = SnapshotChanges()
    let (calm, breach) = (SnapshotBuilder.calm.snapshot, SnapshotBuilder.breach.snapshot)
    let first = changes.lines(of: calm).filter { $0.kind == "verdict" }
    #expect(first.count == calm.figures.strategies.count && first.allSatisfy { $0.level == .info })
    #expect(changes.lines(of: calm).isEmpty)
    let worse = changes.lines(of: breach).filter { $0.kind == "verdict" }
    #expect(worse.contains { $0.message.contains("BREACH") && $0.level == .warning }, "\(worse)")
    #expect(changes.lines(of: calm).contains { $0.message.contains("in band") })
    let hasOwnTime = !calm.feeds.contains(where: \.isLive)
    #expect(first.allSatisfy { ($0.marketTime != nil) == hasOwnTime })
  }

  @Test("asked to read again while it reads, it reads once more, however often it was asked")
  func reloads() {
    var queue = ReloadQueue()
    let answers = [queue.ask(), queue.ask(), queue.ask(), queue.next(), queue.next(), queue.ask()]
    #expect(answers == [true, false, false, true, false, true])
  }
}

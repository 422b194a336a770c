import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("What the header says of feeds")
struct FeedSegmentTests {
  private func segment(_ feeds: [FeedStatus], columns: Int = 120, ascii: Bool = false) -> FeedSegment {
    let format = FigureFormat(glyphs: ascii ? .ascii : .unicode, now: VenueSample.now)
    return FeedSegment(feeds: feeds, now: VenueSample.now, format: format, columns: columns)
  }

  private func text(_ states: [(name: String, words: String, age: Int?)], columns: Int = 120) -> String {
    segment(VenueSample.feeds(states), columns: columns).phrases.text
  }

  @Test("One feed is named with its state, as it always was")
  func one() {
    #expect(text([("okx", "live", 0)]) == "okx live")
    #expect(text([("okx", "live", 4)]) == "okx live 4 s")
    #expect(text([("okx", "stale 35 s", 35)]) == "okx  ⚠ STALE 35 s ")
    #expect(text([("okx", "connecting 2 s", nil)]) == "okx ⚠ connecting 2 s")
    #expect(segment(SnapshotBuilder.calm.snapshot.feeds).phrases.text == "[SIMULATED] live")
    #expect(segment([]).phrases.isEmpty)
  }

  @Test("Several that are well are counted, and that is calm")
  func several() {
    let segment = segment(VenueSample.live)
    #expect(segment.phrases == [Phrase("LIVE 3/3", .calm)] && segment.isCalm)
    #expect(text([("a", "live", 0), ("b", "live", 5)]) == "LIVE 2/2 5 s")
  }

  @Test("Of several the worst is named with the age of its last value, and is never calm")
  func worst() {
    let segment = segment(VenueSample.stale)
    #expect(segment.phrases.text == "LIVE 2/3  ⚠ binance-usdm STALE 35 s " && !segment.isCalm)
    #expect(segment.phrases.allSatisfy { $0.role != .calm })
    let two = [("a", "stale 35 s", 35), ("b", "failed: refused, retry in 4 s", 130), ("c", "live", 0)]
    #expect(text(two) == "LIVE 1/3  ⚠ b FAILED 2m 10s ")
  }

  @Test("One that never had a value is worse than one that has an old one, and says what it says")
  func never() {
    let states = [("a", "stale 35 s", 35), ("b", "failed: refused, retry in 4 s", nil), ("c", "live", 0)]
    #expect(text(states) == "LIVE 1/3 ⚠ b failed: refused, retry in 4 s")
    #expect(text(states, columns: 80) == "LIVE 1/3 ⚠ b failed: refused, retr…")
  }

  @Test("Recordings of several exchanges are not taken for the market")
  func recordings() {
    let feeds = ["a", "b"].map {
      FeedStatus(
        name: $0, label: "REPLAY 60×", isLive: false, isHealthy: true, words: "live", lastEventAt: VenueSample.now)
    }
    #expect(segment(feeds).phrases == [Phrase("[REPLAY 60×] 2/2", .notLive)] && !segment(feeds).isCalm)
  }

  @Test("It is plain ASCII where nothing else can be shown")
  func ascii() {
    #expect(segment(VenueSample.stale, ascii: true).phrases.text.utf8.allSatisfy { $0 < 0x80 })
  }
}

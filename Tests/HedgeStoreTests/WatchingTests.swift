import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import MarketData
import Testing

@testable import HedgeStore

@Suite("Alerts and records")
@MainActor
struct WatchingTests {
  @Test("a breach rings once while it lasts, is over when the drift is back, and rings again the next time")
  func ringsOnce() throws {
    let fixture = try StoreFixture()
    func hold(_ factor: Double, seconds: Int) {
      for _ in 1...seconds {
        fixture.clock.advance(by: .seconds(1))
        for instrument in Book.all { fixture.price(instrument, Book.prices[instrument] ?? 1) }
        fixture.price(Book.eth, 2500 * factor)
        fixture.store.refresh()
      }
    }
    func rings() -> Int { fixture.rings.filter { $0.id == "drift/Core" }.count }
    hold(1, seconds: 3)
    #expect(rings() == 0)
    hold(1.5, seconds: 30)
    #expect(rings() == 1)
    #expect(fixture.snapshot.histories[Book.strategy]?.outsideSince != nil)
    hold(1, seconds: 5)
    #expect(!fixture.snapshot.alerts.contains { $0.id == "drift/Core" && $0.isActive })
    #expect(fixture.messages.contains { $0.hasPrefix("over: ") })
    #expect(fixture.snapshot.histories[Book.strategy]?.outsideSince == nil)
    hold(1.5, seconds: 5)
    #expect(rings() == 2)
  }

  @Test("a stale feed is an alert of its own; a stale drift neither raises nor clears its alert")
  func stale() throws {
    let fixture = try StoreFixture()
    fixture.priceAll()
    for _ in 1...12 { fixture.pass(.seconds(1)) }
    #expect(fixture.snapshot.alerts.contains { $0.id == "feed/fake" && $0.isActive })
    #expect(!fixture.snapshot.alerts.contains { $0.id == "drift/Core" })
    fixture.priceAll()
    #expect(!fixture.snapshot.alerts.contains { $0.id == "feed/fake" && $0.isActive })
  }

  @Test("a record of ten million samples stays within its capacity, in order, from the first instant to about the last")
  func recorder() async throws {
    var recorder = StrategyRecorder(capacity: 100)
    let count = 10_000_000
    for index in 0..<count {
      // Others wait for their turn on the few threads there are.
      if index.isMultiple(of: 100_000) { await Task.yield() }
      recorder.record(
        StrategySample(
          at: Timestamp(milliseconds: Int64(index) * 1000), netBeta: 1, target: 1, marginRatio: nil, spotValue: nil))
      if recorder.samples.count > 100 { break }
    }
    #expect(recorder.samples.count <= 100 && recorder.samples.count >= 50)
    #expect(recorder.samples.first?.at == Timestamp(milliseconds: 0))
    let last = try #require(recorder.samples.last)
    #expect(last.at.milliseconds > Int64(count) * 1000 * 9 / 10)
    #expect(zip(recorder.samples, recorder.samples.dropFirst()).allSatisfy { $0.at < $1.at })
  }

  @Test("samples of one instant do not stop the record from being bounded")
  func oneInstant() {
    var recorder = StrategyRecorder(capacity: 10)
    for _ in 0..<1000 {
      recorder.record(StrategySample(at: Book.start, netBeta: 1, target: 1, marginRatio: nil, spotValue: nil))
    }
    #expect(recorder.samples.count <= 10)
  }

  @Test("the log keeps the newest entries, newest first, and no more than its capacity")
  func log() {
    var log = EventLog(capacity: 5)
    for index in 0..<1000 { log.add(.notice, .info, "entry \(index)", at: Book.start) }
    #expect(log.entries.map(\.message) == (995..<1000).reversed().map { "entry \($0)" })
  }

  @Test("a feed that repeats itself fills one line of the log; what the user did is never left out")
  func repeats() {
    var log = EventLog()
    for _ in 0..<3 { log.add(.feed, .info, "garbage", at: Book.start) }
    #expect(log.entries.count == 1)
    for kind in [LogEntry.Kind.decision, .alert, .notice] {
      let before = log.entries.count
      for _ in 0..<2 { log.add(kind, .info, "Core: reviewed", at: Book.start) }
      #expect(log.entries.count == before + 2, "\(kind)")
    }
  }
}

import HedgeConfiguration
import HedgeModel
import HedgeStore
import Journal
import MarketData
import Testing

@testable import hedgetop

@Suite("The machine's clock set back") @MainActor
struct ClockWatchTests {
  private static let start = Timestamp(milliseconds: 1_700_006_400_000)
  private let wall = ManualClock(Self.start)
  private let steady = ManualClock(Self.start)

  private func session() throws -> (Store, ClockWatch) {
    let clock = ForwardClock(wall: wall, steady: steady)
    let session = try HedgeSession(
      try Configuration.sample(now: Self.start), journal: InMemoryJournal(), wall: clock)
    return (session.store, ClockWatch(session.store, clock))
  }

  private func refresh(_ store: Store) {
    wall.advance(by: .seconds(1))
    steady.advance(by: .seconds(1))
    store.refresh()
  }

  private func words(_ store: Store) -> [String] {
    store.snapshot.log.map(\.message).filter { $0.contains("clock") }
  }

  @Test("is told once, with both times, and the market goes on")
  func told() throws {
    let (store, watch) = try session()
    watch.start()
    refresh(store)
    #expect(words(store) == [])
    wall.advance(by: .zero - .hours(1))
    let before = store.snapshot.now
    for _ in 0..<3 { refresh(store) }
    #expect(store.snapshot.now == before + .seconds(3))
    #expect(
      words(store) == [
        "this machine's clock was set back to 2023-11-14T23:00:02Z: times here go on from 2023-11-15T00:00:02Z"
          + " until hedgetop is started again"
      ])
    // Once more is another word.
    wall.advance(by: .zero - .seconds(30))
    refresh(store)
    #expect(words(store).count == 2)
    watch.stop()
    store.stop()
  }

  @Test("by less than it is set right by as it runs, is told by nobody")
  func small() throws {
    let (store, watch) = try session()
    watch.start()
    wall.advance(by: .zero - .seconds(1))
    refresh(store)
    #expect(words(store) == [])
    watch.stop()
    store.stop()
  }
}

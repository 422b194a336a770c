import FoundationEssentials
import HedgeAnalytics
import HedgeConfiguration
import HedgeModel
import HedgeStore
import Journal
import MarketData
import Testing

@testable import hedgetop

/// What a session shows is what its journal keeps, and what the next session begins with.
@Suite("A session and its journal") @MainActor
struct JournalWatchTests {
  private static let start = Timestamp(milliseconds: 1_700_006_400_000)
  private let folder: TemporaryFolder
  private let clock = ManualClock(Self.start)

  init() throws { folder = try TemporaryFolder() }

  private func open(_ command: String = "watch") throws -> PortfolioJournal {
    try PortfolioJournal(
      portfolio: "Sample portfolio", folder: folder.path, command: command, now: clock.now())
  }

  private func session(_ journal: PortfolioJournal) throws -> (HedgeSession, JournalWatch) {
    let session = try HedgeSession(
      try Configuration.sample(now: Self.start), journal: journal, wall: clock)
    return (session, JournalWatch(session, journal, wall: clock))
  }

  private func refresh(_ session: HedgeSession, _ count: Int = 1) {
    for _ in 0..<count {
      clock.advance(by: .seconds(1))
      session.store.refresh()
    }
  }

  /// Waits until the task that reads the past has told the store.
  private func recalled(_ session: HedgeSession, _ strategy: String, before instant: Timestamp) async throws -> Bool {
    for _ in 0..<200 {
      if session.store.snapshot.histories[strategy]?.samples.first.map({ $0.at < instant }) == true { return true }
      try await Task.sleep(for: .milliseconds(10))
    }
    return false
  }

  @Test("each second's figures are kept as the snapshot has them, and the next session's charts begin with them")
  func figures() async throws {
    let journal = try open()
    let (session, watch) = try session(journal)
    watch.start()
    await session.loadHistory()
    refresh(session, 20)
    let snapshot = session.store.snapshot
    let strategy = try #require(snapshot.figures.strategies.first)
    watch.stop()
    session.store.stop()
    let reader = try #require(try JournalReader(portfolio: "Sample portfolio", folder: folder.path))
    let series = try reader.series(
      HistoryQuery(strategy: strategy.name, since: Self.start, until: snapshot.now, points: 1000))
    #expect(series.instants.last == snapshot.now && (20...21).contains(series.instants.count))
    func last(_ figure: HistoryFigure) -> Double? { series.columns[figure]?.last.last ?? nil }
    let profit = snapshot.attribution.figures(of: strategy.name, since: .start).total
    #expect(last(.netBeta) != nil && last(.netBeta) == strategy.netBeta.netBeta.value)
    #expect(last(.target) == strategy.netBeta.target.value && last(.band) == strategy.netBeta.band)
    #expect(last(.spotValue) == strategy.spotValue.value && last(.hedgeNotional) == strategy.legNotional.value)
    #expect(last(.marginRatio) == snapshot.figures.worstMarginRatio(of: strategy) && last(.marginRatio) != nil)
    #expect(last(.funding) == strategy.funding.accrued.value)
    #expect(last(.profit) == profit.total.value && last(.profitBeta) == profit.beta.value)
    #expect(last(.profitFunding) == profit.funding.value?.inexact)

    let second = try open()
    let (next, nextWatch) = try self.session(second)
    let begun = clock.now()
    nextWatch.start()
    refresh(next)
    #expect(try await recalled(next, strategy.name, before: begun))
    let samples = try #require(next.store.snapshot.histories[strategy.name]?.samples)
    #expect(samples.contains { $0.netBeta == strategy.netBeta.netBeta.value && $0.at <= snapshot.now })
    nextWatch.stop()
    next.store.stop()
  }

  @Test("a second session follows the first's decisions, is told who decides, and takes the pen when the first stops")
  func following() async throws {
    let (first, second) = (try open("run"), try open())
    let (one, oneWatch) = try session(first)
    let (two, twoWatch) = try session(second)
    oneWatch.start()
    twoWatch.start()
    await one.loadHistory()
    await two.loadHistory()
    refresh(one)
    two.store.refresh()
    let name = try #require(one.store.snapshot.figures.strategies.first?.name)
    #expect(two.store.snapshot.decisionLocks[name]?.hasPrefix("hedgetop run, pid ") == true)
    #expect(two.store.snapshot.log.contains { $0.message.contains("has the pen; this one watches") })
    one.store.send(.decide(.hedgeRatio(strategy: name, Decimal(9) / 10)))
    #expect(one.store.snapshot.figures.strategies.first?.policy.aim.value == Decimal(9) / 10)
    refresh(two)
    #expect(two.store.snapshot.figures.strategies.first?.policy.aim.value == Decimal(9) / 10)
    two.store.send(.decide(.undo(strategy: name)))
    #expect(two.store.snapshot.log.first?.message.contains("has the pen") == true)
    oneWatch.stop()
    one.store.stop()
    refresh(two)
    #expect(two.store.snapshot.decisionLocks[name]?.contains("pen") != true)
    two.store.send(.decide(.undo(strategy: name)))
    #expect(two.store.snapshot.figures.strategies.first?.policy.aim.value == Decimal(8) / 10)
    twoWatch.stop()
    two.store.stop()
  }

  @Test("payments of the legs are kept, each once, however often the session starts")
  func payments() async throws {
    var counts: [Int] = []
    for _ in 0..<2 {
      let journal = try open()
      let (session, watch) = try session(journal)
      watch.start()
      await session.loadHistory()
      for _ in 0..<10 {
        clock.advance(by: .hours(1))
        session.store.refresh()
      }
      watch.stop()
      session.store.stop()
      let reader = try #require(try JournalReader(portfolio: "Sample portfolio", folder: folder.path))
      let all = try reader.payments(from: Timestamp(milliseconds: 0), to: Timestamp(milliseconds: .max))
      #expect(Set(all.map { "\($0.leg) \($0.time.milliseconds)" }).count == all.count)
      #expect(all.allSatisfy { $0.amount != nil && $0.contracts != 0 })
      #expect(try reader.funding().isEmpty, "what a simulated market paid is no past of the next one")
      counts.append(all.count)
    }
    #expect(counts[0] > 0 && counts[1] > counts[0])
  }
}

import HedgeModel
import Journal
import Panels
import Synchronization
import Testing

@testable import hedgetop

@Suite("Reading the past")
struct PastTests {
  /// Hourly values from an instant on, spread over as many points as are asked for.
  private final class MemoryHistory: FigureHistory {
    let first: Timestamp?
    let queries = Mutex<[HistoryQuery]>([])

    init(first: Timestamp?) { self.first = first }

    func series(_ query: HistoryQuery) throws -> HistorySeries {
      queries.withLock { $0.append(query) }
      let spacing = Duration.milliseconds((query.until - query.since).wholeMilliseconds / Int64(query.points))
      let instants = (0..<query.points).map { query.since + spacing * $0 }
      return HistorySeries(
        instants: instants, spacing: spacing,
        columns: [
          .netBeta: HistorySeries.Column(
            instants.map { instant in first.flatMap { instant + spacing > $0 ? 0.5 : nil } })
        ])
    }
  }

  private struct BrokenHistory: FigureHistory {
    struct Fault: Error, CustomStringConvertible { let description = "j.sqlite: is damaged" }
    func series(_ query: HistoryQuery) throws -> HistorySeries { throw Fault() }
  }

  private let now = Timestamp(milliseconds: 1_747_656_000_000)

  private func request(_ range: HistoryRange) -> HistoryRequest {
    HistoryRequest(strategy: "Main", range: range, points: 200)
  }

  @Test("A range is asked for once, with the strategy and as many points as there is room for")
  func range() throws {
    let history = MemoryHistory(first: now - .days(100))
    let view = PastReader(history: history, journal: InMemoryJournal()).view(request(.week), until: now)
    #expect(view.since == now - .days(7) && view.until == now)
    let query = try #require(history.queries.withLock { $0 }.first)
    #expect(query.strategy == "Main" && query.points == 200 && query.until == now && query.since == view.since)
    #expect(history.queries.withLock { $0.count } == 1)
  }

  @Test(
    "All that is kept begins where it begins, however long that is",
    arguments: [Duration.hours(1), .days(1), .days(40), .days(3000)])
  func all(length: Duration) throws {
    let history = MemoryHistory(first: now - length)
    let view = PastReader(history: history, journal: InMemoryJournal()).view(request(.all), until: now)
    let shown = (view.until - view.since).inSeconds
    #expect(shown >= length.inSeconds && shown < length.inSeconds * 1.6, "\(shown) for \(length.inSeconds)")
    #expect(history.queries.withLock { $0.count } <= 12)
  }

  @Test("A range of which little is kept begins where that begins, one of which most is kept where it does itself")
  func little() {
    func shown(_ kept: Duration) -> Duration {
      let reader = PastReader(history: MemoryHistory(first: now - kept), journal: InMemoryJournal())
      let view = reader.view(request(.day), until: now)
      return view.until - view.since
    }
    #expect((Duration.seconds(720)...Duration.seconds(1200)).contains(shown(.seconds(720))))
    #expect(shown(.hours(20)) == .days(1))
  }

  @Test("Where nothing is kept the view is empty; where nothing can be read it says why")
  func nothing() {
    func content(_ history: (any FigureHistory)?, _ journal: any DecisionJournal) -> HistoryView.Content {
      PastReader(history: history, journal: journal).view(request(.all), until: now).content
    }
    #expect(content(MemoryHistory(first: nil), InMemoryJournal()) == .series(.empty, decisions: []))
    #expect(content(BrokenHistory(), InMemoryJournal()) == .unavailable("j.sqlite: is damaged"))
    #expect(content(nil, UnkeptJournal(reason: "no folder")) == .unavailable("no folder"))
    #expect(content(nil, InMemoryJournal()) == .unavailable("the past of figures is not kept here"))
  }

  @Test("Decisions of the strategy and the time come with it, and no others")
  func decisions() throws {
    let journal = InMemoryJournal()
    for (hours, strategy) in [(30.0, "Main"), (3, "Main"), (2, "Other"), (1, "Main")] {
      _ = try journal.record(Decision(at: now - .hours(hours), strategy: strategy, change: .review))
    }
    let reader = PastReader(history: MemoryHistory(first: now - .days(9)), journal: journal)
    guard case .series(_, let decisions) = reader.view(request(.day), until: now).content else {
      Issue.record("nothing was read")
      return
    }
    #expect(decisions.map(\.at) == [now - .hours(3), now - .hours(1)])
  }

  @Test("Something else is read at once, the same again after a while, and never two things at a time")
  func plan() {
    var plan = PastPlan()
    let start = ContinuousClock.now
    #expect(plan.next(nil, at: start) == nil)
    #expect(plan.next(request(.day), at: start) == request(.day))
    #expect(plan.next(request(.week), at: start + .seconds(9)) == nil, "one is under way")
    plan.done(at: start + .seconds(10), showing: .days(1))
    #expect(plan.next(request(.day), at: start + .seconds(12)) == nil)
    #expect(plan.next(request(.week), at: start + .seconds(12)) == request(.week))
    plan.done(at: start + .seconds(12), showing: .days(7))
    let pause = PastPlan.pause(showing: .days(7), points: 200)
    #expect(plan.next(request(.week), at: start + .seconds(12) + pause - .milliseconds(1)) == nil)
    #expect(plan.next(request(.week), at: start + .seconds(12) + pause) == request(.week))
  }

  @Test("What a point of a long time stands for need not be read every few seconds")
  func pauses() {
    #expect(PastPlan.pause(showing: .hours(1), points: 200) == .seconds(9))
    #expect(PastPlan.pause(showing: .hours(1), points: 800) == .seconds(3))
    #expect(PastPlan.pause(showing: .days(365), points: 200) == .seconds(60))
  }

  @Test("A week of which twelve minutes are kept is read as often as twelve minutes are")
  func pauseOfLittle() {
    var plan = PastPlan()
    let start = ContinuousClock.now
    _ = plan.next(request(.week), at: start)
    plan.done(at: start, showing: .seconds(720))
    #expect(plan.next(request(.week), at: start + .milliseconds(2999)) == nil)
    #expect(plan.next(request(.week), at: start + .seconds(3)) == request(.week))
  }
}

import Foundation
import GRDB
import HedgeModel
import Testing

@testable import Journal

/// The past of the figures, from the samples to the answer of a query.
@Suite("The past of the figures") struct HistoryTests {
  private static let start = Timestamp(milliseconds: 1_700_006_400_000)
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(_ retention: HistoryRetention = HistoryRetention()) throws -> PortfolioJournal {
    try PortfolioJournal(
      portfolio: "Main", folder: folder.path, command: "watch", retention: retention, now: Self.start)
  }

  /// Keeps samples of net beta every `step` from an offset on.
  private func keep(
    _ journal: PortfolioJournal, from offset: Duration = .zero, every step: Duration = .seconds(1), count: Int,
    _ value: @escaping @Sendable (Int) -> Double?
  ) {
    let begin = Self.start + offset
    journal.keep {
      (0..<count).map { index in
        HistorySample(at: begin + step * index, strategy: "Core") { figure in
          figure == .netBeta ? value(index) : figure == .spotValue ? 1_000_000.25 : nil
        }
      }
    }
    journal.settle()
  }

  private func series(
    _ journal: PortfolioJournal, since: Duration = .zero, until: Duration, points: Int, every: Duration? = nil,
    figures: [HistoryFigure] = [.netBeta]
  ) throws -> HistorySeries {
    try journal.series(
      HistoryQuery(
        strategy: "Core", figures: figures, since: Self.start + since, until: Self.start + until, points: points,
        every: every))
  }

  @Test("every second comes back exactly, unknown as unknown, and figures that were never known with no value at all")
  func seconds() throws {
    let journal = try open()
    keep(journal, count: 90) { $0 % 7 == 3 ? nil : Double($0) / 3 }
    let series = try series(journal, until: .seconds(89), points: 1000, figures: [.netBeta, .spotValue, .profit])
    let instants: [Timestamp] = (0..<90).map { Self.start + .seconds($0) }
    let values: [Double?] = (0..<90).map { $0 % 7 == 3 ? nil : Double($0) / 3 }
    #expect(series.spacing == .seconds(1) && series.instants == instants)
    #expect(series.columns[.netBeta]?.last == values)
    #expect(series.columns[.netBeta]?.lowest == series.columns[.netBeta]?.last)
    #expect(series.columns[.spotValue]?.last.allSatisfy { $0 == 1_000_000.25 } == true)
    #expect(series.columns[.profit]?.highest.allSatisfy { $0 == nil } == true)
  }

  @Test(
    "a breach of one second is in every answer, however few its points",
    arguments: [1, 2, 5, 24, 100, 1000, 7200])
  func breach(points: Int) throws {
    let journal = try open()
    keep(journal, count: 7200) { $0 == 3977 ? 0.9 : $0 == 5000 ? -0.7 : 0.01 }
    let series = try series(journal, until: .hours(2), points: points)
    #expect(series.instants.count <= points)
    let column = try #require(series.columns[.netBeta])
    #expect(column.highest.compactMap { $0 }.max() == 0.9 && column.lowest.compactMap { $0 }.min() == -0.7)
    let wild = try #require(column.highest.firstIndex(of: 0.9))
    let begin = series.instants[wild]
    #expect(begin <= Self.start + .seconds(3977) && Self.start + .seconds(3977) < begin + series.spacing)
    #expect(series.instants.allSatisfy { $0.milliseconds % series.spacing.wholeMilliseconds == 0 })
  }

  @Test("time that was not watched is a gap of points without a value")
  func gaps() throws {
    let journal = try open()
    keep(journal, count: 10) { _ in 1 }
    keep(journal, from: .seconds(20), count: 10) { _ in 2 }
    let values = try series(journal, until: .seconds(40), points: 1000).columns[.netBeta]?.last
    #expect(
      values == Array(repeating: 1, count: 10) + Array(repeating: nil, count: 10) + Array(repeating: 2, count: 10))
  }

  @Test("a restart within a minute goes on with it in every table")
  func restart() throws {
    for part in 0..<3 {
      let journal = try open()
      keep(journal, from: .seconds(part * 10), count: 10) { _ in Double(part) }
      journal.close()
    }
    let series = try series(try open(), until: .hours(1), points: 10, every: .seconds(60))
    let column = try #require(series.columns[.netBeta])
    #expect(series.instants.count == 1 && column.last == [2] && column.lowest == [0] && column.highest == [2])
  }

  @Test("what is older than it is kept is dropped in steps, and the coarser tables answer in its place")
  func pruning() throws {
    let journal = try open(HistoryRetention(seconds: .hours(1), minutes: .days(2), hours: .days(100), days: .days(300)))
    keep(journal, every: .seconds(10), count: 8640) { $0 == 100 ? 0.5 : 0.1 }
    for minute in 0..<60 { keep(journal, from: .days(1) + .seconds(minute * 60), count: 1) { _ in 0.1 } }
    let counts = try counts(journal)
    #expect(counts["history_1s"].map { $0 < 500 } == true, "\(counts)")
    #expect(counts["history_1m"] == 1500 && counts["history_1h"] == 25 && counts["history_1d"] == 2)
    let old = try series(journal, until: .hours(2), points: 1000)
    #expect(old.spacing == .seconds(60) && old.columns[.netBeta]?.highest.contains(0.5) == true)
    let whole = try series(journal, until: .days(2), points: 30)
    #expect(whole.columns[.netBeta]?.highest.compactMap { $0 }.max() == 0.5)
    #expect(whole.columns[.netBeta]?.last.contains(nil) == false)
  }

  private func counts(_ journal: PortfolioJournal) throws -> [String: Int] {
    try DatabaseQueue(path: journal.path).read { database in
      try HistoryTier.allCases.reduce(into: [:]) {
        $0[$1.table] = try Int.fetchOne(database, sql: "SELECT count(*) FROM \($1.table)") ?? 0
      }
    }
  }

  @Test("all that is kept is as long as what is kept, however long was asked for")
  func all() throws {
    let journal = try open()
    keep(journal, count: 100) { _ in 1 }
    let series = try journal.series(
      HistoryQuery(
        strategy: "Core", figures: [.netBeta], since: Timestamp(milliseconds: 0),
        until: Self.start + .days(100), points: 200))
    #expect(series.spacing == .seconds(1) && series.instants.count == 100)
  }

  @Test("nothing is kept of a strategy nobody watched, of no points, and before anything was")
  func empty() throws {
    let journal = try open()
    #expect(try series(journal, until: .hours(1), points: 10) == .empty)
    keep(journal, count: 10) { _ in 1 }
    #expect(try series(journal, until: .hours(1), points: 0) == .empty)
    #expect(try series(journal, since: .hours(2), until: .hours(1), points: 10) == .empty)
    #expect(try series(journal, since: .hours(2), until: .hours(3), points: 10) == .empty)
    let query = HistoryQuery(strategy: "Other", since: Self.start, until: Self.start + .hours(1), points: 10)
    #expect(try journal.series(query) == .empty)
  }

  @Test("a market that begins anew forgets what lay after its beginning, and nothing before it")
  func forgetting() throws {
    let journal = try open()
    keep(journal, count: 200) { Double($0) }
    journal.forgetHistory(after: Self.start + .seconds(99))
    journal.settle()
    let series = try series(journal, until: .hours(1), points: 1000)
    #expect(series.instants.count == 100 && series.columns[.netBeta]?.last.last == 99)
  }

  @Test("only who has the pen keeps history and alerts")
  func pen() throws {
    let (holder, watcher) = (try open(), try open())
    keep(watcher, count: 10) { _ in 1 }
    watcher.keep(AlertEvent(at: Self.start, kind: .raised, alert: "a", severity: "warning", message: "words"))
    watcher.settle()
    #expect(try series(holder, until: .hours(1), points: 10) == .empty)
    keep(holder, count: 10) { _ in 2 }
    #expect(try series(watcher, until: .hours(1), points: 10).instants.count == 10, "who watches reads")
  }
}

import HedgeModel
import Testing

@testable import Journal

/// What becomes of samples on their way into the tables.
@Suite("Spans of the past") struct HistoryBookTests {
  private static let day: Int64 = 1_700_006_400_000 / 86_400_000 * 86_400_000

  private func sample(_ milliseconds: Int64, _ netBeta: Double?, strategy: String = "Core") -> HistorySample {
    HistorySample(at: Timestamp(milliseconds: Self.day + milliseconds), strategy: strategy) {
      $0 == .netBeta ? netBeta : nil
    }
  }

  private func rows(_ book: HistoryBook, _ tier: HistoryTier) -> [HistoryBook.Row] {
    book.rows.filter { $0.tier == tier }.sorted { $0.slot < $1.slot }
  }

  @Test("each span tells its last known value, the lowest and the highest; unknown is none of them")
  func spans() {
    var book = HistoryBook()
    for (at, value) in [(0, 0.1), (200, 0.9), (400, -0.2), (999, 0.3), (1000, nil), (2000, 0.2)] as [(Int64, Double?)] {
      book.add(sample(at, value))
    }
    let seconds = rows(book, .second).map(\.span)
    #expect(seconds.map { $0.last[0] } == [0.3, nil, 0.2])
    #expect(seconds.map { $0.lowest[0] } == [-0.2, nil, 0.2])
    #expect(seconds.map { $0.highest[0] } == [0.9, nil, 0.2])
    for tier in [HistoryTier.minute, .hour, .day] {
      let span = rows(book, tier).map(\.span)
      #expect(span.count == 1 && span[0].last[0] == 0.2 && span[0].lowest[0] == -0.2 && span[0].highest[0] == 0.9)
    }
  }

  @Test("a value that is not finite is unknown")
  func finite() {
    #expect(sample(0, .nan).values[0] == nil && sample(0, .infinity).values[0] == nil && sample(0, -0.0).values[0] == 0)
  }

  @Test("what was written waits no longer, and waits again as soon as it changes")
  func writing() {
    var book = HistoryBook()
    #expect(book.isEmpty)
    book.add(sample(0, 1))
    let first = book.rows
    #expect(first.count == 4 && first.allSatisfy(\.continues), "a start may go on with what was there")
    book.wrote(first)
    #expect(book.isEmpty)
    book.add(sample(1000, 2))
    #expect(book.rows.count == 4)
    #expect(book.rows.allSatisfy { !$0.continues }, "a new second, and three that are known as they were written")
    book.add(sample(60_000, 3))
    #expect(rows(book, .second).count == 2 && rows(book, .minute).count == 2 && rows(book, .day).count == 1)
  }

  @Test("a clock that is set back goes on with the spans that are there")
  func backwards() {
    var book = HistoryBook()
    book.add(sample(5000, 1))
    book.add(sample(2000, 2))
    #expect(rows(book, .second).map(\.continues) == [true, true])
    #expect(rows(book, .second).map(\.slot) == [Self.day / 1000 + 2, Self.day / 1000 + 5])
  }

  @Test("where nothing can be written the oldest rows give way, and are counted")
  func bounds() {
    var book = HistoryBook(capacity: 10)
    for second in 0..<100 { book.add(sample(Int64(second) * 1000, Double(second))) }
    let seconds = rows(book, .second)
    #expect(seconds.count <= 11 && seconds.last?.span.last[0] == 99)
    #expect(book.dropped > 80)
    #expect(rows(book, .day).first?.span.highest[0] == 99 && rows(book, .day).first?.span.lowest[0] == 0)
  }

  @Test("strategies do not mix, and an instant that has no number is left out")
  func strategies() {
    var book = HistoryBook()
    book.add(sample(0, 1))
    book.add(sample(0, 2, strategy: "Other"))
    #expect(Set(rows(book, .second).map(\.strategy)) == ["Core", "Other"])
    for instant in [Int64.min, -1_000_000, .max] {
      var odd = HistoryBook()
      odd.add(HistorySample(at: Timestamp(milliseconds: instant), strategy: "Core") { _ in 1 })
      #expect(odd.isEmpty)
    }
  }
}

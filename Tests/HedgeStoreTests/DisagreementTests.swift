import HedgeAnalytics
import HedgeModel
import Testing

@testable import HedgeStore

/// Betas over 30, 60 and 90 days, held against each other as bars close.
@Suite struct DisagreementTests {
  private static let portfolio = MarketBook.portfolio([BetaPolicy(overrides: ["ADA": 0.8])])

  private static func book(_ bars: [Asset: [Bar]]) -> BarBook {
    var book = BarBook(capacities: BarNeeds.capacities(for: portfolio))
    for (coin, bars) in bars { book.insert(bars, of: MarketBook.market(coin), .day) }
    return book
  }

  private static func flagged(_ desk: inout DisagreementDesk, _ book: BarBook) -> [Asset] {
    desk.readings(of: portfolio, from: book).filter { $0.value.value?.isFlagged ?? false }.keys.sorted()
  }

  @Test("a beta that has moved within 90 days disagrees with itself, one that has not agrees")
  func moved() {
    var desk = DisagreementDesk()
    let moving = MarketBook.bars(days: 150, endingAt: Book.start, betas: { [1, 1.2, $0 < 120 ? 0.4 : 2.4, 0.8] })
    #expect(Self.flagged(&desk, Self.book(moving)) == ["SOL"])
    var steady = DisagreementDesk()
    #expect(Self.flagged(&steady, Self.book(MarketBook.bars(days: 150, endingAt: Book.start))) == [])
  }

  @Test("a coin whose beta is stated is left out, and one without bars is unknown")
  func leftOut() {
    var desk = DisagreementDesk()
    let readings = desk.readings(of: Self.portfolio, from: Self.book([:]))
    #expect(readings.keys.sorted() == ["BTC", "ETH", "SOL"])
    #expect(readings.values.allSatisfy { $0.value == nil })
  }

  @Test("a bar that closes is looked at")
  func closes() {
    var desk = DisagreementDesk()
    let bars = MarketBook.bars(days: 150, endingAt: Book.start, betas: { [1, 1.2, $0 < 120 ? 0.4 : 2.4, 0.8] })
    var book = Self.book(bars.mapValues { Array($0.prefix(118)) })
    #expect(Self.flagged(&desk, book) == [])
    for (coin, bars) in bars { book.insert(Array(bars.dropFirst(118)), of: MarketBook.market(coin), .day) }
    #expect(Self.flagged(&desk, book) == ["SOL"])
  }
}

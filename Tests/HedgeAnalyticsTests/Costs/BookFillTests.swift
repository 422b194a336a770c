import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct BookFillTests {
  static func book(
    bids: [(String, String)] = [("99", "2"), ("98", "3")], asks: [(String, String)] = [("101", "2"), ("102.5", "3")]
  ) throws -> OrderBook {
    func levels(_ texts: [(String, String)]) -> [OrderBook.Level] {
      texts.map { OrderBook.Level(price: .exact($0.0), quantity: .exact($0.1)) }
    }
    return try #require(OrderBook(bids: levels(bids), asks: levels(asks)))
  }

  @Test(
    "the average of a linear order weighs prices by contracts, exactly, and its slippage is against the mid of 100",
    arguments: [
      ("1", "101", "101", 100.0), ("2", "101", "101", 100), ("4", "101.75", "102.5", 175), ("5", "101.9", "102.5", 190),
      ("-1", "99", "99", 100), ("-4", "98.5", "98", 150), ("-5", "98.4", "98", 160),
    ])
  func linear(contracts: String, average: String, worst: String, points: Double) throws {
    let fill = try Self.book().fill(.exact(contracts))
    #expect(fill.isComplete && fill.filled == .exact(contracts))
    #expect(fill.averagePrice == .exact(average) && fill.worstPrice == .exact(worst))
    #expect(fill.slippage.isClose(to: points))
  }

  @Test("an inverse order weighs prices by coins: 100 at 50 and 100 at 100 are 3 coins for 200, 66.67 each")
  func inverse() throws {
    let book = try Self.book(bids: [("49", "1")], asks: [("50", "100"), ("100", "100")])
    let fill = book.fill(200, convention: .inverse)
    #expect(isClose(fill.averagePrice?.inexact ?? .nan, 200.0 / 3))
  }

  @Test("a book too thin says how much of the order it fills, never a number that is none")
  func thin() throws {
    let fill = try Self.book().fill(8)
    #expect(!fill.isComplete && fill.filled == 5 && fill.averagePrice == .exact("101.9"))
    #expect(fill.words == "book too thin, filled 5 of 8")
    #expect(fill.slippage.unknownReason?.detail == "book too thin, filled 5 of 8")
    #expect(isClose(fill.slippageBasisPoints ?? .nan, 190))
  }

  @Test("an empty side fills nothing; without the other side there is no mid to measure against")
  func empty() throws {
    let oneSided = try Self.book(bids: [])
    let sold = oneSided.fill(-3)
    #expect(sold.filled == 0 && sold.averagePrice == nil && sold.slippage.unknownReason != nil)
    #expect(sold.words == "book too thin, filled 0 of 3")
    let bought = oneSided.fill(1)
    #expect(bought.isComplete && bought.averagePrice == 101 && bought.slippage.unknownReason?.kind == .undefined)
    let nothing = oneSided.fill(0)
    #expect(nothing.isComplete && nothing.averagePrice == nil && nothing.slippage.unknownReason != nil)
  }

  @Test("the larger the order, the worse the average; slippage is never negative, contracts never exceed the book")
  func monotone() throws {
    for seed in 1...50 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let book = try Self.random(&random)
      for convention in Instrument.Convention.allCases {
        for side in [Decimal(1), -1] {
          var (size, last) = (Decimal(0), Decimal?.none)
          for _ in 0..<12 {
            size += Decimal(Int.random(in: 1...400, using: &random)) / 100
            let fill = book.fill(size * side, convention: convention)
            let average = try #require(fill.averagePrice)
            let worse = last.map { (average - $0) * side } ?? 0
            #expect(worse >= Decimal(sign: .minus, exponent: -20, significand: 1), "seed \(seed), \(size * side)")
            #expect((fill.slippageBasisPoints ?? -1) >= 0, "seed \(seed)")
            let depth = (side > 0 ? book.asks : book.bids).reduce(Decimal(0)) { $0 + $1.quantity }
            #expect(fill.filled.magnitude == min(size, depth), "seed \(seed)")
            last = average
          }
        }
      }
    }
  }

  private static func random(_ random: inout SeededGenerator) throws -> OrderBook {
    let quantities = (0..<20).map { _ in Decimal(Int.random(in: 1...500, using: &random)) / 100 }
    let steps = (0..<20).map { _ in Decimal(Int.random(in: 1...30, using: &random)) / 10 }
    var (bid, ask) = (Decimal(1_000), Decimal(1_000))
    var (bids, asks): ([OrderBook.Level], [OrderBook.Level]) = ([], [])
    for (index, quantity) in quantities.enumerated() {
      if index.isMultiple(of: 2) {
        bid -= steps[index]
        bids.append(OrderBook.Level(price: bid, quantity: quantity))
      } else {
        ask += steps[index]
        asks.append(OrderBook.Level(price: ask, quantity: quantity))
      }
    }
    return try #require(OrderBook(bids: bids, asks: asks))
  }

  @Test("impact is how far from the mid the last price paid is", arguments: [("1", 100.0), ("4", 250), ("-4", 200)])
  func impact(contracts: String, points: Double) throws {
    #expect(isClose(try Self.book().fill(.exact(contracts)).impactBasisPoints ?? .nan, points))
    let empty = try Self.book(bids: [])
    #expect(empty.fill(1).impactBasisPoints == nil && empty.fill(-1).impactBasisPoints == nil)
  }

  @Test("the value against an order is that of the side it takes from; inverse contracts count in the quote currency")
  func sideValue() throws {
    var book = Book()
    book.list("BTC", price: 100)
    book.future("BTC", mark: 100)
    let future = try #require(book.input.portfolio.instruments[Book.perpetual("BTC")])
    let depth = try Self.book()
    #expect(isClose(depth.value(against: -1, of: future), 2 * 99 + 3 * 98))
    #expect(isClose(depth.value(against: 1, of: future, conversion: 2), 2 * (2 * 101 + 3 * 102.5)))
  }
}

import FoundationEssentials
import HedgeModel
import Testing

@Suite struct OrderBookTests {
  private static func level(_ price: Decimal, _ quantity: Decimal = 1) -> OrderBook.Level {
    OrderBook.Level(price: price, quantity: quantity)
  }

  @Test("levels may come in any order; the best stand first")
  func order() throws {
    let book = try #require(
      OrderBook(bids: [Self.level(98), Self.level(99)], asks: [Self.level(103), Self.level(101)]))
    #expect(book.bids.map(\.price) == [99, 98] && book.asks.map(\.price) == [101, 103])
    #expect(book.mid == 100)
  }

  @Test("a side nobody offers on leaves no mid, and is no mistake")
  func empty() throws {
    #expect(try #require(OrderBook(bids: [], asks: [Self.level(101)])).mid == nil)
    #expect(try #require(OrderBook(bids: [], asks: [])).mid == nil)
  }

  @Test(
    "what cannot be right is no book",
    arguments: [
      ([(99, 0)], [(101, 1)]), ([(99, -1)], [(101, 1)]), ([(0, 1)], [(101, 1)]), ([(-5, 1)], []),
      ([(99, 1), (99, 2)], []), ([], [(101, 1), (101, 1)]), ([(101, 1)], [(101, 1)]), ([(102, 1)], [(101, 1)]),
      ([(.nan, 1)], []), ([], [(101, .nan)]),
    ] as [([(Decimal, Decimal)], [(Decimal, Decimal)])])
  func refused(bids: [(Decimal, Decimal)], asks: [(Decimal, Decimal)]) {
    #expect(OrderBook(bids: bids.map { Self.level($0.0, $0.1) }, asks: asks.map { Self.level($0.0, $0.1) }) == nil)
  }
}

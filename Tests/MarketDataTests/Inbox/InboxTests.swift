import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@Suite struct InboxTests {
  private let inbox = Inbox()
  private let bitcoin = InstrumentID(venue: "v", symbol: "BTC")

  private func mark(_ price: Double, at milliseconds: Int64, of id: InstrumentID? = nil) -> FeedEvent {
    .update(
      MarketUpdate(instrument: id ?? bitcoin, at: Timestamp(milliseconds: milliseconds), value: .mark(price)))
  }

  @Test(
    "the latest of a sort wins, an older one that comes late is dropped, an equal time replaces",
    arguments: [
      ([(1.0, 10)], 1.0), ([(1, 10), (2, 20)], 2), ([(1, 20), (2, 10)], 1), ([(1, 10), (2, 10)], 2),
      ([(1, 10), (3, 30), (2, 20)], 3),
    ] as [([(Double, Int64)], Double)])
  func latestWins(posted: [(Double, Int64)], expected: Double) {
    for (price, at) in posted { inbox.post(mark(price, at: at)) }
    #expect(inbox.drain().latest[bitcoin]?.mark?.value == expected)
  }

  @Test("sorts and instruments do not disturb each other")
  func sorts() throws {
    let ether = InstrumentID(venue: "v", symbol: "ETH")
    let quote = try #require(Quote(price: 5, bid: 4, ask: 6))
    inbox.post(contentsOf: [
      mark(1, at: 50), mark(2, at: 10, of: ether),
      .update(MarketUpdate(instrument: bitcoin, at: Timestamp(milliseconds: 5), value: .quote(quote))),
      .update(MarketUpdate(instrument: bitcoin, at: Timestamp(milliseconds: 6), value: .index(3))),
    ])
    let latest = inbox.drain().latest
    #expect(latest[bitcoin]?.mark?.value == 1)
    #expect(latest[bitcoin]?.quote?.value == quote)
    #expect(latest[bitcoin]?.index?.value == 3)
    #expect(latest[bitcoin]?.funding == nil)
    #expect(latest[ether]?.mark?.value == 2)
  }

  @Test("bars, payments and signals are all kept, in order")
  func ordered() {
    let events: [FeedEvent] = [
      .signal(.connecting), .bar(bitcoin, .hour, Bar(close: Timestamp(milliseconds: 9), price: 1)),
      .fundingStamp(bitcoin, FundingStamp(time: Timestamp(milliseconds: 8), rate: 0.1, markPrice: nil)),
      .bar(bitcoin, .hour, Bar(close: Timestamp(milliseconds: 7), price: nil)), .signal(.ended),
    ]
    for event in events { inbox.post(event) }
    #expect(inbox.drain().ordered == events)
  }

  @Test("what was drained is gone, and later posts do not change it")
  func drained() {
    inbox.post(mark(1, at: 10))
    let first = inbox.drain()
    #expect(inbox.drain().isEmpty)
    inbox.post(mark(2, at: 5))
    #expect(first.latest[bitcoin]?.mark?.value == 1)
    #expect(inbox.drain().latest[bitcoin]?.mark?.value == 2, "an older time counts again after a drain")
  }

  @Test("posts from many threads are neither lost nor torn")
  func concurrent() async {
    await withTaskGroup(of: Void.self) { group in
      for poster in 0..<8 {
        group.addTask {
          for number in 0..<1000 {
            inbox.post(.signal(.warning("\(poster)")))
            inbox.post(mark(Double(number + 1), at: Int64(number)))
          }
        }
      }
    }
    let contents = inbox.drain()
    #expect(contents.ordered.count == 8000)
    #expect(contents.latest[bitcoin]?.mark?.value == 1000)
  }

  @Test("of order books the newest wins as well, apart from the quotes, and a drain takes them")
  func books() throws {
    func book(_ bid: Decimal) throws -> OrderBook {
      try #require(OrderBook(bids: [OrderBook.Level(price: bid, quantity: 1)], asks: []))
    }
    for (bid, at) in [(1, 10), (3, 30), (2, 20)] as [(Decimal, Int64)] {
      inbox.post(
        .update(
          MarketUpdate(instrument: bitcoin, at: Timestamp(milliseconds: at), value: .book(try book(bid)))))
    }
    let contents = inbox.drain()
    #expect(contents.books[bitcoin]?.value == (try book(3)))
    #expect(contents.latest.isEmpty && !contents.isEmpty)
    #expect(inbox.drain().isEmpty)
  }
}

import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@Suite struct SimulatedDepthTests {
  private static let start = Timestamp(milliseconds: 1_700_000_000_000)
  private static func id(_ symbol: String) -> InstrumentID { InstrumentID(venue: "simulated", symbol: symbol) }
  private static let all = ["BTC", "BTC-PERP", "DOGE-PERP", "BTC-INVERSE", "BTC-QUARTERLY"].map(id)

  /// What an inbox holds after `stops` seconds with depth watched.
  private func contents(seed: UInt64 = 7, stops: [Double], watching: [InstrumentID] = all) -> InboxContents {
    let feed = SimulatedFeed(configuration: SimulatedConfiguration(seed: seed, start: Self.start))
    let inbox = Inbox()
    feed.watchDepth(of: watching)
    feed.start(Self.all, into: inbox)
    for stop in stops { feed.advance(to: Self.start + .seconds(stop)) }
    return inbox.drain()
  }

  @Test("a book begins at the quote, lies on ticks and lots, and holds more further from the mid", arguments: all)
  func shape(instrument: InstrumentID) async throws {
    let held = contents(stops: [90])
    let book = try #require(held.books[instrument])
    let quote = try #require(held.latest[instrument]?.quote)
    #expect(book.at == quote.at)
    #expect(book.value.bids.first?.price.inexact == quote.value.bid)
    #expect(book.value.asks.first?.price.inexact == quote.value.ask)
    let feed = SimulatedFeed(configuration: SimulatedConfiguration(seed: 7, start: Self.start))
    let listed = try #require(try await feed.instruments().first { $0.id == instrument })
    for level in book.value.bids + book.value.asks {
      #expect(Self.isWhole(level.price / listed.tickSize) && Self.isWhole(level.quantity / listed.lotStep))
    }
    for side in [book.value.bids, book.value.asks] {
      #expect(side.count == 20)
      let half = side.map { $0.quantity.inexact }
      #expect(half.prefix(10).reduce(0, +) < half.suffix(10).reduce(0, +))
    }
  }

  private static func isWhole(_ number: Decimal) -> Bool {
    Decimal(Int64(number.inexact.rounded())) == number
  }

  @Test("books do not depend on how the feed was driven to an instant, differ by seed, and change with each second")
  func deterministic() {
    func book(seed: UInt64 = 7, _ stops: [Double]) -> OrderBook? {
      contents(seed: seed, stops: stops).books[Self.id("BTC-PERP")]?.value
    }
    #expect(book([3600]) != nil && book([3600]) == book([1, 2.5, 1800, 3600, 3600.9]))
    #expect(book([3600]) != book([3601]) && book([3600]) != book(seed: 8, [3600]))
  }

  @Test("only what is watched is told, at once when the instant has been told already, and nothing once it ends")
  func watched() {
    #expect(contents(stops: [5], watching: []).books.isEmpty)
    let some = contents(stops: [5], watching: [Self.id("BTC-PERP"), Self.id("NONE")]).books
    #expect(Set(some.keys) == [Self.id("BTC-PERP")])
    let feed = SimulatedFeed(configuration: SimulatedConfiguration(seed: 7, start: Self.start))
    let inbox = Inbox()
    feed.start(Self.all, into: inbox)
    feed.advance(to: Self.start + .seconds(5))
    #expect(inbox.drain().books.isEmpty)
    feed.watchDepth(of: [Self.id("BTC")])
    #expect(inbox.drain().books[Self.id("BTC")]?.at == Self.start + .seconds(5))
    feed.watchDepth(of: [])
    feed.advance(to: Self.start + .seconds(6))
    #expect(inbox.drain().books.isEmpty)
  }

  @Test("an expired future has no book")
  func expired() {
    let held = contents(stops: [86_400 * 120], watching: [Self.id("BTC-QUARTERLY"), Self.id("BTC")])
    #expect(held.books[Self.id("BTC-QUARTERLY")] == nil && held.books[Self.id("BTC")] != nil)
  }
}

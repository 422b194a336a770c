import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import MarketData
import Testing

@testable import HedgeStore

@Suite("Order books")
@MainActor
struct DepthTests {
  private static func book(_ mid: Decimal = 50_000, quantity: Decimal = 100) throws -> OrderBook {
    try #require(
      OrderBook(bids: [.init(price: mid - 5, quantity: quantity)], asks: [.init(price: mid + 5, quantity: quantity)]))
  }

  private static func watched(_ fixture: StoreFixture) -> [[InstrumentID]] { fixture.feed.watched }

  /// A strategy that has to sell a coin to be on its target.
  private func fixture() throws -> StoreFixture {
    try StoreFixture(Book.portfolio(contracts: -1))
  }

  @Test("depth is asked for while the tickets are looked at or a ratio is tried, once, and not otherwise")
  func asks() throws {
    let fixture = try fixture()
    fixture.priceAll()
    #expect(Self.watched(fixture).isEmpty)
    fixture.store.send(.study([.market]))
    #expect(Self.watched(fixture).isEmpty)
    fixture.store.send(.study([.ticket, .market]))
    fixture.priceAll()
    fixture.store.send(.preview(HedgeRatioTrial(strategy: Book.strategy, hedgeRatio: 1)))
    let legs = [Book.perpetual, Book.inverse].sorted()
    #expect(Self.watched(fixture) == [legs])
    fixture.store.send(.study([]))
    #expect(Self.watched(fixture) == [legs], "the ratio being tried still needs it")
    fixture.store.send(.preview(nil))
    #expect(Self.watched(fixture) == [legs, []])
  }

  @Test("a book makes the slippage of the suggested trade known; it is stale with its age and then unknown")
  func study() throws {
    let fixture = try fixture()
    fixture.priceAll()
    fixture.store.send(.study([.ticket]))
    func costs() throws -> TradeCost { try #require(fixture.snapshot.studies.rebalances?[Book.strategy]).cost }
    #expect(try costs().slippage.unknownReason?.detail.contains("no order book of fake:BTC-PERP") == true)
    #expect(!fixture.store.missingDepth.contains(Book.perpetual), "the feed says that it has none")
    fixture.post(.book(try Self.book()), of: Book.perpetual, fixture.clock.now())
    fixture.pass(.seconds(1), pricing: true)
    #expect(abs((try costs().slippage.value ?? .nan) - 5) < 1e-9, "one coin, 5 below the mid")
    let ticket = try #require(fixture.snapshot.studies.tickets?[Book.strategy]?.value)
    #expect(ticket.lines.first?.slippage.value == (try costs().slippage.value))
    fixture.pass(.seconds(10), pricing: true)
    #expect(try costs().slippage.unknownReason?.detail.contains("depth is stale") == true)
    fixture.post(.book(try Self.book(quantity: Decimal(1) / 2)), of: Book.perpetual, fixture.clock.now())
    fixture.pass(.seconds(1), pricing: true)
    #expect(try costs().slippage.unknownReason?.detail.contains("too thin, filled 0.5 of 1") == true)
  }

  @Test("an older book never replaces a newer, one from the future counts as of now, others' are dropped")
  func order() throws {
    let fixture = try fixture()
    let start = fixture.clock.now()
    fixture.post(.book(try Self.book()), of: Book.perpetual, start)
    fixture.priceAll()
    fixture.store.send(.study([.ticket]))
    fixture.pass(.seconds(1), pricing: true)
    func slippage() -> Double? { fixture.snapshot.studies.rebalances?[Book.strategy]?.cost.slippage.value }
    #expect(slippage() == nil, "it came before anybody asked")
    let wide = try #require(
      OrderBook(bids: [.init(price: 49_990, quantity: 9)], asks: [.init(price: 50_010, quantity: 9)]))
    fixture.post(.book(wide), of: Book.perpetual, start + .hours(1))
    fixture.pass(.seconds(1), pricing: true)
    #expect(abs((slippage() ?? .nan) - 10) < 1e-9)
    fixture.post(.book(try Self.book()), of: Book.perpetual, start)
    fixture.pass(.seconds(1), pricing: true)
    #expect(abs((slippage() ?? .nan) - 10) < 1e-9)
    fixture.pass(.seconds(11), pricing: true)
    #expect(slippage() == nil, "it has grown old from when it came")
  }

  @Test("the ticket of a ratio being tried is walked as well, and looking away forgets the books")
  func trial() throws {
    let fixture = try fixture()
    fixture.priceAll()
    fixture.store.send(.preview(HedgeRatioTrial(strategy: Book.strategy, hedgeRatio: Book.exactRatio)))
    fixture.post(.book(try Self.book()), of: Book.perpetual, fixture.clock.now())
    fixture.store.refresh()
    #expect(abs((fixture.snapshot.ticket?.value?.slippage.value ?? .nan) - 5) < 1e-9)
    fixture.store.send(.preview(nil))
    fixture.store.send(.preview(HedgeRatioTrial(strategy: Book.strategy, hedgeRatio: Book.exactRatio)))
    #expect(fixture.snapshot.ticket?.value?.slippage.value == nil)
  }
}

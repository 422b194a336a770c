import HedgeAnalytics
import HedgeModel
import HedgeStore
import Testing

@Suite("Recent prices")
struct RecentPricesTests {
  let known = InstrumentID(venue: "test", symbol: "BTC")
  let unknown = InstrumentID(venue: "test", symbol: "ETH")

  @Test("The closes come first, oldest first, then the price now; without a price the closes alone")
  func endsWithThePriceNow() throws {
    var market = InstrumentMarket(unknown: known)
    market.quote = .stated(try #require(Quote(price: 3)))
    let prices = RecentPrices(closes: [known: [1, 2], unknown: [7]], markets: [known: market])
    #expect(prices[known] == [1, 2, 3])
    #expect(prices[unknown] == [7])
  }

  @Test("A price without closes stands alone, and what was never seen has none")
  func toleratesWhatIsMissing() throws {
    var market = InstrumentMarket(unknown: known)
    market.quote = .stated(try #require(Quote(price: 3)))
    let prices = RecentPrices(closes: [:], markets: [known: market])
    #expect(prices[known] == [3])
    #expect(prices[unknown] == nil)
  }
}

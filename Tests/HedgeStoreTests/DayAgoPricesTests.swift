import HedgeModel
import MarketData
import Testing

@testable import HedgeStore

@Suite("Prices of a day ago")
struct DayAgoPricesTests {
  let instrument = InstrumentID(venue: "test", symbol: "BTC")

  func bar(_ hour: Int, _ price: Double?) -> Bar {
    Bar(close: Timestamp(milliseconds: Int64(hour) * 3_600_000), price: price)
  }

  @Test("What is remembered is at every instant what a look at the bars gives, gaps and the ends of history included")
  func remembersRightly() {
    var book = BarBook(capacities: [.hour: 60, .day: 10])
    book.insert((0..<50).filter { $0 % 7 != 3 }.map { bar($0, $0 % 11 == 5 ? nil : Double($0)) }, of: instrument, .hour)
    book.insert([bar(0, 1000), bar(24, 1024)], of: instrument, .day)
    var prices = DayAgoPrices(of: [instrument])
    for minutes in stride(from: 20 * 60, through: 100 * 60, by: 13) {
      let now = Timestamp(milliseconds: Int64(minutes) * 60_000)
      #expect(prices.prices(at: now, from: book)[instrument] == book.dayAgoPrice(of: instrument, at: now), "\(minutes)")
    }
  }

  @Test("A bar that comes late counts at once, and so does a clock that is set back")
  func followsBarsAndClock() {
    var book = BarBook(capacities: [.hour: 60])
    book.insert([bar(0, 10)], of: instrument, .hour)
    var prices = DayAgoPrices(of: [instrument])
    let now = bar(25, nil).close
    #expect(prices.prices(at: now, from: book)[instrument] == nil)
    book.insert([bar(1, 11)], of: instrument, .hour)
    #expect(prices.prices(at: now, from: book)[instrument] == 11)
    #expect(prices.prices(at: now - .hours(1), from: book)[instrument] == 10)
  }
}

import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Coinbase's answers, changed")
struct CoinbaseMutationTests {
  private static let ticker = #"{"ask":"101","bid":"99","price":"100.5","time":"2022-11-30T00:00:00.5Z"}"#
  private static let product =
    #"{"id":"A-USD","base_currency":"A","quote_currency":"USD","quote_increment":"0.01","base_increment":"1e-8","status":"online"}"#
  private static let bars = "[[1669852800,1,2,1,1.5,9],[1669856400,1,2,1,1.25,9]]"
  private static let book = #"{"bids":[["2452.77","0.3",1]],"asks":[["2453.62","0.38",2]]}"#

  @Test("never crash and never give a price or a step that is not positive", arguments: [ticker, product, bars, book])
  func answers(text: String) {
    var mutator = ByteMutator(seed: 23)
    let id = InstrumentID(venue: "coinbase", symbol: "A-USD")
    for _ in 0..<2000 {
      guard let root = try? JSONText(mutator.mutate(Array(text.utf8))).root else { continue }
      let update = try? CoinbaseMarket.update(root, of: id, at: Timestamp(milliseconds: 1))
      #expect(update?.isPositive ?? true)
      #expect(CoinbaseMarket().instrument(root).map { $0.tickSize > 0 && $0.lotStep > 0 } ?? true)
      #expect((try? CoinbaseMarket.bars(root, .day))?.allSatisfy { $0.price ?? 1 > 0 } ?? true)
      #expect((try? CoinbaseMarket.book(root))?.bids.allSatisfy { $0.price > 0 } ?? true)
    }
  }
}

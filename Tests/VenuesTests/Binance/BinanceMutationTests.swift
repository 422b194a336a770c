import FoundationEssentials
import HedgeModel
import MarketData
import SeededRandom
import Testing

@testable import Venues

@Suite("Damaged messages of Binance")
struct BinanceMutationTests {
  private static let spare = Array("0123456789-.eE\"{}[],:\\ntfBTCUSD".utf8)

  /// Changes, drops or doubles up to four bytes.
  private static func damaged(_ original: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = original
    for _ in 0...Int.random(in: 0...3, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &generator)
      switch Int.random(in: 0...3, using: &generator) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(bytes[place], at: place)
      default: bytes[place] = spare.randomElement(using: &generator) ?? 0
      }
    }
    return bytes
  }

  private static let messages: [(BinanceSegment, String)] = [
    (
      .spot,
      #"{"stream":"btcusdt@bookTicker","data":{"u":19575390521,"s":"BTCUSDT","b":"29010.90","B":"13.9","a":"29010.91","A":"3.9"}}"#
    ),
    (
      .usdMargined,
      #"{"stream":"btcusdt@bookTicker","data":{"e":"bookTicker","u":1,"s":"BTCUSDT","st":1,"b":"331.42","B":"1","a":"331.9","A":"3","T":1612137603568,"E":1612137603571}}"#
    ),
    (
      .coinMargined,
      #"{"data":{"e":"markPriceUpdate","E":1617308820003,"s":"BTCUSDT","p":"58940.1","P":"58905.1","i":"58857.2","r":"0.00058455","T":1617321600000,"st":2}}"#
    ),
    (.usdMargined, #"{"code":2,"msg":"Invalid request","error":{"code":3,"msg":"no"},"id":7}"#),
  ]

  @Test("on streams never crash and never give a price that is not positive", arguments: messages.indices)
  func streams(place: Int) {
    let (segment, text) = Self.messages[place]
    var generator = SeededGenerator(seed: UInt64(place) + 1)
    var output = StreamOutput()
    var read = 0
    for _ in 0..<5000 {
      output.removeAll()
      let message = Self.damaged(Array(text.utf8), &generator)
      for var stream in BinanceFixture.streams(segment, ["BTCUSDT"]) {
        try? stream.receive(message, at: BinanceFixture.now, into: &output)
      }
      let prices = BinanceFixture.updates(output).flatMap(BinanceFixture.prices)
      read += prices.count
      #expect(prices.allSatisfy { $0 > 0 && $0.isFinite }, "\(String(decoding: message, as: UTF8.self))")
    }
    #expect(read > 500 || text.contains("msg"))
  }

  @Test(
    "in answers never crash and never give a price that is not positive",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence), arguments: BinanceFixture.segments)
  func answers(segment: BinanceSegment) throws {
    let kept = ["book-ticker", "mark-index-funding", "klines", "depth", "funding-history", "account-balance"]
    let entries = VenuePayloads(segment.rawValue).entries().filter { kept.contains($0.type) }
    var generator = SeededGenerator(seed: 99)
    let wanted = ["BTCUSDT": BinanceFixture.instrument("BTCUSDT"), "BTCUSD_PERP": BinanceFixture.instrument("X")]
    for entry in entries {
      let original = Array(try entry.bytes().prefix(1500))
      for _ in 0..<100 {
        guard let answer = try? JSONText(Self.damaged(original, &generator)).root else { continue }
        var updates = (try? BinanceMarket.quotes(in: answer, of: wanted, at: BinanceFixture.now)) ?? []
        updates +=
          (try? BinanceMarket.marks(in: answer, of: wanted, fundingIntervals: [:], at: BinanceFixture.now)) ?? []
        #expect(updates.flatMap(BinanceFixture.prices).allSatisfy { $0 > 0 && $0.isFinite })
        let bars = (try? BinanceMarket.bars(in: answer, length: 60_000, opening: 0...(.max), after: nil)) ?? []
        #expect(bars.allSatisfy { $0.price ?? 1 > 0 })
        #expect(zip(bars, bars.dropFirst()).allSatisfy { $0.close < $1.close })
        if let book = try? BinanceMarket.book(in: answer) {
          #expect((book.bids + book.asks).allSatisfy { $0.price > 0 })
        }
        _ = try? BinanceMarket.stamps(in: answer)
        _ = try? BinanceAccountReader.balances(in: answer)
      }
    }
    #expect(entries.count > 5)
  }
}

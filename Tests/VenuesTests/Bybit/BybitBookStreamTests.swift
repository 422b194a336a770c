import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Bybit's stream of best bids and asks")
struct BybitBookStreamTests {
  private let now = Timestamp(milliseconds: 10_000)

  private var stream: any VenueStream { BybitMarket(.spot).streams(for: [.spot("bybit-spot", "BTCUSDT")])[0] }

  private func message(_ type: String, bids: String, asks: String, u: Int, ts: Int) -> String {
    #"{"topic":"orderbook.1.BTCUSDT","type":"\#(type)","ts":\#(ts),"data":{"s":"BTCUSDT","b":[\#(bids)],"#
      + #""a":[\#(asks)],"u":\#(u),"seq":\#(u)}}"#
  }

  @Test("subscribes to ten topics in a message, as the venue takes no more of spot")
  func greeting() {
    var stream = BybitMarket(.spot).streams(for: (0..<25).map { .spot("bybit-spot", "A\($0)USDT") })[0]
    let messages = stream.greeting(at: now)
    #expect(messages.count == 3)
    #expect(messages[2].contains(#""orderbook.1.A20USDT""#) && messages[2].contains(#""orderbook.1.A24USDT"]"#))
    #expect(stream.url.hasSuffix("/v5/public/spot"))
  }

  @Test("gives the mid with both sides, and nothing while one is missing")
  func snapshot() throws {
    var stream = stream
    let both = try stream.hear(
      message("snapshot", bids: #"["99","1"]"#, asks: #"["101","2"]"#, u: 5, ts: 1000), at: now)
    #expect(both.quotes == [Quote(price: 100, bid: 99, ask: 101)])
    let one = try stream.hear(message("snapshot", bids: "", asks: #"["101","2"]"#, u: 6, ts: 1100), at: now)
    #expect(one.quotes.isEmpty)
    #expect(one.heard == [0])
  }

  @Test("takes the repetition of what has not changed for news of it")
  func repetition() throws {
    var stream = stream
    for ts in [1000, 4000, 7000] {
      let text = message("snapshot", bids: #"["99","1"]"#, asks: #"["101","2"]"#, u: 5, ts: ts)
      #expect(try stream.hear(text, at: now).updates.map(\.at.milliseconds) == [Int64(ts)])
    }
  }

  @Test("changes a side by a level with a quantity, and empties it by the best one without")
  func delta() throws {
    var stream = stream
    _ = try stream.hear(message("snapshot", bids: #"["99","1"]"#, asks: #"["101","2"]"#, u: 5, ts: 1000), at: now)
    let moved = try stream.hear(message("delta", bids: #"["99","0"],["98","3"]"#, asks: "", u: 6, ts: 1100), at: now)
    #expect(moved.quotes == [Quote(price: 99.5, bid: 98, ask: 101)])
    let other = try stream.hear(message("delta", bids: #"["97","0"]"#, asks: "", u: 7, ts: 1200), at: now)
    #expect(other.quotes == [Quote(price: 99.5, bid: 98, ask: 101)])
    #expect(try stream.hear(message("delta", bids: #"["98","0"]"#, asks: "", u: 8, ts: 1300), at: now).quotes.isEmpty)
  }

  @Test("says that a change is missing, or came before its snapshot, and tells no price until the next snapshot")
  func hole() throws {
    var stream = stream
    let early = message("delta", bids: #"["98","3"]"#, asks: "", u: 7, ts: 900)
    #expect(try stream.hear(early, at: now).broken == [0])
    _ = try stream.hear(message("snapshot", bids: #"["99","1"]"#, asks: #"["101","2"]"#, u: 5, ts: 1000), at: now)
    #expect(try stream.hear(message("delta", bids: #"["98","3"]"#, asks: "", u: 7, ts: 1100), at: now).broken == [0])
    let next = try stream.hear(message("delta", bids: #"["98","3"]"#, asks: "", u: 8, ts: 1200), at: now)
    #expect(next.events.isEmpty && next.broken.isEmpty)
    let reset = try stream.hear(
      message("snapshot", bids: #"["90","1"]"#, asks: #"["91","2"]"#, u: 1, ts: 1300), at: now)
    #expect(reset.quotes.map(\.bid) == [90])
  }

  @Test("never goes back: late and doubled messages are as if they had not come")
  func late() throws {
    var stream = stream
    _ = try stream.hear(message("snapshot", bids: #"["99","1"]"#, asks: #"["101","2"]"#, u: 5, ts: 1000), at: now)
    for text in [
      message("delta", bids: #"["98","3"]"#, asks: "", u: 5, ts: 1100),
      message("delta", bids: #"["98","3"]"#, asks: "", u: 4, ts: 900),
      message("snapshot", bids: #"["98","3"]"#, asks: #"["101","2"]"#, u: 4, ts: 900),
    ] {
      let output = try stream.hear(text, at: now)
      #expect(output.events.isEmpty && output.heard.isEmpty && output.broken.isEmpty)
    }
  }

  @Test(
    "reads what was recorded as another project reads it",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func recorded() throws {
    var compared = 0
    for entry in VenuePayloads("bybit").entries(of: "ws-book") {
      guard let expected = try VenuePayloads("bybit").expectation(of: entry)?[0],
        expected["type"]?.equals("book_ticker") == true
      else { continue }
      var stream = BybitMarket(.spot).streams(for: [.spot("bybit-spot", try expected.needString("symbol"))])[0]
      // A change is read after the best prices it is a change of.
      let root = try entry.json()
      if root["type"]?.equals("delta") == true { _ = try stream.hear(try before(root, expected), at: now) }
      let quote = try #require(try stream.hear(entry.text(), at: now).quotes.first, "\(entry.file)")
      #expect(quote.bid == (try expected.needDouble("bidPrice")), "\(entry.file)")
      #expect(quote.ask == (try expected.needDouble("askPrice")), "\(entry.file)")
      compared += 1
    }
    #expect(compared == 4)
  }

  private func before(_ root: JSONValue, _ expected: JSONValue) throws -> String {
    let data = try root.need("data")
    let symbol = try expected.needString("symbol")
    return #"{"topic":"orderbook.1.\#(symbol)","type":"snapshot","ts":1,"data":{"s":"\#(symbol)","#
      + #""b":[["\#(try expected.needDouble("bidPrice"))","1"]],"a":[["\#(try expected.needDouble("askPrice"))","1"]],"#
      + #""u":\#(try data.needInteger("u") - 1)}}"#
  }
}

extension VenuePayloads {
  /// Another project's reading of an entry, which stands beside it; nil for none.
  func expectation(of entry: Entry) throws -> JSONValue? {
    let file = entry.file.dropLast(".json".count) + ".expected.json"
    return try? json(String(file))
  }
}

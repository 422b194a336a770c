import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Coinbase's stream")
struct CoinbaseStreamTests {
  private let now = Timestamp(milliseconds: 1_669_852_800_000)

  private func stream() throws -> any VenueStream {
    try #require(
      CoinbaseMarket().streams(for: [.spot("coinbase", "BTC-USD"), .spot("coinbase", "ETH-USD")]).first)
  }

  private func ticker(_ sequence: Int64, _ price: String, trade: Int64 = 7) -> String {
    #"{"type":"ticker","sequence":\#(sequence),"product_id":"BTC-USD","price":"\#(price)","best_bid":"99","best_ask":"101","time":"2022-12-01T00:00:00.122581Z","trade_id":\#(trade)}"#
  }

  private func heartbeat(_ trade: Int64) -> String {
    #"{"type":"heartbeat","sequence":90,"last_trade_id":\#(trade),"product_id":"BTC-USD","time":"2022-12-01T00:00:12Z"}"#
  }

  @Test("subscribes each product by itself, and is heard each second by its heartbeat")
  func greeting() throws {
    var stream = try stream()
    #expect(stream.url == "wss://ws-feed.exchange.coinbase.com")
    #expect(
      stream.greeting(at: now).first
        == #"{"type":"subscribe","product_ids":["BTC-USD"],"channels":["ticker_batch","heartbeat"]}"#)
    #expect(stream.greeting(at: now).count == 2)
    #expect(stream.channels.allSatisfy { $0.silenceLimit == .seconds(10) })
    #expect(
      stream.resubscription(of: [3], at: now).last
        == #"{"type":"subscribe","product_ids":["ETH-USD"],"channels":["heartbeat"]}"#)
  }

  @Test("gives price, bid and ask at the venue's time, never an older one after a newer")
  func order() throws {
    var stream = try stream()
    let first = try stream.hear(ticker(10, "100"), at: now)
    #expect(first.quotes == [Quote(price: 100, bid: 99, ask: 101)])
    #expect(first.updates.map(\.at.milliseconds) == [1_669_852_800_122])
    #expect(try stream.hear(ticker(9, "90"), at: now).quotes.isEmpty)
    #expect(try stream.hear(ticker(10, "90"), at: now).quotes.isEmpty)
    #expect(try stream.hear(ticker(12, "100.5"), at: now).quotes.map(\.price) == [100.5])
    #expect(
      try stream.hear(ticker(13, "90"), at: now).quotes == [Quote(price: 100, bid: 99, ask: 101)],
      "a last trade outside of bid and ask is an old one")
  }

  @Test(
    "takes a heartbeat as the word that nothing was traded since, once prices have been silent, without bid and ask")
  func confirmation() throws {
    var stream = try stream()
    _ = try stream.hear(ticker(10, "100"), at: now)
    #expect(try stream.hear(heartbeat(7), at: now + .seconds(9)).quotes.isEmpty)
    let output = try stream.hear(heartbeat(7), at: now + .seconds(12))
    #expect(output.quotes == [Quote(price: 100)])
    #expect(output.heard == [1, 0], "the price is heard of too")
    let other = try stream.hear(heartbeat(8), at: now + .seconds(13))
    #expect(other.quotes.isEmpty && other.heard == [1])
  }

  @Test("has a heartbeat bear out a price for three minutes after its trade, then leaves it to be asked for")
  func oldTrade() throws {
    var stream = try stream()
    _ = try stream.hear(ticker(10, "100"), at: now)
    #expect(try stream.hear(heartbeat(7), at: now + .seconds(180)).quotes.count == 1)
    let late = try stream.hear(heartbeat(7), at: now + .seconds(181))
    #expect(late.quotes.isEmpty && late.heard == [1])
    // What a subscription begins with may tell of a trade long ago.
    var second = try self.stream()
    _ = try second.hear(ticker(10, "100"), at: now + .hours(1))
    let old = try second.hear(heartbeat(7), at: now + .hours(1) + .seconds(12))
    #expect(old.quotes.isEmpty && old.heard == [1])
  }

  @Test("has no price when it is zero, and forgets the one before")
  func zero() throws {
    var stream = try stream()
    _ = try stream.hear(ticker(10, "100"), at: now)
    #expect(try stream.hear(ticker(11, "0"), at: now).quotes == [Quote(price: 100, bid: 99, ask: 101)])
    let nothing = ticker(12, "0").replacing(#""best_bid":"99""#, with: #""best_bid":"0""#)
    #expect(try stream.hear(nothing, at: now).quotes.isEmpty)
    #expect(try stream.hear(heartbeat(7), at: now + .seconds(20)).quotes.isEmpty)
  }

  @Test("passes on what the venue refuses, and passes over what it does not know")
  func others() throws {
    var stream = try stream()
    let refused = #"{"type":"error","message":"Failed to subscribe","reason":"X-USD is not a valid product"}"#
    #expect(try stream.hear(refused, at: now).complaints == ["Failed to subscribe: X-USD is not a valid product"])
    let output = try stream.hear(#"{"type":"subscriptions","channels":[]}"#, at: now)
    #expect(output.events.isEmpty && output.complaints.isEmpty)
    #expect(throws: DecodingFault.self) { try stream.hear("[]", at: now) }
  }

  @Test("survives any change of a message and never gives a price that is not positive")
  func mutations() throws {
    var mutator = ByteMutator(seed: 12)
    var stream = try stream()
    for (place, message) in [ticker(10, "100"), heartbeat(7)].enumerated() {
      for step in 0..<4000 {
        var output = StreamOutput()
        let later = now + .seconds(step * (place + 1))
        try? stream.receive(mutator.mutate(Array(message.utf8)), at: later, into: &output)
        #expect(output.isPositive)
      }
    }
  }
}

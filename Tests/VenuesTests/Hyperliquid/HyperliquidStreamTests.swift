import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Hyperliquid's stream")
struct HyperliquidStreamTests {
  private typealias Samples = HyperliquidSamples
  private let now = HyperliquidSamples.now

  private func stream() throws -> any VenueStream {
    try #require(Samples.market.streams(for: [Samples.bitcoin, Samples.purr]).first)
  }

  private func book(_ time: Int64, _ bid: String, _ ask: String, coin: String = "BTC") -> String {
    #"{"channel":"bbo","data":{"coin":"\#(coin)","time":\#(time),"bbo":[\#(bid),\#(ask)]}}"#
  }

  private func level(_ price: String) -> String { #"{"px":"\#(price)","sz":"1","n":1}"# }

  private func state(_ mid: String) -> String {
    #"{"channel":"activeAssetCtx","data":{"coin":"BTC","ctx":{"funding":"0.0000125","oraclePx":"100.5","markPx":"100.2","midPx":"\#(mid)"}}}"#
  }

  @Test("subscribes to state and best prices of each instrument; none for no instruments")
  func greeting() throws {
    var stream = try stream()
    #expect(stream.url == "wss://api.hyperliquid.xyz/ws")
    let greeting = stream.greeting(at: now)
    #expect(greeting.first == #"{"method":"subscribe","subscription":{"type":"activeAssetCtx","coin":"BTC"}}"#)
    #expect(greeting.last == #"{"method":"subscribe","subscription":{"type":"bbo","coin":"PURR/USDC"}}"#)
    #expect(greeting.count == stream.channels.count)
    #expect(stream.keepAlive?.beat == .message(#"{"method":"ping"}"#))
    #expect(Samples.market.streams(for: []).isEmpty)
  }

  @Test("ends a subscription before it subscribes anew")
  func resubscription() throws {
    var stream = try stream()
    #expect(
      stream.resubscription(of: [1], at: now) == [
        #"{"method":"unsubscribe","subscription":{"type":"bbo","coin":"BTC"}}"#,
        #"{"method":"subscribe","subscription":{"type":"bbo","coin":"BTC"}}"#,
      ])
  }

  @Test("gives mark, index and hourly funding of a state")
  func context() throws {
    var stream = try stream()
    let output = try stream.hear(state("100.25"), at: now)
    #expect(output.heard == [0])
    #expect(output.updates.compactMap(\.mark) == [100.2])
    #expect(output.updates.compactMap(\.index) == [100.5])
    #expect(output.updates.compactMap(\.funding).map(\.rate) == [0.0000125])
    #expect(output.quotes == [Quote(price: 100.25)])
    #expect(output.updates.allSatisfy { $0.at == now })
  }

  @Test("takes a state as the word that the last bid and ask still stand, but not a mid that differs")
  func confirmation() throws {
    var stream = try stream()
    let first = try stream.hear(book(1000, level("100"), level("101")), at: now)
    #expect(first.quotes == [Quote(price: 100.5, bid: 100, ask: 101)])
    #expect(first.heard == [1])
    #expect(first.updates.first?.at == Timestamp(milliseconds: 1000))
    #expect(try stream.hear(state("100.5"), at: now).quotes == [Quote(price: 100.5, bid: 100, ask: 101)])
    #expect(try stream.hear(state("99"), at: now).quotes.isEmpty)
  }

  @Test("never brings an older bid and ask back")
  func order() throws {
    var stream = try stream()
    _ = try stream.hear(book(1000, level("100"), level("101")), at: now)
    let late = try stream.hear(book(999, level("90"), level("91")), at: now)
    #expect(late.updates.isEmpty)
    #expect(late.heard == [1])
  }

  @Test("has no price while a side of the book is empty", arguments: ["null", #"{"px":"0","sz":"1"}"#])
  func emptySide(side: String) throws {
    var stream = try stream()
    #expect(try stream.hear(book(1, side, level("1")), at: now).quotes.isEmpty)
    #expect(try stream.hear(state("1"), at: now).quotes.isEmpty)
  }

  @Test("passes errors on and hears pongs, answers to subscriptions and other coins in silence")
  func others() throws {
    var stream = try stream()
    #expect(
      try stream.hear(#"{"channel":"error","data":"Invalid subscription"}"#, at: now).complaints == [
        "Invalid subscription"
      ])
    for text in [
      #"{"channel":"pong"}"#, #"{"channel":"subscriptionResponse","data":{}}"#, book(1, "null", "null", coin: "X"),
    ] {
      let output = try stream.hear(text, at: now)
      #expect(output.events.isEmpty && output.heard.isEmpty && output.complaints.isEmpty)
    }
    #expect(throws: DecodingFault.self) { try stream.hear("garbage", at: now) }
  }

  @Test("survives any change of a real message and never gives a price that is not positive")
  func mutations() throws {
    var mutator = ByteMutator(seed: 11)
    var stream = try stream()
    for message in [state("100.5"), book(1000, level("100"), level("101"))] {
      for _ in 0..<4000 {
        var output = StreamOutput()
        try? stream.receive(mutator.mutate(Array(message.utf8)), at: now, into: &output)
        #expect(output.isPositive)
      }
    }
  }
}

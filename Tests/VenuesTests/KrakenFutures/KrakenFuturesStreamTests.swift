import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Kraken Futures' stream")
struct KrakenFuturesStreamTests {
  private let now = Timestamp(milliseconds: 1_680_307_199_000)
  private let names = ["PI_BCHUSD", "PF_XBTUSD"]

  private func stream() throws -> any VenueStream {
    try #require(
      KrakenFuturesMarket().streams(for: names.map { .perpetual("kraken-futures", $0) }).first)
  }

  private func ticker(_ time: Int64, _ last: String) -> String {
    #"{"time":\#(time),"product_id":"PI_BCHUSD","funding_rate":-1.2e-07,"relative_funding_rate":-1.5670191666667e-05,"next_funding_rate_time":1680307200000,"feed":"ticker","bid":123.8,"ask":123.9,"index":123.91,"last":\#(last),"markPrice":123.83}"#
  }

  @Test("subscribes to all with one message and pings")
  func greeting() throws {
    var stream = try stream()
    #expect(stream.url == "wss://futures.kraken.com/ws/v1")
    #expect(
      stream.greeting(at: now) == [#"{"event":"subscribe","feed":"ticker","product_ids":["PI_BCHUSD","PF_XBTUSD"]}"#])
    #expect(stream.keepAlive?.beat == .ping)
    #expect(
      stream.resubscription(of: [1], at: now) == [
        #"{"event":"unsubscribe","feed":"ticker","product_ids":["PF_XBTUSD"]}"#,
        #"{"event":"subscribe","feed":"ticker","product_ids":["PF_XBTUSD"]}"#,
      ])
  }

  @Test("gives prices and the relative rate of an hour with its real next stamp")
  func values() throws {
    var stream = try stream()
    let output = try stream.hear(ticker(1_680_307_198_986, "123.8"), at: now)
    #expect(output.quotes == [Quote(price: 123.8, bid: 123.8, ask: 123.9)])
    #expect(output.updates.compactMap(\.mark) == [123.83])
    #expect(output.updates.compactMap(\.index) == [123.91])
    let funding = try #require(output.updates.compactMap(\.funding).first)
    #expect(
      funding
        == FundingRate(
          rate: -1.5670191666667e-05, interval: .hours(1), nextStamp: Timestamp(milliseconds: 1_680_307_200_000)))
    #expect(output.updates.allSatisfy { $0.at.milliseconds == 1_680_307_198_986 })
    #expect(output.heard == [0])
  }

  @Test("never brings an older price back")
  func order() throws {
    var stream = try stream()
    _ = try stream.hear(ticker(1000, "123.8"), at: now)
    let late = try stream.hear(ticker(999, "90"), at: now)
    #expect(late.updates.isEmpty && late.heard == [0])
  }

  @Test("passes errors and alerts on, and passes over what it did not ask for")
  func others() throws {
    var stream = try stream()
    #expect(
      try stream.hear(#"{"event":"error","message":"Invalid product id"}"#, at: now).complaints == [
        "Invalid product id"
      ])
    #expect(try stream.hear(#"{"event":"alert","message":"Bad request"}"#, at: now).complaints == ["Bad request"])
    for text in [
      #"{"event":"info","version":1}"#, #"{"event":"subscribed","feed":"ticker","product_ids":["PI_BCHUSD"]}"#,
      #"{"feed":"heartbeat","time":1}"#, #"{"feed":"ticker","product_id":"PI_OTHER","time":1}"#,
    ] {
      let output = try stream.hear(text, at: now)
      #expect(output.events.isEmpty && output.complaints.isEmpty)
    }
    #expect(throws: DecodingFault.self) { try stream.hear("{}", at: now) }
  }

  @Test("survives any change of a message and never gives a price that is not positive")
  func mutations() throws {
    var mutator = ByteMutator(seed: 14)
    var stream = try stream()
    for _ in 0..<6000 {
      var output = StreamOutput()
      try? stream.receive(mutator.mutate(Array(ticker(1000, "123.8").utf8)), at: now, into: &output)
      #expect(output.isPositive)
    }
  }
}

import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Deribit's stream")
struct DeribitStreamTests {
  private typealias Samples = DeribitSamples
  private let now = DeribitSamples.now

  private func stream() throws -> any VenueStream {
    try #require(
      Samples.market.streams(for: [Samples.perpetual, .perpetual("deribit", "ETH-PERPETUAL", .inverse)]).first)
  }

  private func message(_ time: Int64, _ last: String = "100") -> String {
    let data = Samples.ticker(time, bid: "99", ask: "101", last: last)
    return
      #"{"jsonrpc":"2.0","method":"subscription","params":{"channel":"ticker.BTC-PERPETUAL.agg2","data":\#(data)}}"#
  }

  @Test("asks for heartbeats, then subscribes to all with one message")
  func greeting() throws {
    var stream = try stream()
    #expect(stream.url == "wss://www.deribit.com/ws/api/v2")
    let greeting = stream.greeting(at: now)
    #expect(greeting.count == 2)
    #expect(greeting[0].contains("public/set_heartbeat"))
    #expect(greeting[1].contains(#""channels":["ticker.BTC-PERPETUAL.agg2","ticker.ETH-PERPETUAL.agg2"]"#))
    #expect(stream.keepAlive == nil)
    let many = (0..<250).map { Instrument.perpetual("deribit", "X\($0)") }
    var large = try #require(Samples.market.streams(for: many).first)
    #expect(large.greeting(at: now).count == 4)
  }

  @Test("answers the venue's requests for a sign of life, and only those")
  func heartbeat() throws {
    var stream = try stream()
    let asked = try stream.hear(#"{"jsonrpc":"2.0","method":"heartbeat","params":{"type":"test_request"}}"#, at: now)
    #expect(asked.replies == [#"{"jsonrpc":"2.0","id":2,"method":"public/test","params":{}}"#])
    #expect(
      try stream.hear(#"{"jsonrpc":"2.0","method":"heartbeat","params":{"type":"heartbeat"}}"#, at: now).replies.isEmpty
    )
    #expect(try stream.hear(#"{"jsonrpc":"2.0","id":2,"result":{"version":"1.2.26"}}"#, at: now).events.isEmpty)
  }

  @Test("gives prices and the rate of eight hours at the venue's time, never an older one after a newer")
  func order() throws {
    var stream = try stream()
    let output = try stream.hear(message(1000), at: now)
    #expect(output.quotes == [Quote(price: 100, bid: 99, ask: 101)])
    #expect(output.updates.compactMap(\.funding).map(\.intervalHours) == [8])
    #expect(output.updates.allSatisfy { $0.at.milliseconds == 1000 })
    #expect(output.heard == [0])
    let late = try stream.hear(message(999), at: now)
    #expect(late.updates.isEmpty && late.heard == [0])
  }

  @Test("asks to connect anew when the venue ends the session for too many requests, and complains of other errors")
  func errors() throws {
    var stream = try stream()
    let ended = try stream.hear(
      #"{"jsonrpc":"2.0","id":100,"error":{"code":10028,"message":"too_many_requests"}}"#, at: now)
    #expect(ended.reconnectReason == "the venue ends the session: too_many_requests")
    let refused = try stream.hear(
      #"{"id":100,"error":{"code":-32602,"message":"Invalid params","data":{"reason":"wrong format"}}}"#, at: now)
    #expect(refused.complaints == ["Invalid params: wrong format"])
    #expect(refused.reconnectReason == nil)
  }

  @Test("complains of a channel that the venue left out of its answer")
  func missing() throws {
    var stream = try stream()
    _ = stream.greeting(at: now)
    let output = try stream.hear(#"{"jsonrpc":"2.0","id":100,"result":["ticker.BTC-PERPETUAL.agg2"]}"#, at: now)
    #expect(output.complaints == ["ticker.ETH-PERPETUAL.agg2 is not subscribed to"])
    let again = stream.resubscription(of: [1], at: now)
    #expect(again[0].contains("public/unsubscribe"))
    #expect(
      again[1].contains(#""id":101,"method":"public/subscribe","params":{"channels":["ticker.ETH-PERPETUAL.agg2"]}"#))
    #expect(try stream.hear(#"{"id":101,"result":["ticker.ETH-PERPETUAL.agg2"]}"#, at: now).complaints.isEmpty)
  }

  @Test("survives any change of a message and never gives a price that is not positive")
  func mutations() throws {
    var mutator = ByteMutator(seed: 13)
    var stream = try stream()
    for _ in 0..<6000 {
      var output = StreamOutput()
      try? stream.receive(mutator.mutate(Array(message(1000).utf8)), at: now, into: &output)
      #expect(output.isPositive)
    }
    #expect(throws: DecodingFault.self) { try stream.hear("[]", at: now) }
  }
}

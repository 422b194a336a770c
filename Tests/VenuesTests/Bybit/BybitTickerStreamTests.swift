import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Bybit's stream of tickers")
struct BybitTickerStreamTests {
  private let now = Timestamp(milliseconds: 10_000)
  private let bitcoin = Instrument.perpetual("bybit-linear", "BTCUSDT")

  private var stream: any VenueStream {
    BybitMarket(.linear).streams(for: [bitcoin, .perpetual("bybit-linear", "ETHUSDT")])[0]
  }

  private func message(_ type: String, _ data: String, cs: Int, ts: Int, symbol: String = "BTCUSDT") -> String {
    #"{"topic":"tickers.\#(symbol)","type":"\#(type)","data":{"symbol":"\#(symbol)"\#(data)},"cs":\#(cs),"ts":\#(ts)}"#
  }

  private let whole = #"""
    ,"lastPrice":"100","bid1Price":"99","ask1Price":"101","markPrice":"100.5","indexPrice":"100.6",
    "fundingRate":"0.0001","nextFundingTime":"28800000"
    """#

  @Test("subscribes to one topic of each future on one connection, and stays alive by pings every 20 seconds")
  func greeting() {
    var stream = stream
    #expect(stream.url == "wss://stream.bybit.com/v5/public/linear")
    #expect(
      stream.greeting(at: now) == [#"{"op":"subscribe","req_id":"0,1","args":["tickers.BTCUSDT","tickers.ETHUSDT"]}"#])
    #expect(stream.channels.map(\.instrument?.symbol) == ["BTCUSDT", "ETHUSDT"])
    #expect(stream.keepAlive?.interval == .seconds(20))
    #expect(stream.keepAlive?.beat == .message(#"{"op":"ping"}"#))
  }

  @Test("leaves a topic before it subscribes to it anew, as a second subscription is refused")
  func resubscription() {
    var stream = stream
    #expect(
      stream.resubscription(of: [1], at: now) == [
        #"{"op":"unsubscribe","args":["tickers.ETHUSDT"]}"#,
        #"{"op":"subscribe","req_id":"1","args":["tickers.ETHUSDT"]}"#,
      ])
  }

  @Test("tells all of a snapshot")
  func snapshot() throws {
    var stream = stream
    let output = try stream.hear(message("snapshot", whole, cs: 5, ts: 1000), at: now)
    #expect(output.quotes == [Quote(price: 100, bid: 99, ask: 101)])
    #expect(output.updates.compactMap(\.mark) == [100.5])
    #expect(output.updates.compactMap(\.index) == [100.6])
    let next = Timestamp(milliseconds: 28_800_000)
    #expect(output.updates.compactMap(\.funding) == [FundingRate(rate: 0.0001, interval: .hours(8), nextStamp: next)])
    #expect(output.updates.allSatisfy { $0.at == Timestamp(milliseconds: 1000) && $0.instrument == bitcoin.id })
    #expect(output.heard == [0])
  }

  @Test("tells of a change what changed; what it does not mention is as it was")
  func delta() throws {
    var stream = stream
    _ = try stream.hear(message("snapshot", whole, cs: 5, ts: 1000), at: now)
    let bid = try stream.hear(message("delta", #","bid1Price":"99.5""#, cs: 6, ts: 1100), at: now)
    #expect(bid.updates.count == 1)
    #expect(bid.quotes == [Quote(price: 100, bid: 99.5, ask: 101)])
    let mark = try stream.hear(message("delta", #","markPrice":"100.7""#, cs: 7, ts: 1200), at: now)
    #expect(mark.updates.map(\.mark) == [100.7])
    let rate = try stream.hear(message("delta", #","fundingRate":"0.0002""#, cs: 8, ts: 1300), at: now)
    #expect(rate.updates.compactMap(\.funding?.rate) == [0.0002])
    #expect(rate.updates.compactMap(\.funding?.nextStamp) == [Timestamp(milliseconds: 28_800_000)])
  }

  @Test("shows the middle once bid and ask have left the last trade behind")
  func oldTrade() throws {
    var stream = stream
    _ = try stream.hear(message("snapshot", whole, cs: 5, ts: 1000), at: now)
    let moved = try stream.hear(message("delta", #","bid1Price":"110","ask1Price":"112""#, cs: 6, ts: 1100), at: now)
    #expect(moved.quotes == [Quote(price: 111, bid: 110, ask: 112)])
    let traded = try stream.hear(message("delta", #","lastPrice":"112""#, cs: 7, ts: 1200), at: now)
    #expect(traded.quotes == [Quote(price: 112, bid: 110, ask: 112)])
  }

  @Test("says again after a second what did not change, as it is known to hold")
  func renewal() throws {
    var stream = stream
    _ = try stream.hear(message("snapshot", whole, cs: 5, ts: 1000), at: now)
    let soon = try stream.hear(message("delta", #","bid1Price":"99.5""#, cs: 6, ts: 1999), at: now)
    #expect(soon.updates.count == 1)
    let later = try stream.hear(message("delta", #","bid1Price":"99.6""#, cs: 7, ts: 2000), at: now)
    #expect(later.updates.count == 4)
    #expect(later.updates.allSatisfy { $0.at == Timestamp(milliseconds: 2000) })
  }

  @Test("forgets a price that the venue takes back", arguments: [#""""#, "null", #""0""#])
  func takenBack(value: String) throws {
    var stream = stream
    _ = try stream.hear(message("snapshot", whole, cs: 5, ts: 1000), at: now)
    let output = try stream.hear(
      message("delta", #","bid1Price":\#(value),"markPrice":\#(value)"#, cs: 6, ts: 1100), at: now)
    #expect(output.quotes == [Quote(price: 100, bid: nil, ask: 101)])
    #expect(output.updates.compactMap(\.mark).isEmpty)
  }

  @Test("says once that a change came before its snapshot, and tells no price of it")
  func hole() throws {
    var stream = stream
    let change = message("delta", #","lastPrice":"100""#, cs: 6, ts: 1100)
    #expect(try stream.hear(change, at: now).broken == [0])
    let again = try stream.hear(change, at: now)
    #expect(again.broken.isEmpty && again.events.isEmpty && again.heard.isEmpty)
    _ = stream.resubscription(of: [0], at: now)
    #expect(try stream.hear(change, at: now).broken == [0])
    _ = try stream.hear(message("snapshot", whole, cs: 7, ts: 1200), at: now)
    let next = try stream.hear(message("delta", #","lastPrice":"100.5""#, cs: 8, ts: 1300), at: now)
    #expect(next.quotes.map(\.price) == [100.5])
  }

  @Test(
    "never goes back to an older price: late and doubled messages are as if they had not come",
    arguments: [(5, 1000), (4, 999), (4, 2000), (5, 999)])
  func late(cs: Int, ts: Int) throws {
    var stream = stream
    _ = try stream.hear(message("snapshot", whole, cs: 5, ts: 1000), at: now)
    let output = try stream.hear(message("delta", #","lastPrice":"50""#, cs: cs, ts: ts), at: now)
    #expect(output.events.isEmpty && output.heard.isEmpty && output.broken.isEmpty)
    let older = try stream.hear(message("snapshot", #","lastPrice":"50""#, cs: cs, ts: 999), at: now)
    #expect(older.events.isEmpty)
  }

  @Test("takes a change with the same number when it is later: where nobody trades only the mark moves")
  func sameNumber() throws {
    var stream = stream
    _ = try stream.hear(message("snapshot", whole, cs: 5, ts: 1000), at: now)
    let output = try stream.hear(message("delta", #","markPrice":"101""#, cs: 5, ts: 1100), at: now)
    #expect(output.updates.map(\.mark) == [101])
  }

  @Test("begins anew with a snapshot whose numbers began anew")
  func reset() throws {
    var stream = stream
    _ = try stream.hear(message("snapshot", whole, cs: 5000, ts: 1000), at: now)
    let snapshot = try stream.hear(message("snapshot", #","lastPrice":"90""#, cs: 1, ts: 2000), at: now)
    #expect(snapshot.updates.count == 1, "nothing of the time before is left")
    #expect(snapshot.quotes == [Quote(price: 90)])
    #expect(
      try stream.hear(message("delta", #","lastPrice":"91""#, cs: 2, ts: 2100), at: now).quotes.map(\.price) == [91])
  }

  @Test("of a dated future tells no funding, whatever the ticker says")
  func dated() throws {
    let future = Instrument(
      id: InstrumentID(venue: "bybit-inverse", symbol: "BTCUSDU23"), kind: .dated(expiry: now), convention: .inverse,
      underlying: "BTC", quote: "USD", settlement: "BTC", tickSize: 1, lotStep: 1)
    var stream = BybitMarket(.inverse).streams(for: [future])[0]
    let output = try stream.hear(message("snapshot", whole, cs: 5, ts: 1000, symbol: "BTCUSDU23"), at: now)
    #expect(output.updates.count == 3)
  }

  @Test("keeps its silence about pongs and subscriptions, and passes a refusal on")
  func answers() throws {
    var stream = stream
    for text in [
      #"{"success":true,"ret_msg":"pong","conn_id":"1","req_id":"","op":"ping"}"#,
      #"{"success":true,"ret_msg":"","conn_id":"1","op":"subscribe"}"#,
    ] {
      let output = try stream.hear(text, at: now)
      #expect(output.complaints.isEmpty && output.events.isEmpty)
    }
    let refusal = #"{"success":false,"ret_msg":"error:handler not found,topic:tickers.X","op":"subscribe"}"#
    #expect(try stream.hear(refusal, at: now).complaints == ["error:handler not found,topic:tickers.X"])
    let long = #"{"success":false,"ret_msg":"\#(String(repeating: "x", count: 5000))","op":"subscribe"}"#
    #expect(try stream.hear(long, at: now).complaints[0].count == 200)
  }

  @Test("asks one by one for the topics of a message that was refused as a whole, and complains of a single one only")
  func refusal() throws {
    var stream = stream
    let whole = try stream.hear(#"{"success":false,"ret_msg":"x","req_id":"0,1","op":"subscribe"}"#, at: now)
    #expect(
      whole.replies == [
        #"{"op":"subscribe","req_id":"0","args":["tickers.BTCUSDT"]}"#,
        #"{"op":"subscribe","req_id":"1","args":["tickers.ETHUSDT"]}"#,
      ])
    #expect(whole.complaints.isEmpty)
    let one = try stream.hear(#"{"success":false,"ret_msg":"x","req_id":"1","op":"subscribe"}"#, at: now)
    #expect(one.complaints == ["x"] && one.replies.isEmpty)
    let strange = try stream.hear(#"{"success":false,"ret_msg":"x","req_id":"7,8,-1,a","op":"subscribe"}"#, at: now)
    #expect(strange.complaints == ["x"] && strange.replies.isEmpty)
    let departure = try stream.hear(#"{"success":false,"ret_msg":"x","op":"unsubscribe"}"#, at: now)
    #expect(departure.complaints.isEmpty)
  }

  @Test(
    "says what is not as the venue documents it", arguments: ["", "pong", "[]", "{}", #"{"topic":"tickers.BTCUSDT"}"#])
  func garbage(text: String) {
    var stream = stream
    #expect(throws: DecodingFault.self) { try stream.hear(text, at: now) }
  }

  @Test("passes by what nobody asked for")
  func stranger() throws {
    var stream = stream
    #expect(try stream.hear(message("snapshot", whole, cs: 5, ts: 1000, symbol: "XRPUSDT"), at: now).events.isEmpty)
  }

  @Test("is spread over connections when its topics are more than one may have")
  func connections() {
    let many = (0..<2000).map { Instrument.perpetual("bybit-linear", "A\($0)USDT") }
    let streams = BybitMarket(.linear).streams(for: many)
    #expect(streams.count > 1)
    #expect(streams.flatMap(\.channels).compactMap(\.instrument) == many.map(\.id))
    #expect(streams.allSatisfy { $0.channels.map(\.name.utf8.count).reduce(0, +) < 21_000 })
    #expect(BybitMarket(.linear).streams(for: []).isEmpty)
  }
}

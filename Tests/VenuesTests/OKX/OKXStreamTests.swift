import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("OKX's stream")
struct OKXStreamTests {
  private let now = Timestamp(milliseconds: 1_000_000)
  private let swap = OKXValuesTests.instrument("BTC-USDT-SWAP")

  private var stream: any VenueStream {
    OKXMarket().streams(for: [
      OKXValuesTests.instrument("BTC-USDT"), swap, OKXValuesTests.instrument("BTC-USDT-261225", perpetual: false),
    ])[0]
  }

  private func message(_ channel: String, _ name: String, _ members: String) -> String {
    #"{"arg":{"channel":"\#(channel)","instId":"\#(name)"},"data":[{"instId":"\#(name)",\#(members)}]}"#
  }

  @Test("subscribes to what each instrument has: tickers, of futures marks, of perpetuals funding, and each index once")
  func greeting() {
    var stream = stream
    #expect(stream.url == "wss://ws.okx.com:8443/ws/v5/public")
    #expect(
      stream.channels.map(\.name) == [
        "tickers:BTC-USDT", "tickers:BTC-USDT-SWAP", "mark-price:BTC-USDT-SWAP", "funding-rate:BTC-USDT-SWAP",
        "tickers:BTC-USDT-261225", "mark-price:BTC-USDT-261225", "index-tickers:BTC-USDT",
      ])
    #expect(stream.channels.last?.instrument == nil, "it tells of two")
    #expect(stream.channels[1].instrument == swap.id)
    let greeting = stream.greeting(at: now)
    #expect(greeting.count == 1)
    #expect(greeting[0].hasPrefix(#"{"op":"subscribe","args":[{"channel":"tickers","instId":"BTC-USDT"},"#))
    #expect((try? JSONText(greeting[0]).root["args"]?.elements.map(\.string).count) == 7)
  }

  @Test("says its subscriptions in messages of a hundred, far from the venue's 480 an hour")
  func batches() {
    let many = (0..<60).map { OKXValuesTests.instrument("A\($0)-USDT-SWAP", (Asset("A\($0)"), "USDT")) }
    var stream = OKXMarket().streams(for: many)[0]
    #expect(stream.channels.count == 240)
    #expect(stream.greeting(at: now).count == 3)
    #expect(stream.resubscription(of: [0, 5], at: now).map { $0.prefix(12) } == [#"{"op":"unsub"#, #"{"op":"subsc"#])
    #expect(OKXMarket().streams(for: []).isEmpty)
  }

  @Test("stays alive by the text ping, whose answer is no message")
  func pong() throws {
    var stream = stream
    #expect(stream.keepAlive?.beat == .message("ping"))
    #expect((stream.keepAlive?.interval ?? .seconds(30)) < .seconds(30))
    #expect(try stream.hear("pong", at: now).events.isEmpty)
  }

  @Test("tells each channel's value at the venue's time")
  func values() throws {
    var stream = stream
    let ticker = try stream.hear(
      message("tickers", "BTC-USDT", #""last":"100","bidPx":"99","askPx":"101","ts":"500""#), at: now)
    #expect(ticker.quotes == [Quote(price: 100, bid: 99, ask: 101)])
    #expect(ticker.updates.map(\.at) == [Timestamp(milliseconds: 500)])
    #expect(ticker.heard == [0])
    let mark = try stream.hear(message("mark-price", "BTC-USDT-SWAP", #""markPx":"100.5","ts":"510""#), at: now)
    #expect(mark.updates.map(\.mark) == [100.5])
    let index = try stream.hear(message("index-tickers", "BTC-USDT", #""idxPx":"100.7","ts":"520""#), at: now)
    #expect(index.updates.map(\.index) == [100.7, 100.7])
    #expect(index.updates.map(\.instrument.symbol) == ["BTC-USDT-SWAP", "BTC-USDT-261225"])
    #expect(index.heard == [6])
    let members = #""fundingRate":"0.0001","fundingTime":"1000","nextFundingTime":"3601000","ts":"530""#
    let funding = try stream.hear(message("funding-rate", "BTC-USDT-SWAP", members), at: now)
    #expect(
      funding.updates.map(\.funding)
        == [FundingRate(rate: 0.0001, interval: .hours(1), nextStamp: Timestamp(milliseconds: 1000))])
  }

  @Test("shows the middle instead of a last trade that lies outside of bid and ask: it may be hours old")
  func oldTrade() throws {
    var stream = stream
    let members = #""last":"90","bidPx":"99","askPx":"101","ts":"500""#
    let output = try stream.hear(message("tickers", "BTC-USDT-SWAP", members), at: now)
    #expect(output.quotes == [Quote(price: 100, bid: 99, ask: 101)])
  }

  @Test("says index and funding again with the mark, for as long as the venue lets them rest and no longer")
  func renewal() throws {
    var stream = stream
    _ = try stream.hear(message("index-tickers", "BTC-USDT", #""idxPx":"100","ts":"1000""#), at: now)
    _ = try stream.hear(message("funding-rate", "BTC-USDT-SWAP", #""fundingRate":"0.1","ts":"1000""#), at: now)
    func mark(_ ts: Int) throws -> [MarketUpdate] {
      try stream.hear(message("mark-price", "BTC-USDT-SWAP", #""markPx":"101","ts":"\#(ts)""#), at: now).updates
    }
    #expect(try mark(1500).count == 1)
    let later = try mark(11_000)
    #expect(later.count == 3)
    #expect(later.compactMap(\.index) == [100])
    #expect(later.compactMap(\.funding?.rate) == [0.1])
    #expect(later.allSatisfy { $0.at == Timestamp(milliseconds: 11_000) && $0.instrument == swap.id })
    #expect(try mark(76_000).compactMap(\.index).isEmpty, "an index that is overdue is not known to hold")
    #expect(try mark(78_000).compactMap(\.funding).count == 1)
    #expect(try mark(121_000).count == 1)
  }

  @Test("never goes back to an older price", arguments: ["tickers", "mark-price", "index-tickers", "funding-rate"])
  func late(channel: String) throws {
    var stream = stream
    let name = channel == "index-tickers" ? "BTC-USDT" : "BTC-USDT-SWAP"
    func hear(_ price: Int, _ ts: Int) throws -> StreamOutput {
      let members =
        #""last":"\#(price)","markPx":"\#(price)","idxPx":"\#(price)","fundingRate":"\#(price)","ts":"\#(ts)""#
      return try stream.hear(message(channel, name, members), at: now)
    }
    #expect(try !hear(5, 2000).events.isEmpty)
    let late = try hear(4, 1999)
    #expect(late.events.isEmpty && late.heard.isEmpty)
    #expect(try hear(5, 2000).heard.count == 1, "the same again does no harm")
  }

  @Test(
    "takes what is empty or zero for unknown",
    arguments: [
      ("tickers", #""last":"","bidPx":"","askPx":"""#), ("tickers", #""last":"0""#), ("mark-price", #""markPx":"""#),
      ("mark-price", #""markPx":"-1""#), ("funding-rate", #""fundingRate":"""#),
    ])
  func unknown(channel: String, members: String) throws {
    var stream = stream
    let output = try stream.hear(message(channel, "BTC-USDT-SWAP", members + #","ts":"1""#), at: now)
    #expect(output.events.isEmpty)
    #expect(output.heard.count == 1)
  }

  @Test("passes on errors, and the venue's wish to connect anew")
  func events() throws {
    var stream = stream
    #expect(
      try stream.hear(#"{"event":"subscribe","arg":{"channel":"tickers"},"connId":"1"}"#, at: now).complaints.isEmpty)
    let error = #"{"event":"error","code":"60018","msg":"Wrong URL or channel:tickers,instId:X doesn't exist"}"#
    #expect(
      try stream.hear(error, at: now).complaints == ["60018: Wrong URL or channel:tickers,instId:X doesn't exist"])
    let notice = #"{"event":"notice","code":"64008","msg":"The connection will soon be closed for a service upgrade."}"#
    #expect(
      try stream.hear(notice, at: now).reconnectReason == "The connection will soon be closed for a service upgrade.")
  }

  @Test("says what is not as the venue documents it", arguments: ["", "{}", "[]", "pong!", #"{"data":[]}"#])
  func garbage(text: String) {
    var stream = stream
    #expect(throws: DecodingFault.self) { try stream.hear(text, at: now) }
  }

  @Test("passes by what nobody asked for")
  func stranger() throws {
    var stream = stream
    for text in [
      message("tickers", "XRP-USDT", #""last":"1","ts":"1""#), message("trades", "BTC-USDT", #""px":"1","ts":"1""#),
    ] {
      let output = try stream.hear(text, at: now)
      #expect(output.events.isEmpty && output.heard.isEmpty)
    }
  }

  @Test("reads what was recorded", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func recorded() throws {
    let payloads = VenuePayloads("okx")
    let act = try #require(try first("ws-ticker__td_okex_okexV5Messages_4.json", OKXValuesTests.instrument("ACT-USDT")))
    let expected = try #require(try payloads.json("ws-ticker__td_okex_okexV5Messages_4.expected.json")[0])
    #expect(act.quote?.bid == (try expected.needDouble("bidPrice")))
    #expect(act.quote?.ask == (try expected.needDouble("askPrice")))
    #expect(act.quote?.price == 0.00718)
    #expect(act.at == Timestamp(milliseconds: 1_639_999_318_686))
    let mark = try first(
      "ws-mark__td_okex-futures_okexFuturesV5Messages_11.json",
      OKXValuesTests.instrument("FIL-USDT-220325", ("FIL", "USDT"), perpetual: false))
    #expect(mark?.mark == 36.662)
    let index = try first(
      "ws-mark__td_okex-futures_okexFuturesV5Messages_10.json",
      OKXValuesTests.instrument("FIL-USDT-220325", ("FIL", "USDT"), perpetual: false))
    #expect(index?.index == 35.583)
    let funding = try first("ws-mark__cmp_okx_7.json", swap)
    let stamp = Timestamp(milliseconds: 1_646_323_200_000)
    #expect(funding?.funding == FundingRate(rate: 0.0001534702159002, interval: .hours(8), nextStamp: stamp))
    #expect(funding?.at == now, "a message without a time is told of when it came")
    let style = OKXValuesTests.instrument("BTC-USD_UM_XPERP-310404", ("BTC", "USD"))
    var stream = OKXMarket().streams(for: [style])[0]
    let message = try payloads.json("ws-mark__td_okex-futures_X-Perp_messages_1.json").need("message").string
    let latest = try #require(try stream.hear(message, at: now).updates.first?.funding)
    #expect(latest.rate == -0.0004270396398519 && latest.intervalHours == 8)
    #expect(latest.nextStamp == Timestamp(milliseconds: 1_785_888_000_000))
  }

  private func first(_ file: String, _ instrument: Instrument) throws -> MarketUpdate? {
    var stream = OKXMarket().streams(for: [instrument])[0]
    return try stream.hear(VenuePayloads("okx").text(file), at: now).updates.first
  }

  @Test("reads every ticker of a recorded session", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func session() throws {
    let messages = try VenuePayloads("okx").session("ws-session__cf_session_OKX_dev.session.json")
    var stream = OKXMarket().streams(for: [
      OKXValuesTests.instrument("BTC-USDT"),
      OKXValuesTests.instrument("BTC-USD-220527", ("BTC", "USD"), perpetual: false),
    ])[0]
    var output = StreamOutput()
    for message in messages where message.direction == .recv {
      try stream.receive(Array(message.text.utf8), at: now, into: &output)
    }
    #expect(output.quotes.count == 27)
    #expect(output.isPositive && output.complaints.isEmpty && output.broken.isEmpty)
  }
}

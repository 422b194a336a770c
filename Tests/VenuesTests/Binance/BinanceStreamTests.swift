import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Streams of Binance")
struct BinanceStreamTests {
  private static let book =
    #"{"stream":"btcusdt@bookTicker","data":{"e":"bookTicker","u":7,"s":"BTCUSDT","b":"33134.42","B":"0.170","a":"33139.39","A":"0.380","T":1612137603568,"E":1612137603571}}"#
  private static let mark =
    #"{"stream":"btcusdt@markPrice@1s","data":{"e":"markPriceUpdate","E":1617308820003,"s":"BTCUSDT","p":"58940.14924532","P":"58905.14663658","i":"58857.26693664","r":"0.00058455","T":1617321600000}}"#

  @Test("connect where the venue tells each sort of news: USDⓈ-M has two places")
  func addresses() {
    #expect(BinanceFixture.streams(.spot, ["BTCUSDT"]).map(\.url) == ["wss://stream.binance.com:9443/stream"])
    #expect(
      BinanceFixture.streams(.usdMargined, ["BTCUSDT"]).map(\.url) == [
        "wss://fstream.binance.com/public/stream", "wss://fstream.binance.com/market/stream",
      ])
    #expect(BinanceFixture.streams(.coinMargined, ["BTCUSD_PERP"]).map(\.url) == ["wss://dstream.binance.com/stream"])
    #expect(BinanceFixture.streams(.coinMargined, []).isEmpty)
  }

  @Test("subscribe to books and, of futures, to marks, which alone may be faulted for silence")
  func channels() {
    let spot = BinanceFixture.streams(.spot, ["BTCUSDT"]).flatMap(\.channels)
    #expect(spot.map(\.name) == ["btcusdt@bookTicker"])
    let inverse = BinanceFixture.streams(.coinMargined, ["BTCUSD_PERP"]).flatMap(\.channels)
    #expect(inverse.map(\.name) == ["btcusd_perp@bookTicker", "btcusd_perp@markPrice@1s"])
    #expect(inverse.map(\.silenceLimit) == [nil, .seconds(10)])
    #expect(inverse.allSatisfy { $0.instrument?.description == "binance-coinm:BTCUSD_PERP" })
  }

  @Test("greet with few messages, each with a number of its own, and subscribe anew by giving up first")
  func greeting() throws {
    var stream = BinanceFixture.streams(.spot, (0..<150).map { "C\($0)" })[0]
    let messages = stream.greeting(at: BinanceFixture.now)
    let read = try messages.map { try JSONText($0).root }
    #expect(read.map { $0.string("method") } == ["SUBSCRIBE", "SUBSCRIBE"])
    #expect(try read.map { try $0.integer("id") } == [1, 2])
    let names = read.flatMap { $0["params"].map { Array($0.elements) } ?? [] }.map(\.string)
    #expect(names == stream.channels.map(\.name))
    #expect(
      stream.resubscription(of: [3, 999], at: BinanceFixture.now) == [
        #"{"method":"UNSUBSCRIBE","params":["c3@bookTicker"],"id":3}"#,
        #"{"method":"SUBSCRIBE","params":["c3@bookTicker"],"id":4}"#,
      ])
  }

  @Test("go over several connections when one would hold too many")
  func connections() {
    let many = (0..<2500).map { "C\($0)" }
    let spot = BinanceFixture.streams(.spot, many)
    #expect(spot.map(\.channels.count) == [1000, 1000, 500])
    #expect(BinanceFixture.streams(.coinMargined, many).allSatisfy { $0.channels.count <= 1024 })
    #expect(Set(spot.flatMap(\.channels).map(\.name)).count == 2500)
  }

  @Test("a book's best offers are a quote of the venue's time, half-way between them")
  func quote() throws {
    var stream = BinanceFixture.streams(.usdMargined, ["BTCUSDT"])[0]
    let output = try BinanceFixture.output(&stream, [Self.book])
    let quote = try #require(Quote(price: (33134.42 + 33139.39) / 2, bid: 33134.42, ask: 33139.39))
    #expect(
      BinanceFixture.updates(output) == [
        MarketUpdate(
          instrument: InstrumentID(venue: "binance-usdm", symbol: "BTCUSDT"),
          at: Timestamp(milliseconds: 1_612_137_603_571), value: .quote(quote))
      ])
    #expect(output.heard == [0])
  }

  @Test("a coin's quote is of the moment it came, as the venue tells none")
  func spotQuote() throws {
    var stream = BinanceFixture.streams(.spot, ["BTCUSDT"])[0]
    let message =
      #"{"stream":"btcusdt@bookTicker","data":{"u":19575390521,"s":"BTCUSDT","b":"29010.90","B":"1","a":"29010.91","A":"3"}}"#
    let updates = BinanceFixture.updates(try BinanceFixture.output(&stream, [message]))
    #expect(updates.map(\.at) == [BinanceFixture.now])
    #expect(updates.flatMap(BinanceFixture.prices) == [(29010.90 + 29010.91) / 2, 29010.90, 29010.91])
  }

  @Test("a mark price brings index and funding with the instrument's interval")
  func marks() throws {
    var stream = BinanceFixture.streams(.usdMargined, ["BTCUSDT"])[1]
    let output = try BinanceFixture.output(&stream, [Self.mark])
    let funding = try #require(
      FundingRate(rate: 0.00058455, interval: .hours(8), nextStamp: Timestamp(milliseconds: 1_617_321_600_000)))
    #expect(
      BinanceFixture.updates(output).map(\.value) == [
        .mark(58940.14924532), .index(58857.26693664), .funding(funding),
      ])
    #expect(output.heard == [0])
  }

  @Test("when the next funding moves on by four hours that is the interval, not what was thought before")
  func interval() throws {
    var stream = BinanceFixture.streams(.usdMargined, ["BTCUSDT"])[1]
    func message(_ time: Int64, next: Int64) -> String {
      #"{"e":"markPriceUpdate","E":\#(time),"s":"BTCUSDT","p":"1","r":"0.0001","T":\#(next)}"#
    }
    let hour: Int64 = 3_600_000
    let output = try BinanceFixture.output(
      &stream,
      [
        message(1, next: 8 * hour), message(2, next: 12 * hour), message(3, next: 12 * hour),
        message(4, next: 40 * hour), message(5, next: 41 * hour),
        // Two stamps went by unheard: it still pays every hour.
        message(6, next: 43 * hour),
      ])
    let intervals = BinanceFixture.updates(output).compactMap { update -> Double? in
      if case .funding(let rate) = update.value { rate.intervalHours } else { nil }
    }
    #expect(intervals == [8, 4, 4, 4, 1, 1])
  }

  @Test("an interval heard from an answer counts from then on, for perpetuals of this market only")
  func learned() throws {
    var stream = BinanceFixture.streams(.usdMargined, ["BTCUSDT"])[1]
    var clock: Int64 = 1_617_308_820_003
    func hours() throws -> [Double] {
      clock += 1000
      let message = Self.mark.replacing("1617308820003", with: "\(clock)")
      return BinanceFixture.updates(try BinanceFixture.output(&stream, [message])).compactMap(\.funding?.intervalHours)
    }
    #expect(try hours() == [8])
    stream.learn(fundingInterval: .hours(1), of: InstrumentID(venue: "binance-usdm", symbol: "BTCUSDT"))
    #expect(try hours() == [1])
    for (venue, symbol) in [("binance-coinm", "BTCUSDT"), ("binance-usdm", "ETHUSDT")] {
      stream.learn(fundingInterval: .hours(4), of: InstrumentID(venue: venue, symbol: symbol))
    }
    #expect(try hours() == [1])
    let future = BinanceFixture.instrument("BTCUSDT", .usdMargined, .dated(expiry: BinanceFixture.now))
    stream = BinanceMarket(.usdMargined).streams(for: [future])[1]
    stream.learn(fundingInterval: .hours(1), of: future.id)
    #expect(try hours() == [])
  }

  @Test("an older or repeated message never brings an older price back")
  func order() throws {
    var books = BinanceFixture.streams(.usdMargined, ["BTCUSDT"])[0]
    let newer = Self.book.replacing(#""u":7"#, with: #""u":9"#).replacing("33134.42", with: "33135.00")
    let older = Self.book.replacing(#""u":7"#, with: #""u":8"#)
    let quotes = try BinanceFixture.output(&books, [Self.book, newer, older, Self.book, newer])
    #expect(BinanceFixture.updates(quotes).count == 2)
    #expect(quotes.heard == [0, 0, 0, 0, 0])
    var marks = BinanceFixture.streams(.usdMargined, ["BTCUSDT"])[1]
    let earlier = Self.mark.replacing("1617308820003", with: "1617308819003")
    #expect(BinanceFixture.updates(try BinanceFixture.output(&marks, [Self.mark, earlier, Self.mark])).count == 3)
  }

  @Test("what is told of contracts of the other futures market, or of unknown ones, is passed over")
  func otherMarket() throws {
    var stream = BinanceFixture.streams(.usdMargined, ["BTCUSDT"])[0]
    let other = Self.book.replacing(#""e":"bookTicker""#, with: #""e":"bookTicker","st":2,"ps":"BTCUSDT""#)
    let unknown = Self.book.replacing(#""BTCUSDT""#, with: #""ETHUSDT""#)
    let unsubscribed = Self.book.replacing(#""e":"bookTicker""#, with: #""e":"aggTrade""#)
    let output = try BinanceFixture.output(&stream, [other, unknown, unsubscribed])
    #expect(output.events.isEmpty && output.heard.isEmpty)
    let own = Self.book.replacing(#""e":"bookTicker""#, with: #""e":"bookTicker","st":1,"ps":"BTCUSDT""#)
    #expect(try BinanceFixture.output(&stream, [own]).events.count == 1)
  }

  @Test("a price that is zero, negative or absent is unknown")
  func unknownPrices() throws {
    var books = BinanceFixture.streams(.usdMargined, ["BTCUSDT"])[0]
    let messages = ["0.00", "-33134.42"].map { Self.book.replacing("33134.42", with: $0) }
    #expect(try BinanceFixture.output(&books, messages).events.isEmpty)
    #expect(throws: DecodingFault.self) {
      try BinanceFixture.output(&books, [Self.book.replacing("33134.42", with: "")])
    }
    var marks = BinanceFixture.streams(.usdMargined, ["BTCUSDT"])[1]
    let zero = Self.mark.replacing("58940.14924532", with: "0").replacing("58857.26693664", with: "")
    let updates = BinanceFixture.updates(try BinanceFixture.output(&marks, [zero]))
    #expect(updates.count == 1 && updates.flatMap(BinanceFixture.prices).isEmpty)
  }

  @Test("a dated future has no funding, whatever stands there")
  func dated() throws {
    let future = BinanceFixture.instrument("BTCUSDT", .usdMargined, .dated(expiry: BinanceFixture.now))
    var stream = BinanceMarket(.usdMargined).streams(for: [future])[1]
    let zero = Self.mark.replacing("0.00058455", with: "0.00000000").replacing("1617321600000", with: "0")
      .replacing("1617308820003", with: "1617308820004")
    #expect(BinanceFixture.updates(try BinanceFixture.output(&stream, [Self.mark, zero])).count == 4)
    var perpetual = BinanceFixture.streams(.usdMargined, ["BTCUSDT"])[1]
    #expect(BinanceFixture.updates(try BinanceFixture.output(&perpetual, [zero])).count == 2)
  }

  @Test("control messages: an accepted subscription is nothing, a refused one a complaint, a shutdown a reason to go")
  func control() throws {
    var stream = BinanceFixture.streams(.usdMargined, ["BTCUSDT"])[0]
    let quiet = try BinanceFixture.output(&stream, [#"{"result":null,"id":1}"#, #"{"id": 1000, "result": null}"#])
    #expect(quiet.complaints.isEmpty && quiet.events.isEmpty && quiet.reconnectReason == nil)
    let refused = try BinanceFixture.output(
      &stream,
      [
        #"{"code":2,"msg":"Invalid request: invalid stream"}"#,
        #"{"error":{"code":3,"msg":"Invalid JSON: \#(String(repeating: "x", count: 500))"},"id":1}"#,
      ])
    #expect(refused.complaints.first == "Invalid request: invalid stream (2)")
    #expect(refused.complaints.allSatisfy { $0.count < 220 })
    for notice in [
      #"{"e":"serverShutdown","E":1770123456789}"#,
      #"{"stream":"!serverShutdown","data":{"e":"serverShutdown","E":1770123456789}}"#,
    ] {
      #expect(try BinanceFixture.output(&stream, [notice]).reconnectReason != nil)
    }
  }

  @Test(
    "every quote of the recorded sessions is read, in order, and no other message disturbs",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence),
    arguments: [
      (BinanceSegment.spot, "BINANCE"), (.usdMargined, "BINANCE_FUTURES"), (.coinMargined, "BINANCE_DELIVERY"),
    ])
  func sessions(segment: BinanceSegment, name: String) throws {
    let session = try VenuePayloads(segment.rawValue).session("ws-session__cf_session_\(name)_dev.session.json")
    let messages = session.filter { $0.direction == .recv }.map(\.text)
    let books = try messages.map { try JSONText($0).root }.filter {
      $0.string("stream")?.hasSuffix("@bookTicker") == true
    }
    let symbols = Set(books.compactMap { $0["data"]?.string("s") })
    var stream = BinanceFixture.streams(segment, symbols.sorted())[0]
    let output = try BinanceFixture.output(&stream, messages)
    let expected = try books.map { try $0["data"]?.double("b") }
    let quotes = BinanceFixture.updates(output).compactMap { update -> Double? in
      if case .quote(let quote) = update.value { quote.bid } else { nil }
    }
    #expect(quotes == expected && !quotes.isEmpty)
    #expect(output.heard.count == books.count)
    #expect(output.complaints.isEmpty && output.broken.isEmpty)
  }

  @Test(
    "recorded messages mean what another project read in them",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence), arguments: BinanceFixture.segments)
  func expected(segment: BinanceSegment) throws {
    for entry in VenuePayloads(segment.rawValue).entries() where entry.expected != nil {
      let message = try entry.json()
      let symbol = (message["data"] ?? message).string("s") ?? "NONE"
      var stream = BinanceFixture.streams(segment, [symbol])[0]
      let updates = BinanceFixture.updates(try BinanceFixture.output(&stream, [entry.text()]))
      let expected = try #require(try entry.expectedJSON()).elements.filter { $0.string("type") == "book_ticker" }
      #expect(updates.count == expected.count, "\(entry.testDescription)")
      for (update, reading) in zip(updates, expected) {
        let bid = try reading.needDouble("bidPrice")
        let ask = try reading.needDouble("askPrice")
        #expect(update.value == Quote(price: (bid + ask) / 2, bid: bid, ask: ask).map { .quote($0) })
        let millisecond = reading.string("timestamp").flatMap { Timestamp(iso8601: $0) }
        #expect(update.at == millisecond && update.instrument.symbol == reading.string("symbol"))
      }
    }
  }

  @Test(
    "every recorded mark price is read, with the funding it has",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence),
    arguments: [BinanceSegment.usdMargined, .coinMargined])
  func recordedMarks(segment: BinanceSegment) throws {
    for entry in VenuePayloads(segment.rawValue).entries(of: "ws-mark") {
      let message = try entry.json()
      let data = message["data"] ?? message
      let events = (data.isArray ? Array(data.elements) : [data]).filter { $0.string("e") == "markPriceUpdate" }
      guard var stream = BinanceFixture.streams(segment, events.compactMap { $0.string("s") }).last else { continue }
      let updates = BinanceFixture.updates(try BinanceFixture.output(&stream, [entry.text()]))
      let indices = events.filter { $0["i"] != nil }.count
      let fundings = try events.filter { try $0["r"] != nil && $0.integer("T") ?? 0 > 0 }.count
      #expect(updates.count == events.count + indices + fundings, "\(entry.testDescription)")
    }
  }
}

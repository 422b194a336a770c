import FoundationEssentials
import HedgeModel
import Testing

@testable import MarketData

@Suite struct ProcessLineDecoderTests {
  static let now = Timestamp(milliseconds: 1_621_425_600_000)
  static let bitcoin = InstrumentID(venue: "mine", symbol: "BTC")
  static let perpetual = InstrumentID(venue: "mine", symbol: "BTC-PERP")

  private func message(_ line: String) -> ProcessMessage { message(Array(line.utf8)) }

  private func message(_ line: [UInt8]) -> ProcessMessage {
    ProcessLineDecoder(venue: "mine", wanted: [Self.bitcoin, Self.perpetual]).message(line, arrival: Self.now)
  }

  private static func update(_ id: InstrumentID, _ value: MarketUpdate.Value?, at: Timestamp = now) -> ProcessMessage? {
    value.map { .event(.update(MarketUpdate(instrument: id, at: at, value: $0))) }
  }

  static let understood: [(String, ProcessMessage?)] = [
    (
      #"{"type":"quote","instrument":"BTC","price":65000.5,"bid":65000,"ask":"65001","time":"2021-05-19T11:59:59Z"}"#,
      update(
        bitcoin, Quote(price: 65000.5, bid: 65000, ask: 65001).map { .quote($0) },
        at: Timestamp(milliseconds: now.milliseconds - 1000))
    ),
    (
      #"{"type":"quote","instrument":"BTC","price":6.27e-08,"time":1621425599000,"unknown":{"a":[1]}}"#,
      update(bitcoin, Quote(price: 6.27e-08).map { .quote($0) }, at: Timestamp(milliseconds: 1_621_425_599_000))
    ),
    (#" {"price":"65010.2","instrument":"BTC-PERP","type":"mark"} "#, update(perpetual, .mark(65010.2))),
    (#"{"type":"index","instrument":"BTC-PERP","price":1}"#, update(perpetual, .index(1))),
    (
      #"{"type":"funding","instrument":"BTC-PERP","rate":-0.0001,"interval_hours":8,"next":"2021-05-19T16:00:00Z"}"#,
      update(
        perpetual,
        FundingRate(rate: -0.0001, interval: .hours(8), nextStamp: Timestamp(milliseconds: 1_621_440_000_000))
          .map { .funding($0) })
    ),
    (
      #"{"type":"funding_stamp","instrument":"BTC-PERP","rate":"6.27e-08","time":1621411200000,"mark":64000}"#,
      .event(
        .fundingStamp(
          perpetual,
          FundingStamp(time: Timestamp(milliseconds: 1_621_411_200_000), rate: 6.27e-08, markPrice: 64000)))
    ),
    (
      #"{"type":"bar","instrument":"BTC","interval":"day","close_time":"2021-05-19","price":null}"#,
      .event(.bar(bitcoin, .day, Bar(close: Timestamp(milliseconds: 1_621_382_400_000), price: nil)))
    ),
    (
      #"{"type":"depth","instrument":"BTC-PERP","bids":[["64999.9",3],[65000,"1.2"]],"asks":[],"time":1621425599000}"#,
      update(
        perpetual,
        OrderBook(
          bids: [
            OrderBook.Level(price: 65000, quantity: Decimal(12) / 10),
            OrderBook.Level(price: Decimal(649_999) / 10, quantity: 3),
          ], asks: []
        ).map { .book($0) }, at: Timestamp(milliseconds: 1_621_425_599_000))
    ),
    (#"{"type":"quote","instrument":"ETH","price":1}"#, .unwanted),
    (#"{"type":"status","state":"connected"}"#, .status(.connected)),
    (#"{"type":"status","state":"ended"}"#, .status(.ended)),
    (
      #"{"type":"status","state":"failed","message":"no \u001b[31mroute"}"#,
      .status(.failed(message: "no  [31mroute".replacing("  ", with: " "), retryAt: nil))
    ),
    (
      #"{"type":"instrument","instrument":"ETH-PERP","kind":"perpetual","underlying":"ETH","quote":"USDT","#
        + #""tick":0.01,"lot":"0.001","interval_hours":4,"minimum_notional":5}"#,
      .instrument(
        Instrument(
          id: InstrumentID(venue: "mine", symbol: "ETH-PERP"), kind: .perpetual(fundingInterval: .hours(4)),
          underlying: "ETH", quote: "USDT", settlement: "USDT",
          tickSize: Decimal(sign: .plus, exponent: -2, significand: 1),
          lotStep: Decimal(sign: .plus, exponent: -3, significand: 1), minimumNotional: 5))
    ),
    (
      #"{"type":"instrument","instrument":"BTC-DEC","kind":"dated","convention":"inverse","underlying":"BTC","#
        + #""quote":"USD","settlement":"BTC","multiplier":100,"tick":"0.1","lot":1,"expiry":"2021-12-31T08:00:00Z"}"#,
      .instrument(
        Instrument(
          id: InstrumentID(venue: "mine", symbol: "BTC-DEC"),
          kind: .dated(expiry: Timestamp(milliseconds: 1_640_937_600_000)), convention: .inverse, underlying: "BTC",
          quote: "USD", settlement: "BTC", multiplier: 100,
          tickSize: Decimal(sign: .plus, exponent: -1, significand: 1), lotStep: 1))
    ),
  ]

  @Test("a line means what the schema says", arguments: understood.indices)
  func understands(index: Int) {
    let (line, expected) = Self.understood[index]
    #expect(message(line) == expected, "\(line)")
  }

  static let refused: [(String, String)] = [
    ("", "not a JSON object"),
    ("garbage", "not a JSON object"),
    ("[1,2]", "not a JSON object"),
    ("{}", "the field type is missing"),
    (#"{"type":5}"#, "the field type is not what it must be"),
    (#"{"type":"quote"}"#, "instrument is missing or not a name"),
    (#"{"type":"quote","instrument":"B\u0007C","price":1}"#, "instrument is missing or not a name"),
    (#"{"type":"quote","instrument":"BTC"}"#, "price must be a positive number"),
    (#"{"type":"quote","instrument":"BTC","price":0}"#, "price must be a positive number"),
    (#"{"type":"quote","instrument":"BTC","price":-1}"#, "price must be a positive number"),
    (#"{"type":"quote","instrument":"BTC","price":"nan"}"#, "the field price is not what it must be"),
    (#"{"type":"quote","instrument":"BTC","price":"12 USD"}"#, "the field price is not what it must be"),
    (#"{"type":"quote","instrument":"BTC","price":true}"#, "the field price is not what it must be"),
    (#"{"type":"quote","instrument":"BTC","price":1,"bid":0}"#, "bid and ask must be positive"),
    (#"{"type":"quote","instrument":"BTC","price":1,"time":"noon"}"#, "the field time is not what it must be"),
    (#"{"type":"quote","instrument":"BTC","price":1,"time":1e300}"#, "the field time is not what it must be"),
    (#"{"type":"quote","instrument":"BTC","price":1,"time":1621425661000}"#, "time lies in the future"),
    (#"{"type":"trade","instrument":"BTC","price":1}"#, "type is none that is known"),
    (#"{"type":"funding","instrument":"BTC","rate":1.5,"interval_hours":8}"#, "rate must be a fraction"),
    (#"{"type":"funding","instrument":"BTC","rate":0.1}"#, "interval_hours must be a positive number of hours"),
    (
      #"{"type":"funding","instrument":"BTC","rate":0.1,"interval_hours":1e300}"#,
      "interval_hours must be a positive number of hours"
    ),
    (#"{"type":"funding","instrument":"BTC","rate":0.1,"interval_hours":1e-9}"#, "interval_hours must be positive"),
    (#"{"type":"bar","instrument":"BTC","interval":"week"}"#, "interval must be hour or day"),
    (#"{"type":"bar","instrument":"BTC","interval":"day"}"#, "close_time is missing or lies in the future"),
    (
      #"{"type":"bar","instrument":"BTC","interval":"day","close_time":"2031-05-19","price":1}"#,
      "close_time is missing or lies in the future"
    ),
    (#"{"type":"depth","instrument":"BTC","bids":[[1,2]]}"#, "asks must be a list of [price, quantity]"),
    (#"{"type":"depth","instrument":"BTC","asks":[[1,2]]}"#, "bids must be a list of [price, quantity]"),
    (#"{"type":"depth","instrument":"BTC","bids":[[1]],"asks":[]}"#, "bids must be a list of [price, quantity]"),
    (#"{"type":"depth","instrument":"BTC","bids":[[1,2,3]],"asks":[]}"#, "bids must be a list of [price, quantity]"),
    (#"{"type":"depth","instrument":"BTC","bids":[[1,0]],"asks":[]}"#, "an order book needs positive prices"),
    (#"{"type":"depth","instrument":"BTC","bids":[[-1,1]],"asks":[]}"#, "an order book needs positive prices"),
    (#"{"type":"depth","instrument":"BTC","bids":[[1,1],["1.0",2]],"asks":[]}"#, "an order book needs positive prices"),
    (#"{"type":"depth","instrument":"BTC","bids":[[2,1]],"asks":[[2,1]]}"#, "an order book needs positive prices"),
    (#"{"type":"depth","instrument":"BTC","bids":[["x",1]],"asks":[]}"#, "the field "),
    (#"{"type":"depth","instrument":"BTC","bids":{"1":2},"asks":[]}"#, "the field bids is not what it must be"),
    (#"{"type":"status","state":"odd"}"#, "state must be connecting, connected, failed or ended"),
    (#"{"type":"instrument","instrument":"X","kind":"option","quote":"USD"}"#, "kind must be spot, perpetual or dated"),
    (
      #"{"type":"instrument","instrument":"X","kind":"spot","quote":"USD","underlying":"X","tick":0,"lot":1}"#,
      "tick must be a positive number"
    ),
  ]

  @Test("a line that breaks the schema is a warning that names the fault", arguments: refused)
  func refuses(line: String, reason: String) {
    guard case .warning(let text) = message(line) else {
      Issue.record("\(message(line)) for \(line)")
      return
    }
    #expect(text.hasPrefix(reason), "\(text)")
    #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }

  @Test("NUL bytes, broken UTF-8 and deep nesting are warnings")
  func bytes() {
    let valid = Array(#"{"type":"mark","instrument":"BTC","price":1}"#.utf8)
    for bytes in [valid + [0], [0xFF, 0xFE] + valid, [0xEF, 0xBB] + valid, Array(repeating: 0x5B, count: 100_000)] {
      guard case .warning = message(bytes) else {
        Issue.record("\(message(bytes))")
        continue
      }
    }
  }

  @Test("100,000 damaged lines: each is understood or a warning, none a crash, no text moves the cursor")
  func fuzz() {
    let decoder = ProcessLineDecoder(venue: "mine", wanted: [Self.bitcoin, Self.perpetual])
    let seeds = Self.understood.map { Array($0.0.utf8) }
    var random = SplitMix64(seed: 2021)
    var counts = (understood: 0, warnings: 0)
    for _ in 0..<100_000 {
      let line = Self.damaged(seeds.randomElement(using: &random) ?? [], &random)
      switch decoder.message(line, arrival: Self.now) {
      case .warning(let text):
        counts.warnings += 1
        if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { Issue.record("control character: \(line)") }
      default: counts.understood += 1
      }
    }
    #expect(counts.understood > 1000 && counts.warnings > 10_000)
  }

  /// One to four bytes changed, removed, repeated or replaced by something that hurts parsers.
  private static func damaged(_ line: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    let nasty = ["\u{0}", "\u{1B}[2J", "\"", "\\u0000", "1e999", "-", "null", "{", "]", "\\ud800", "\u{FEFF}", "NaN"]
    var result = line
    for _ in 0..<Int.random(in: 1...4, using: &random) where !result.isEmpty {
      let place = Int.random(in: 0..<result.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: result[place] = UInt8.random(in: 0...255, using: &random)
      case 1: result.remove(at: place)
      case 2: result.insert(contentsOf: (nasty.randomElement(using: &random) ?? "").utf8, at: place)
      case 3: result.insert(contentsOf: result.prefix(place), at: place)
      default: result.removeLast(result.count - place)
      }
    }
    return result
  }
}

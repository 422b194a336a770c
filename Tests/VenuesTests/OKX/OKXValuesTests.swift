import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("OKX's answers to questions of the present")
struct OKXValuesTests {
  private let now = Timestamp(milliseconds: 1_700_000_000_000)
  private let market = OKXMarket()

  /// A future or coin of `pair`.
  static func instrument(_ symbol: String, _ pair: (Asset, Asset) = ("BTC", "USDT"), perpetual: Bool = true)
    -> Instrument
  {
    let isSpot = symbol.split(separator: "-").count == 2
    let dated = Instrument.Kind.dated(expiry: Timestamp(milliseconds: 0))
    return Instrument(
      id: InstrumentID(venue: "okx", symbol: symbol),
      kind: isSpot ? .spot : perpetual ? .perpetual(fundingInterval: .hours(8)) : dated, underlying: pair.0,
      quote: pair.1, settlement: pair.1, multiplier: isSpot ? 1 : Decimal(string: "0.01")!, tickSize: 1, lotStep: 1)
  }

  private func data(_ rows: String...) -> String { #"{"code":"0","msg":"","data":[\#(rows.joined(separator: ","))]}"# }

  @Test("of one perpetual are four questions by its name")
  func perpetual() async throws {
    let client = CannedClient(
      now: now,
      answers: [
        ("/api/v5/market/ticker", data(#"{"instId":"BTC-USDT-SWAP","last":"100","bidPx":"99","askPx":"","ts":"5"}"#)),
        ("/api/v5/public/mark-price", data(#"{"instId":"BTC-USDT-SWAP","markPx":"100.5","ts":"6"}"#)),
        ("/api/v5/market/index-tickers", data(#"{"instId":"BTC-USDT","idxPx":"100.7","ts":"7"}"#)),
        (
          "/api/v5/public/funding-rate",
          data(
            #"{"instId":"BTC-USDT-SWAP","fundingRate":"-0.0003","fundingTime":"1000","nextFundingTime":"14401000"}"#)
        ),
      ])
    let updates = try await market.values(of: [Self.instrument("BTC-USDT-SWAP")], client)
    #expect(updates.compactMap(\.quote) == [Quote(price: 100, bid: 99, ask: nil)])
    #expect(updates.compactMap(\.mark) == [100.5])
    #expect(updates.compactMap(\.index) == [100.7])
    let stamp = Timestamp(milliseconds: 1000)
    #expect(updates.compactMap(\.funding) == [FundingRate(rate: -0.0003, interval: .hours(4), nextStamp: stamp)])
    #expect(updates.map(\.at.milliseconds) == [5, 6, 7, now.milliseconds])
    #expect(
      client.targets == [
        "/api/v5/market/ticker?instId=BTC-USDT-SWAP",
        "/api/v5/public/mark-price?instType=SWAP&instId=BTC-USDT-SWAP",
        "/api/v5/market/index-tickers?instId=BTC-USDT", "/api/v5/public/funding-rate?instId=BTC-USDT-SWAP",
      ])
  }

  @Test("of many are one question a list, one a currency of indexes, and one for all funding")
  func many() async throws {
    let empty = data()
    let paths = OKXEndpoints.all.map { ($0.path, empty) }
    let client = CannedClient(now: now, answers: paths)
    let instruments = [
      Self.instrument("BTC-USDT-SWAP"), Self.instrument("ETH-USDT-SWAP", ("ETH", "USDT")),
      Self.instrument("BTC-USD-SWAP", ("BTC", "USD")), Self.instrument("BTC-USDT"), Self.instrument("ETH-USDT"),
      Self.instrument("BTC-USD_UM_XPERP-310404", ("BTC", "USD")),
    ]
    #expect(try await market.values(of: instruments, client).isEmpty)
    #expect(
      Set(client.targets) == [
        "/api/v5/market/tickers?instType=SWAP", "/api/v5/market/tickers?instType=SPOT",
        "/api/v5/public/mark-price?instType=SWAP", "/api/v5/market/index-tickers?quoteCcy=USDT",
        "/api/v5/market/index-tickers?instId=BTC-USD", "/api/v5/public/funding-rate?instId=ANY",
        "/api/v5/market/ticker?instId=BTC-USD_UM_XPERP-310404",
        "/api/v5/public/mark-price?instType=FUTURES&instId=BTC-USD_UM_XPERP-310404",
        "/api/v5/public/funding-rate?instId=BTC-USD_UM_XPERP-310404",
      ])
  }

  @Test("of a dated future tell no funding")
  func dated() async throws {
    let client = CannedClient(now: now, answers: OKXEndpoints.all.map { ($0.path, data()) })
    _ = try await market.values(of: [Self.instrument("BTC-USDT-261225", perpetual: false)], client)
    #expect(!client.targets.contains { $0.contains("funding") })
    #expect(client.targets.contains("/api/v5/public/mark-price?instType=FUTURES&instId=BTC-USDT-261225"))
  }

  @Test(
    "take what is absent, empty or zero for unknown",
    arguments: [
      ("", nil), (#","last":"","bidPx":"","askPx":"""#, nil), (#","last":"0""#, nil), (#","last":"-3""#, nil),
      (#","last":"","bidPx":"9","askPx":"11""#, 10.0), (#","last":"7","bidPx":"0","askPx":"""#, 7),
      (#","last":"7","bidPx":"9","askPx":"11""#, 10), (#","last":"9.5","bidPx":"9","askPx":"11""#, 9.5),
    ])
  func unknown(members: String, price: Double?) async throws {
    let client = CannedClient(
      now: now, answers: [("/api/v5/market/ticker", data(#"{"instId":"BTC-USDT"\#(members)}"#))])
    let updates = try await market.values(of: [Self.instrument("BTC-USDT")], client)
    #expect(updates.compactMap(\.quote?.price) == (price.map { [$0] } ?? []))
  }

  @Test(
    "tell the interval of funding by two of its stamps, and else take the instrument's",
    arguments: [
      (#","fundingTime":"10000","nextFundingTime":"3610000""#, 1.0),
      (#","fundingTime":"3610000","prevFundingTime":"10000""#, 1),
      (#","fundingTime":"1646323200000""#, 8), ("", 8), (#","fundingTime":"5","nextFundingTime":"""#, 8),
      (#","fundingTime":"5","nextFundingTime":"0","prevFundingTime":"0""#, 8),
    ])
  func interval(members: String, hours: Double) throws {
    let row = try JSONText(#"{"fundingRate":"0.0001"\#(members)}"#).root
    let rate = try OKXFunding(row).rate(of: .perpetual(fundingInterval: .hours(8)))
    #expect(rate?.intervalHours == hours)
    #expect(try OKXFunding(row).rate(of: .spot) == nil)
  }

  @Test("give a book of both sides", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func book() async throws {
    let text = try VenuePayloads("okx").text("depth__okd_books.json")
    let client = CannedClient(now: now, answers: [("/api/v5/market/books", text)])
    let book = try await market.book(of: Self.instrument("BTC-USDT"), client)
    #expect(book.bids == [.init(price: Decimal(string: "41006.3")!, quantity: Decimal(string: "0.30178218")!)])
    #expect(book.asks.map(\.price) == [Decimal(string: "41006.8")])
    #expect(client.targets == ["/api/v5/market/books?instId=BTC-USDT&sz=50"])
  }

  @Test("that the venue documents", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func recorded() async throws {
    let payloads = VenuePayloads("okx")
    let client = CannedClient(
      now: now,
      answers: [
        ("/api/v5/market/tickers", try payloads.text("ticker-24h__jk_GetTickers.json")),
        ("/api/v5/public/mark-price", try payloads.text("mark-index-funding__jk_GetMarkPrices.json")),
        ("/api/v5/public/funding-rate", try payloads.text("mark-index-funding__okd_funding-rate.json")),
        ("/api/v5/market/index-tickers", data()),
        ("/api/v5/public/time", try payloads.text("server-time__jk_GetServerTime.json")),
      ])
    let instruments = [
      Self.instrument("BTC-USDT-SWAP"), Self.instrument("LTC-USD-SWAP", ("LTC", "USD")),
      Self.instrument("BTC-USD-SWAP", ("BTC", "USD")),
    ]
    let updates = try await market.values(of: instruments, client)
    #expect(
      updates.compactMap(\.quote) == Array(repeating: Quote(price: 9999.99, bid: 8888.88, ask: 9999.99), count: 2))
    #expect(updates.compactMap(\.mark) == [200])
    let funding = try #require(updates.compactMap(\.funding).first)
    #expect(funding.rate == 0.0000182221218054)
    #expect(funding.intervalHours == 8)
    #expect(funding.nextStamp == Timestamp(milliseconds: 1_743_609_600_000))
    #expect(try await market.serverTime(client) == Timestamp(milliseconds: 1_597_026_383_085))
  }
}

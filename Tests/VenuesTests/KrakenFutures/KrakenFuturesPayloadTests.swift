import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Kraken Futures' real messages", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
struct KrakenFuturesPayloadTests {
  private let payloads = VenuePayloads("kraken-futures")
  private let market = KrakenFuturesMarket()
  private let now = Timestamp(milliseconds: 1_680_307_199_000)

  @Test(
    "recorded specifications are listed, and have tiers",
    arguments: VenuePayloads("kraken-futures").entries(of: "contract-specs"))
  func specifications(entry: VenuePayloads.Entry) throws {
    let answer = try entry.json()
    let rows = Array(try answer.need("instruments").elements)
    let listed = rows.compactMap(market.instrument)
    #expect(listed.count == rows.count { (try? $0.flag("tradeable")) == true })
    #expect(listed.contains { $0.id.symbol == "PI_XBTUSD" && $0.underlying == "BTC" && $0.paysFunding })
    #expect(listed.allSatisfy { $0.quote == "USD" && $0.multiplier == 1 })
    #expect(listed.allSatisfy { ($0.convention == .inverse) == !$0.id.symbol.hasPrefix("PF_") })
    let marks = Dictionary(uniqueKeysWithValues: listed.map { ($0.id, Decimal(100)) })
    let tiers = try market.tiers(answer, of: listed, marks: marks, source: "test")
    #expect(tiers[InstrumentID(venue: "kraken-futures", symbol: "PI_XBTUSD")]?.tiers.count ?? 0 > 3)
  }

  @Test(
    "tickers give what another project read in them",
    arguments: VenuePayloads("kraken-futures").entries(of: "ws-mark").filter { $0.expected != nil })
  func tickers(entry: VenuePayloads.Entry) throws {
    let expected = try #require(try entry.expectedJSON())
    let derivative = try #require(expected[0])
    let book = try #require(expected[1])
    let name = try derivative.needString("symbol")
    var stream = KrakenFuturesStream(url: "", instruments: [.perpetual("kraken-futures", name, .inverse)])
    let output = try stream.hear(entry.text(), at: now)
    #expect(output.updates.compactMap(\.mark) == [try derivative.double("markPrice")])
    #expect(output.updates.compactMap(\.index) == [try derivative.double("indexPrice")])
    #expect(output.quotes.map(\.bid) == [try book.double("bidPrice")])
    #expect(output.quotes.map(\.ask) == [try book.double("askPrice")])
    let stamp = try derivative.needInstant("timestamp")
    #expect(output.updates.allSatisfy { $0.at == stamp })
    let funding = try #require(output.updates.compactMap(\.funding).first)
    #expect(funding.nextStamp == (try derivative.needInstant("fundingTimestamp")))
    #expect(try funding.rate == entry.json().needDouble("relative_funding_rate"))
  }

  @Test("a dated future has no funding")
  func dated() throws {
    let text = try payloads.text("ws-mark__td_cryptofacilities_messages_11.json")
    let future = Instrument(
      id: InstrumentID(venue: "kraken-futures", symbol: "FI_ETHUSD_190426"), kind: .dated(expiry: now),
      convention: .inverse, underlying: "ETH", quote: "USD", settlement: "ETH", tickSize: 1, lotStep: 1)
    var stream = KrakenFuturesStream(url: "", instruments: [future])
    let output = try stream.hear(text, at: now)
    #expect(output.updates.compactMap(\.funding).isEmpty)
    #expect(output.quotes == [Quote(price: 141.45, bid: 141.4, ask: 141.5)])
    #expect(output.updates.compactMap(\.mark) == [141.45])
  }

  @Test("a rate over HTTP comes close to the relative one recorded beside it in a stream")
  func relativeRate() throws {
    for entry in payloads.entries(of: "ws-mark") {
      let root = try entry.json()
      guard let absolute = try root.double("funding_rate"), let told = try root.double("relative_funding_rate") else {
        continue
      }
      let computed = KrakenFuturesMarket.relative(absolute, price: try root.needDouble("index"), .inverse)
      #expect(abs(computed - told) < abs(told) * 0.005)
    }
  }

  @Test("recorded tickers over HTTP decode")
  func allTickers() throws {
    let instruments = ["PI_XBTUSD", "FI_XBTUSD_211231"].map {
      Instrument.perpetual("kraken-futures", $0, .inverse)
    }
    let answer = try payloads.json("mark-index-funding__jkj_GetTickersAsync.json")
    let updates = try market.values(answer, of: instruments, at: now)
    #expect(updates.compactMap(\.mark) == [30209.9, 20478.5])
    #expect(updates.compactMap(\.quote).map(\.bid) == [8634, 28002])
    #expect(updates.allSatisfy { $0.at == Timestamp(iso8601: "2022-06-17T11:00:31.335Z") })
  }

  @Test("recorded positions, balances, funding, bars and books decode")
  func others() throws {
    let decoder = KrakenFuturesAccountDecoder(venue: "kraken-futures")
    let balances = try payloads.json("account-balance__jkj_GetBalancesAsync.json")
    for entry in payloads.entries(of: "account-positions") {
      let snapshot = try decoder.snapshot(balances, positions: entry.json(), at: now)
      #expect(snapshot.positions.map(\.contracts) == [-10000, 20000, 1])
      #expect(snapshot.spotBalances["BTC"] == Decimal(exactly: "141.31756797"))
      #expect(snapshot.balances["USD"] == 5000)
      #expect(snapshot.margin.equity == 34122.66)
    }
    let stamps = try KrakenFuturesMarket.stamps(payloads.json("funding-history__jk_GetHistoricalFundingRates.json"))
    #expect(stamps.map(\.rate) == [-0.000016898883333333, -5.40935416667e-7, -0.000008521190625])
    let bars = try KrakenFuturesMarket.bars(payloads.json("klines__jkj_GetKlinesAsync.json"), .hour)
    #expect(bars.map(\.price) == [56250])
    #expect(try KrakenFuturesMarket.book(payloads.json("depth__jkj_GetOrderBookAsync.json")).bids.count == 3)
    let log = Array(try payloads.json("income__jk_GetAccountLog.json").need("logs").elements)
    #expect(try decoder.payments(log).isEmpty)
  }

  @Test("a recorded session of other feeds is understood without a complaint")
  func session() throws {
    var stream = KrakenFuturesStream(url: "", instruments: [.perpetual("kraken-futures", "PI_XRPUSD")])
    for message in try payloads.session("ws-session__cf_session_KRAKEN_FUTURES_dev.session.json")
    where message.direction == .recv {
      #expect(try stream.hear(message.text, at: now).complaints.isEmpty)
    }
  }

  @Test("the recorded refusal is one of the key")
  func refusal() throws {
    let response = HTTPResponse(status: 200, body: try payloads.bytes("error__err_200_16.json"))
    #expect(market.fault(in: response, body: try JSONText(response.body).root) == .keyRefused("authenticationError"))
  }
}

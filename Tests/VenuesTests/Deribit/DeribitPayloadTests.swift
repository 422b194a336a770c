import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Deribit's real messages", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
struct DeribitPayloadTests {
  private let payloads = VenuePayloads("deribit")
  private let market = DeribitSamples.market
  private let now = DeribitSamples.now

  @Test(
    "recorded specifications are listed: inverse of dollars, linear of USDC",
    arguments: VenuePayloads("deribit").entries(of: "contract-specs"))
  func specifications(entry: VenuePayloads.Entry) throws {
    let answer = try entry.json()
    let rows = answer["result"].map { Array($0.elements) } ?? [answer]
    let listed = rows.compactMap(market.instrument)
    #expect(listed.count == rows.count { $0["kind"]?.equals("future") == true })
    #expect(!listed.isEmpty)
    #expect(listed.allSatisfy { $0.convention == ($0.quote == "USD" ? .inverse : .linear) })
    #expect(listed.allSatisfy { $0.settlement == ($0.convention == .inverse ? $0.underlying : $0.quote) })
  }

  @Test("recorded tickers decode, over HTTP", arguments: VenuePayloads("deribit").entries(of: "mark-index-funding"))
  func tickers(entry: VenuePayloads.Entry) throws {
    let answer = try entry.json()
    let result = answer["result"] ?? answer
    for data in result.isArray ? [] : [result] {
      let ticker = try DeribitTicker(data, isPerpetual: true)
      #expect(ticker.mark ?? 1 > 0)
      #expect(ticker.at.milliseconds > 0)
    }
  }

  @Test("a recorded ticker gives the prices and rate it had")
  func golden() throws {
    let result = try payloads.json("mark-index-funding__cmp_deribit_20.json").need("result")
    let ticker = try DeribitTicker(result, isPerpetual: true)
    #expect(ticker.quote == Quote(price: 30434.75, bid: 30434.5, ask: 30435))
    #expect(ticker.mark == 30436.94)
    #expect(ticker.index == 30418.45)
    #expect(ticker.funding?.rate == 0.00010785)
    let book = try DeribitMarket.book(result)
    #expect(book.bids.map(\.quantity) == [600, 15000, 15010])
  }

  @Test(
    "recorded messages of the stream give no price that is not positive",
    arguments: VenuePayloads("deribit").entries(of: "ws-mark"))
  func stream(entry: VenuePayloads.Entry) throws {
    let root = try entry.json()
    let data = try root.need("params").need("data")
    let name = try data.needString("instrument_name")
    var stream = DeribitStream(url: "", instruments: [.perpetual("deribit", name, .inverse)])
    let output = try stream.hear(entry.text(), at: now)
    #expect(output.heard == [0])
    #expect(output.isPositive)
    #expect(output.updates.allSatisfy { (try? data.milliseconds("timestamp")) == $0.at })
    #expect(output.updates.compactMap(\.index).count == 1)
  }

  @Test("a recorded session is understood without a complaint once subscribed to the same")
  func session() throws {
    let messages = try payloads.session("ws-session__cf_session_DERIBIT_dev.session.json")
    var stream = DeribitStream(url: "", instruments: [.perpetual("deribit", "ETH-30JUL21-2800-C")])
    var values = 0
    for message in messages where message.direction == .recv {
      let output = try stream.hear(message.text, at: now)
      #expect(output.complaints.isEmpty)
      values += output.updates.count
    }
    #expect(values > 0)
  }

  @Test("a recorded chart gives an hour by its end")
  func chart() throws {
    let hours = try DeribitMarket.hours(payloads.json("klines__ccxt_fetchOHLCV.json").need("result"))
    #expect(hours == [Bar(close: Timestamp(milliseconds: 1_710_327_600_000 + 3_600_000), price: 73448.39)])
  }

  @Test("recorded positions keep their size and side")
  func positions() throws {
    let list = try payloads.json("account-positions__tr_positions_eth.json").need("positions")
    let summaries = try JSONText(#"[{"currency":"ETH","balance":1,"equity":1}]"#).root
    let snapshot = try DeribitAccountDecoder(venue: "deribit", instruments: [:]).snapshot(
      summaries, positions: list, at: now)
    #expect(snapshot.positions.map(\.contracts) == [-120])
    #expect(snapshot.balances["ETH"] == Decimal(exactly: "1.000957063"))
    let trades = try payloads.json("account-positions__gct_deribit_30.json").need("params").need("data")
    let other = try DeribitAccountDecoder(venue: "deribit", instruments: [:])
      .snapshot(JSONText("[]").root, positions: trades.need("positions"), at: now)
    #expect(other.positions.map(\.contracts) == [185160])
  }

  @Test("the recorded refusal is a limit")
  func refusal() throws {
    let response = HTTPResponse(status: 400, body: try payloads.bytes("error__err_400_14.json"))
    #expect(market.fault(in: response, body: try JSONText(response.body).root) == .limited(retryAfter: nil))
  }
}

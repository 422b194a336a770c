import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Hyperliquid's real messages", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
struct HyperliquidPayloadTests {
  private let payloads = VenuePayloads("hyperliquid")
  private let market = HyperliquidSamples.market
  private let now = HyperliquidSamples.now

  @Test("books decode", arguments: VenuePayloads("hyperliquid").entries(of: "depth"))
  func books(entry: VenuePayloads.Entry) throws {
    let book = try HyperliquidMarket.book(entry.json())
    #expect(book.bids.count == 20)
    #expect(book.asks.count == 20)
  }

  @Test("a recorded book has the prices it had")
  func book() throws {
    let book = try HyperliquidMarket.book(payloads.json("depth__hl_l2Book_get_l2_snapshot_1.json"))
    #expect(
      book.bids.first
        == OrderBook.Level(price: Decimal(exactly: "2.111") ?? 0, quantity: Decimal(exactly: "134.4") ?? 0))
    #expect(book.asks.first?.price == Decimal(exactly: "2.1124"))
  }

  @Test("recorded candles are an hour apart and closed at its end")
  func candles() throws {
    let bars = try HyperliquidMarket.bars(payloads.json("klines__hl_candleSnapshot_get_candles_snapshot_1.json"), .hour)
    #expect(bars.first == Bar(close: Timestamp(milliseconds: 1_684_702_800_000), price: 0.001604))
    #expect(zip(bars, bars.dropFirst()).allSatisfy { $1.close - $0.close == .hours(1) })
  }

  @Test(
    "recorded funding decodes, oldest first", arguments: VenuePayloads("hyperliquid").entries(of: "funding-history"))
  func funding(entry: VenuePayloads.Entry) throws {
    let stamps = try HyperliquidMarket.stamps(entry.json())
    #expect(!stamps.isEmpty)
    #expect(zip(stamps, stamps.dropFirst()).allSatisfy { $0.time < $1.time })
  }

  @Test("recorded perpetuals of any age are listed")
  func perpetuals() throws {
    for file in ["contract-specs__hl_meta_get_candles_snapshot_0.json", "contract-specs__jk_GetExchangeInfo.json"] {
      let meta = try payloads.json(file)
      let rows = try meta.need("universe").elements.map { _ in "null" }
      let joined = try JSONText("[\(meta.string),[\(rows.joined(separator: ","))]]").root
      let listed = try market.perpetuals(joined)
      #expect(listed.first?.lotStep == Decimal(exactly: "0.00001"))
      #expect(listed.allSatisfy { $0.id.symbol != "LOOM" })
      #expect(try market.tiers(meta, source: "test").values.allSatisfy { $0.tiers.count == 1 })
    }
  }

  @Test("recorded spot pairs are listed and priced")
  func spots() throws {
    let answer = try payloads.json("mark-index-funding__jk_GetExchangeInfoAndTickers_2.json")
    let listed = try market.spots(answer)
    #expect(listed.map(\.id.symbol) == ["PURR/USDC"])
    #expect(listed.map(\.tickSize) == [Decimal(exactly: "0.00001")])
    let values = try market.spotValues(answer, of: ["PURR/USDC": listed[0]], at: now)
    #expect(values.compactMap(\.quote) == [Quote(price: 0.2268)])
  }

  @Test("recorded accounts decode", arguments: VenuePayloads("hyperliquid").entries(of: "account-positions"))
  func accounts(entry: VenuePayloads.Entry) throws {
    let spot = try JSONText(#"{"balances":[]}"#).root
    let snapshot = try HyperliquidAccountDecoder(venue: "hyperliquid").snapshot(entry.json(), spot: spot, at: now)
    #expect(!snapshot.positions.isEmpty)
    #expect(snapshot.positions.allSatisfy { $0.contracts != nil && $0.marginMode != nil && $0.entryPrice != nil })
    #expect(snapshot.balances["USDC"] != nil)
  }

  @Test("recorded payments decode with their sign: a short received while longs paid")
  func payments() throws {
    let decoder = HyperliquidAccountDecoder(venue: "hyperliquid")
    for entry in payloads.entries(of: "income") {
      let payments = try decoder.payments(entry.json())
      let bitcoin = try #require(payments.first { $0.instrument.symbol == "BTC" })
      #expect(bitcoin.amount == Decimal(exactly: "5.950454"))
    }
  }

  @Test("messages of the stream give what another project read in them")
  func stream() throws {
    var stream = HyperliquidStream(
      url: "", instruments: [.spot("hyperliquid", "@162"), .perpetual("hyperliquid", "MOODENG")])
    let text = try payloads.text("ws-ticker__td_hyperliquid_messages_8.json")
    let output = try stream.hear(text, at: now)
    let expected = try #require(try payloads.json("ws-ticker__td_hyperliquid_messages_8.expected.json")[0])
    #expect(output.quotes.map(\.bid) == [try expected.double("bidPrice")])
    #expect(output.quotes.map(\.ask) == [try expected.double("askPrice")])
    #expect(output.updates.map(\.at) == [try expected.needInstant("timestamp")])
    let mark = try stream.hear(payloads.text("ws-mark__td_hyperliquid_messages_6.json"), at: now)
    #expect(mark.updates.compactMap(\.mark) == [0.19963])
    #expect(mark.updates.compactMap(\.funding).map(\.rate) == [0.00004863])
  }

  @Test("recorded sessions are understood without a complaint")
  func sessions() throws {
    var stream = HyperliquidStream(url: "", instruments: [.perpetual("hyperliquid", "HYPE")])
    for message in try payloads.session("ws-ticker__jks_BookTicker.session.json") where message.direction == .recv {
      #expect(try stream.hear(message.text, at: now).complaints.isEmpty)
    }
  }
}

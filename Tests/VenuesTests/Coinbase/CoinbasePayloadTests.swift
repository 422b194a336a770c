import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Coinbase's real messages", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
struct CoinbasePayloadTests {
  private let payloads = VenuePayloads("coinbase")
  private let now = Timestamp(milliseconds: 1_669_852_800_000)

  @Test("recorded products are listed with their steps")
  func products() throws {
    let rows = try payloads.json("contract-specs__cf_products__dev.json")
    let listed = rows.elements.compactMap(CoinbaseMarket().instrument)
    #expect(listed.count > 50)
    let skale = try #require(listed.first { $0.id.symbol == "SKL-EUR" })
    #expect(skale.tickSize == Decimal(exactly: "0.0001"))
    #expect(skale.lotStep == Decimal(exactly: "0.1"))
    #expect(skale.minimumQuantity == 5)
    #expect(skale.minimumNotional == 5)
    #expect(listed.allSatisfy { $0.kind == .spot && $0.multiplier == 1 })
  }

  @Test("a ticker gives what another project read in it")
  func ticker() throws {
    var stream = CoinbaseStream(url: "", instruments: [.spot("coinbase", "BTC-USD")])
    let old = try stream.hear(payloads.text("ws-ticker__td_coinbase_messages_7.json"), at: now)
    #expect(old.quotes == [Quote(price: 58800.01, bid: 58800, ask: 58800.01)])
    let output = try stream.hear(payloads.text("ws-ticker__td_coinbase_messages_8.json"), at: now)
    let expected = try #require(try payloads.json("ws-ticker__td_coinbase_messages_8.expected.json")[0])
    #expect(output.quotes.map(\.bid) == [try expected.double("bidPrice")])
    #expect(output.quotes.map(\.ask) == [try expected.double("askPrice")])
    #expect(output.updates.map(\.at) == [try expected.needInstant("timestamp")])
  }

  @Test("a recorded session of another's subscriptions is understood, its tickers priced in order")
  func session() throws {
    let messages = try payloads.session("ws-session__cf_session_COINBASE_dev.session.json")
    var stream = CoinbaseStream(
      url: "", instruments: ["YFI-BTC", "BAND-GBP", "CRV-EUR", "DASH-BTC"].map { .spot("coinbase", $0) })
    var tickers = 0
    var last: [InstrumentID: Timestamp] = [:]
    for message in messages where message.direction == .recv {
      let output = try stream.hear(message.text, at: now)
      #expect(output.complaints.isEmpty)
      for update in output.updates {
        tickers += 1
        #expect(update.at >= last[update.instrument] ?? update.at)
        last[update.instrument] = update.at
      }
    }
    #expect(tickers > 0)
  }
}

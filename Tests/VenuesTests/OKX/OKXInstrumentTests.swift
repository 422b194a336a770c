import FoundationEssentials
import HedgeModel
import Testing

@testable import Venues

@Suite("OKX's specifications")
struct OKXInstrumentTests {
  private let market = OKXMarket()

  private static let swap = [
    "instId": "BTC-USDT-SWAP", "uly": "BTC-USDT", "ctType": "linear", "ctVal": "0.01", "ctMult": "1",
    "ctValCcy": "BTC", "settleCcy": "USDT", "expTime": "", "tickSz": "0.1", "lotSz": "0.01", "minSz": "0.01",
    "state": "live", "baseCcy": "", "quoteCcy": "",
  ]

  private func read(
    _ changes: [String: String], _ type: OKXInstrumentType = .swap, _ intervals: [String: Duration] = [:]
  ) throws -> Instrument? {
    let members = Self.swap.merging(changes) { $1 }.map { #""\#($0.key)":"\#($0.value)""# }
    return try market.instrument(
      from: JSONText("{\(members.joined(separator: ","))}").root, type, intervals)
  }

  @Test("count a contract by its value times its multiplier, in the coin when linear")
  func linear() throws {
    let instrument = try #require(try read(["ctMult": "10"], .swap, ["BTC-USDT-SWAP": .hours(4)]))
    #expect(instrument.id.description == "okx:BTC-USDT-SWAP")
    #expect(instrument.multiplier == Decimal(string: "0.1"))
    #expect(instrument.kind == .perpetual(fundingInterval: .hours(4)))
    #expect(instrument.underlying == "BTC" && instrument.quote == "USDT" && instrument.settlement == "USDT")
    #expect(instrument.lotStep == Decimal(string: "0.01"))
    #expect(instrument.minimumQuantity == Decimal(string: "0.01"))
    #expect(instrument.convention == .linear)
  }

  @Test("count it in the quote currency when inverse")
  func inverse() throws {
    let changes = [
      "instId": "BTC-USD-261225", "uly": "BTC-USD", "ctType": "inverse", "ctVal": "100", "ctValCcy": "USD",
      "settleCcy": "BTC", "expTime": "1798185600000",
    ]
    let instrument = try #require(try read(changes, .futures))
    #expect(instrument.multiplier == 100)
    #expect(instrument.convention == .inverse)
    #expect(instrument.settlement == "BTC")
    #expect(instrument.kind == .dated(expiry: Timestamp(milliseconds: 1_798_185_600_000)))
  }

  @Test("take a future that pays funding for a perpetual, though it is listed with an expiry")
  func fundedFuture() throws {
    let changes = ["instId": "BTC-USD_UM_XPERP-310404", "uly": "BTC-USD", "expTime": "1933027200000"]
    let instrument = try read(changes, .futures, ["BTC-USD_UM_XPERP-310404": .hours(8)])
    #expect(instrument?.kind == .perpetual(fundingInterval: .hours(8)))
    #expect(instrument.map(OKXMarket.index(of:)) == "BTC-USD")
  }

  @Test("of coins have no contracts")
  func spot() throws {
    let changes = ["instId": "BTC-USDT", "baseCcy": "BTC", "quoteCcy": "USDT", "ctVal": "", "ctType": "", "uly": ""]
    let instrument = try #require(try read(changes, .spot))
    #expect(instrument.kind == .spot)
    #expect(instrument.multiplier == 1)
    #expect(instrument.settlement == "USDT")
  }

  @Test("of what does not trade are none", arguments: ["suspend", "preopen", "expired", ""])
  func notTrading(state: String) throws {
    #expect(try read(["state": state]) == nil)
  }

  @Test(
    "are not understood when a contract is counted in something else than its type says, or a step is none",
    arguments: [
      ["ctValCcy": "USDT"], ["ctType": "quanto"], ["ctType": ""], ["ctVal": "0"], ["ctVal": ""], ["ctMult": "-1"],
      ["uly": "BTC"], ["uly": ""], ["tickSz": "0"], ["lotSz": ""], ["settleCcy": ""], ["instId": ""],
    ])
  func notUnderstood(changes: [String: String]) {
    #expect(throws: DecodingFault.self) { try read(changes) }
  }

  @Test("of dated futures need their date")
  func undated() {
    #expect(throws: DecodingFault.self) { try read(["expTime": ""], .futures) }
  }

  @Test("are three lists, and one question for the intervals of all funding")
  func questions() async throws {
    let funding = #"{"code":"0","data":[{"instId":"BTC-USDT-SWAP","fundingTime":"1000","nextFundingTime":"3601000"}]}"#
    let row = "{" + Self.swap.map { #""\#($0.key)":"\#($0.value)""# }.joined(separator: ",") + "}"
    let client = CannedClient(
      now: Timestamp(milliseconds: 0),
      answers: [
        ("/api/v5/public/funding-rate", funding),
        ("/api/v5/public/instruments?instType=SWAP", #"{"code":"0","data":[{},\#(row)]}"#),
        ("/api/v5/public/instruments", #"{"code":"0","data":[]}"#),
      ])
    let instruments = try await market.instruments(client)
    #expect(instruments.map(\.kind) == [.perpetual(fundingInterval: .hours(1))])
    #expect(
      client.targets == [
        "/api/v5/public/funding-rate?instId=ANY", "/api/v5/public/instruments?instType=SPOT",
        "/api/v5/public/instruments?instType=SWAP", "/api/v5/public/instruments?instType=FUTURES",
      ])
  }

  @Test(
    "that the venue really gave are all understood",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence),
    arguments: [(OKXInstrumentType.spot, 150), (.swap, 100), (.futures, 62)])
  func recorded(type: OKXInstrumentType, count: Int) throws {
    let data = try VenuePayloads("okx").json("contract-specs__cf_instruments_\(type.rawValue)_dev.json").need("data")
    let instruments = try data.elements.compactMap { try market.instrument(from: $0, type, [:]) }
    #expect(instruments.count == count)
    #expect(instruments.allSatisfy { OKXInstrumentType(of: $0) == type })
    let sample = try #require(
      instruments.first { ["BTC-USDT", "ZRX-USDT-SWAP", "BTC-USD-220520"].contains($0.id.symbol) })
    switch type {
    case .spot: #expect(sample.minimumQuantity == Decimal(string: "0.00001") && sample.quote == "USDT")
    case .swap: #expect(sample.multiplier == 10 && sample.underlying == "ZRX")
    case .futures: #expect(sample.multiplier == 100 && sample.convention == .inverse && sample.settlement == "BTC")
    }
  }
}

import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Permissions, funding and tiers of an account at Binance")
struct BinanceAccountQuestionTests {
  private static func client(_ path: String, _ texts: [String]) -> CannedClient {
    CannedClient(now: BinanceFixture.now, answers: texts.map { (path, $0) })
  }

  private static func decimal(_ text: String) -> Decimal { BinanceFixture.decimal(text) }

  @Test(
    "a key may trade when it may anywhere, and what is not told stays unknown",
    arguments: [
      (
        #"{"ipRestrict":true,"enableReading":true,"enableWithdrawals":false,"enableFutures":false,"enableMargin":false}"#,
        KeyPermissions(canTrade: false, canWithdraw: false, isBoundToAddresses: true)
      ),
      (
        #"{"ipRestrict":false,"enableFutures":true,"enableSpotAndMarginTrading":false,"enableInternalTransfer":true}"#,
        KeyPermissions(canTrade: true, canWithdraw: true, isBoundToAddresses: false)
      ), (#"{"enableReading":true,"permitsUniversalTransfer":true}"#, KeyPermissions(canTrade: nil, canWithdraw: nil)),
    ])
  func permissions(answer: String, expected: KeyPermissions) async throws {
    let wallet = Self.client("/sapi/v1/account/apiRestrictions", [answer])
    let futures = CannedClient(now: BinanceFixture.now)
    #expect(try await BinanceAccountReader(.usdMargined, wallet: wallet).permissions(futures) == expected)
    #expect(try await BinanceAccountReader(.spot).permissions(wallet) == expected)
    #expect(futures.requests.isEmpty)
  }

  @Test("without a client for the host that knows, permissions are unknown")
  func unknownPermissions() async throws {
    let client = CannedClient(now: BinanceFixture.now)
    let permissions = try await BinanceAccountReader(.coinMargined).permissions(client)
    #expect(permissions == KeyPermissions(canTrade: nil, canWithdraw: nil) && client.requests.isEmpty)
  }

  @Test("funding is what the venue booked as such, signed as it came in, oldest first")
  func funding() async throws {
    let now = BinanceFixture.now.milliseconds
    let client = Self.client(
      "/fapi/v1/income",
      [
        #"""
        [{"symbol":"ETHUSDT","incomeType":"FUNDING_FEE","income":"0.02","asset":"USDT","time":\#(now - 10)},
        {"symbol":"BTCUSDT","incomeType":"FUNDING_FEE","income":"-0.37500000","asset":"USDT","time":\#(now - 20)},
        {"symbol":"","incomeType":"TRANSFER","income":"-1","asset":"USDT","time":\#(now - 15)},
        {"symbol":"BTCUSDT","incomeType":"FUNDING_FEE","income":"7","asset":"USDT","time":\#(now + 5)}]
        """#
      ])
    let payments = try await BinanceAccountReader(.usdMargined).fundingPayments(
      since: BinanceFixture.now - .seconds(1), client)
    func payment(_ symbol: String, _ ago: Int64, _ amount: String) -> FundingPayment {
      FundingPayment(
        instrument: InstrumentID(venue: "binance-usdm", symbol: symbol), at: Timestamp(milliseconds: now - ago),
        amount: Self.decimal(amount), asset: "USDT")
    }
    #expect(payments == [payment("BTCUSDT", 20, "-0.375"), payment("ETHUSDT", 10, "0.02")])
    #expect(
      client.targets == [
        "/fapi/v1/income?incomeType=FUNDING_FEE&startTime=\(now - 999)&endTime=\(now)&limit=1000"
      ])
  }

  @Test("funding of a long time is asked for in spans that meet, and halved where an answer is full")
  func spans() async throws {
    let full = (0..<1000).map { _ in "{}" }.joined(separator: ",")
    let client = Self.client("/dapi/v1/income", ["[]", "[\(full)]", "[]"])
    let start = BinanceFixture.now - .days(70)
    _ = try await BinanceAccountReader(.coinMargined).fundingPayments(since: start, client)
    let asked = client.requests.map { request in
      request.query.filter { $0.name.hasSuffix("Time") }.compactMap { Int64($0.value) }
    }
    #expect(asked.count == 5)
    let spans = [asked[0], asked[2], asked[3], asked[4]]
    #expect(spans.first?.first == start.milliseconds + 1 && spans.last?.last == BinanceFixture.now.milliseconds)
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0[1] + 1 == $1[0] })
    #expect(asked[1] == [asked[2][0], asked[3][1]])
  }

  @Test("a moment with more entries than an answer holds ends the halving")
  func fullMoment() async throws {
    let row =
      #"{"symbol":"A","incomeType":"FUNDING_FEE","income":"1","asset":"USDT","time":\#(BinanceFixture.now.milliseconds)}"#
    let full = Array(repeating: row, count: 1000).joined(separator: ",")
    let client = Self.client("/fapi/v1/income", ["[\(full)]"])
    let payments = try await BinanceAccountReader(.usdMargined).fundingPayments(
      since: BinanceFixture.now - .milliseconds(1), client)
    #expect(payments.count == 1000 && client.requests.count == 1)
  }

  @Test("the spot market has neither funding nor tiers, and is not asked")
  func spot() async throws {
    let client = CannedClient(now: BinanceFixture.now)
    let reader = BinanceAccountReader(.spot)
    #expect(try await reader.fundingPayments(since: Timestamp(milliseconds: 0), client).isEmpty)
    #expect(try await reader.tiers(of: [BinanceFixture.instrument("A", .spot)], client).isEmpty)
    #expect(client.requests.isEmpty)
  }

  @Test("tiers are the venue's brackets, whose own deductions follow from them")
  func tiers() async throws {
    let client = Self.client(
      "/fapi/v1/leverageBracket",
      [
        #"""
        [{"symbol":"BTCUSDT","brackets":[
        {"bracket":2,"initialLeverage":100,"notionalCap":600000,"notionalFloor":300000,"maintMarginRatio":0.005,"cum":300.0},
        {"bracket":1,"initialLeverage":125,"notionalCap":300000,"notionalFloor":0,"maintMarginRatio":0.004,"cum":0.0},
        {"bracket":3,"initialLeverage":75,"notionalCap":3000000,"notionalFloor":600000,"maintMarginRatio":0.0065,"cum":1200.0}
        ]},{"symbol":"ETHUSDT","brackets":[]}]
        """#
      ])
    let future = BinanceFixture.instrument("BTCUSDT")
    let tiers = try await BinanceAccountReader(.usdMargined).tiers(of: [future], client)
    let table = try #require(tiers[future.id])
    #expect(table.rule == .marginal)
    #expect(table.tiers.map(\.floor) == [0, 300_000, 600_000])
    #expect(table.deductions == [0, 300, 1200])
    #expect(table.tiers.map(\.maximumLeverage) == [125, 100, 75])
    #expect(table.source == "binance-usdm leverage brackets of the account, 2023-11-14")
    #expect(tiers.count == 1)
    #expect(client.targets == ["/fapi/v1/leverageBracket?symbol=BTCUSDT"])
  }

  @Test(
    "tiers are read from the recorded answers, COIN-M's by coins and by its misspelt key",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence),
    arguments: [(BinanceSegment.usdMargined, "ETHUSDT", "0.0065", 75), (.coinMargined, "BTCUSD_PERP", "0.004", 125)])
  func recordedTiers(segment: BinanceSegment, symbol: String, rate: String, leverage: Int) async throws {
    let text = try VenuePayloads(segment.rawValue).text("leverage-tiers__jk_GetBrackets.json")
    let path = try #require(segment.futures?.tiers.path)
    let futures = [symbol, "OTHER"].map { BinanceFixture.instrument($0, segment) }
    let client = Self.client(path, [text])
    let tiers = try await BinanceAccountReader(segment).tiers(of: futures, client)
    #expect(
      tiers[futures[0].id]?.tiers == [
        .init(floor: 0, maintenanceRate: Self.decimal(rate), maximumLeverage: Decimal(leverage))
      ])
    #expect(tiers.count == 1 && client.targets == [path])
  }

  @Test(
    "brackets that do not begin at nothing, or rise, are an error",
    arguments: ["[]", #"[{"notionalFloor":5,"maintMarginRatio":0.1}]"#, #"[{"notionalFloor":0}]"#])
  func wrongTiers(brackets: String) throws {
    let row = try JSONText(#"{"symbol":"A","brackets":\#(brackets)}"#).root
    #expect(throws: DecodingFault.self) { try BinanceAccountReader.tiers(in: row, source: "") }
  }
}

import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("An account at Binance")
struct BinanceAccountTests {
  private static let linearAccount = #"""
    {"totalMaintMargin":"5.5","totalMarginBalance":"1001.0","totalCrossWalletBalance":"900.25","totalCrossUnPnl":"0.75",
    "assets":[{"asset":"USDT","walletBalance":"1000.25","crossWalletBalance":"900.25","marginBalance":"1001.0"},
    {"asset":"BNB","walletBalance":"0.5","crossWalletBalance":"0.5","marginBalance":"0.5"}],
    "positions":[{"symbol":"BTCUSDT","positionSide":"BOTH","positionAmt":"-0.010","maintMargin":"5.5"}]}
    """#
  private static let linearRisk = #"""
    [{"symbol":"BTCUSDT","positionSide":"BOTH","positionAmt":"-0.010","entryPrice":"22185.2",
    "markPrice":"21123.05052574","unRealizedProfit":"10.62149474","liquidationPrice":"109731.45","isolatedMargin":"0",
    "isolatedWallet":"0","marginAsset":"USDT","maintMargin":"5.50","updateTime":1655217461579}]
    """#
  private static let linearSettings = #"[{"symbol":"BTCUSDT","marginType":"CROSSED","leverage":21}]"#

  private static func decimal(_ text: String) -> Decimal { BinanceFixture.decimal(text) }

  private static func linear(
    account: String = linearAccount, risk: String = linearRisk, settings: String = linearSettings
  ) -> CannedClient {
    CannedClient(
      now: BinanceFixture.now,
      answers: [
        ("/fapi/v3/account", account), ("/fapi/v3/positionRisk", risk), ("/fapi/v1/symbolConfig", settings),
      ])
  }

  private static func snapshot(
    _ segment: BinanceSegment, _ client: CannedClient, wallet: CannedClient? = nil
  ) async throws -> AccountSnapshot {
    try await BinanceAccountReader(segment, wallet: wallet).snapshot(instruments: [:], client)
  }

  @Test("of USDⓈ-M has its cross wallets for balances and its positions from three answers")
  func linear() async throws {
    let client = Self.linear()
    let wallet = CannedClient(
      now: BinanceFixture.now,
      answers: [
        (
          "/api/v3/account?omitZeroBalances=true",
          #"{"balances":[{"asset":"BTC","free":"1.5","locked":"0.25"},{"asset":"ETH","free":"0","locked":"0.0"}]}"#
        )
      ])
    let snapshot = try await Self.snapshot(.usdMargined, client, wallet: wallet)
    #expect(snapshot.at == BinanceFixture.now)
    #expect(snapshot.balances == ["USDT": Self.decimal("900.25"), "BNB": Self.decimal("0.5")])
    #expect(snapshot.spotBalances == ["BTC": Self.decimal("1.75")])
    #expect(
      snapshot.positions == [
        AccountPosition(
          instrument: InstrumentID(venue: "binance-usdm", symbol: "BTCUSDT"), contracts: Self.decimal("-0.01"),
          entryPrice: Self.decimal("22185.2"), marginMode: .cross, leverage: 21,
          venue: .init(
            markPrice: 21123.05052574, liquidationPrice: 109731.45, maintenanceMargin: 5.5,
            unrealisedProfit: 10.62149474))
      ])
    #expect(snapshot.margin == AccountMargin(equity: 901, maintenanceMargin: 5.5, unit: "USDT"))
    #expect(client.targets == ["/fapi/v3/account", "/fapi/v3/positionRisk", "/fapi/v1/symbolConfig?symbol=BTCUSDT"])
  }

  @Test("without positions asks for no settings, and without a wallet's client for no spot wallet")
  func flat() async throws {
    let account = Self.linearAccount.replacing("-0.010", with: "0.000")
    let client = Self.linear(account: account, risk: "[]")
    let snapshot = try await Self.snapshot(.usdMargined, client)
    #expect(snapshot.positions.isEmpty && snapshot.spotBalances.isEmpty)
    #expect(client.targets == ["/fapi/v3/account", "/fapi/v3/positionRisk"])
  }

  @Test("in hedge mode has a long and a short position, whatever sign the amounts have", arguments: ["", "-"])
  func hedgeMode(sign: String) async throws {
    let risk = #"""
      [{"symbol":"BTCUSDT","positionSide":"LONG","positionAmt":"\#(sign)2"},
      {"symbol":"BTCUSDT","positionSide":"SHORT","positionAmt":"\#(sign)3"},
      {"symbol":"ETHUSDT","positionSide":"SHORT","positionAmt":"0"}]
      """#
    let account = Self.linearAccount.replacing("-0.010", with: "0")
    let snapshot = try await Self.snapshot(.usdMargined, Self.linear(account: account, risk: risk))
    #expect(snapshot.positions.map(\.contracts) == [2, -3])
  }

  @Test("an amount that is not told is unknown, not flat")
  func unknownAmount() async throws {
    let risk = #"[{"symbol":"BTCUSDT","positionSide":"BOTH","positionAmt":null,"entryPrice":"0.0"}]"#
    let account = Self.linearAccount.replacing(#""positionAmt":"-0.010","#, with: "")
    let snapshot = try await Self.snapshot(.usdMargined, Self.linear(account: account, risk: risk))
    #expect(snapshot.positions.count == 1)
    #expect(snapshot.positions.first?.contracts == nil && snapshot.positions.first?.entryPrice == nil)
  }

  @Test("an isolated position has its wallet behind it, not the profit, and is not in the cross margin")
  func isolated() async throws {
    let isolated = #"""
      {"symbol":"ETHUSDT","positionSide":"BOTH","positionAmt":"1","isolatedMargin":"105","isolatedWallet":"100",
      "unRealizedProfit":"5","marginAsset":"USDT","maintMargin":"2","liquidationPrice":"0"}
      """#
    let risk = Self.linearRisk.replacing("[{", with: "[\(isolated),{")
    let settings = #"""
      [{"symbol":"BTCUSDT","marginType":"CROSSED","leverage":21},{"symbol":"ETHUSDT","marginType":"ISOLATED","leverage":3}]
      """#
    let client = Self.linear(risk: risk, settings: settings)
    let snapshot = try await Self.snapshot(.usdMargined, client)
    let position = try #require(snapshot.positions.first)
    #expect(position.marginMode == .isolated(margin: 100))
    #expect(position.leverage == 3 && position.venue.liquidationPrice == nil)
    #expect(snapshot.margin.maintenanceMargin == 5.5)
    #expect(client.targets.last == "/fapi/v1/symbolConfig")
    let older = Self.linear(
      risk: risk.replacing(#""isolatedWallet":"100","#, with: ""), settings: settings)
    #expect(try await Self.snapshot(.usdMargined, older).positions.first?.marginMode == .isolated(margin: 100))
    let mixed = Self.linear(
      risk: risk.replacing(#""isolatedWallet":"0","marginAsset":"USDT","maintMargin":"5.50","#, with: ""), account: nil,
      settings: settings)
    #expect(try await Self.snapshot(.usdMargined, mixed).margin.maintenanceMargin == nil)
  }

  private static func linear(risk: String, account: String?, settings: String) -> CannedClient {
    linear(
      account: account ?? linearAccount.replacing(#","maintMargin":"5.5""#, with: ""), risk: risk, settings: settings)
  }

  @Test("of COIN-M counts contracts and joins what the account alone tells, also of what is no longer traded")
  func inverse() async throws {
    let account = #"""
      {"assets":[{"asset":"BTC","walletBalance":"0.5","crossWalletBalance":"0.4","crossUnPnl":"0.01",
      "marginBalance":"0.51","maintMargin":"0.002"},{"asset":"ETH","walletBalance":"0","crossWalletBalance":"0",
      "marginBalance":"0","maintMargin":"0"}],
      "positions":[{"symbol":"BTCUSD_PERP","positionAmt":"-12","maintMargin":"0.002","unrealizedProfit":"0.01",
      "leverage":"10","isolated":true,"positionSide":"BOTH","entryPrice":"30000.0"},
      {"symbol":"BTCUSD_231229","positionAmt":"3","maintMargin":"0.001","unrealizedProfit":"0","leverage":"5",
      "isolated":false,"positionSide":"BOTH","entryPrice":"29000"},
      {"symbol":"BTCUSD_240329","positionAmt":"0","leverage":"5","isolated":false,"positionSide":"BOTH"}]}
      """#
    let risk = #"""
      [{"symbol":"BTCUSD_PERP","positionAmt":"-12","entryPrice":"30000.5","markPrice":"29000.0",
      "unRealizedProfit":"0.0137","liquidationPrice":"51000","leverage":"10","marginType":"isolated",
      "isolatedMargin":"0.1137","positionSide":"BOTH"}]
      """#
    let client = CannedClient(
      now: BinanceFixture.now, answers: [("/dapi/v1/account", account), ("/dapi/v1/positionRisk", risk)])
    let snapshot = try await Self.snapshot(.coinMargined, client)
    #expect(snapshot.balances == ["BTC": Self.decimal("0.4"), "ETH": 0])
    #expect(
      snapshot.positions == [
        AccountPosition(
          instrument: InstrumentID(venue: "binance-coinm", symbol: "BTCUSD_PERP"), contracts: -12,
          entryPrice: Self.decimal("30000.5"), marginMode: .isolated(margin: Self.decimal("0.1")), leverage: 10,
          venue: .init(
            markPrice: 29000, liquidationPrice: 51000, maintenanceMargin: 0.002, unrealisedProfit: 0.0137)),
        AccountPosition(
          instrument: InstrumentID(venue: "binance-coinm", symbol: "BTCUSD_231229"), contracts: 3,
          entryPrice: 29000, marginMode: .cross, leverage: 5,
          venue: .init(maintenanceMargin: 0.001, unrealisedProfit: 0)),
      ])
    #expect(snapshot.margin == AccountMargin(equity: 0.4 + 0.01, maintenanceMargin: 0.001, unit: "BTC"))
  }

  @Test("of COIN-M with several coins has no one margin")
  func coins() throws {
    let row = #"{"asset":"BTC","marginBalance":"1","crossWalletBalance":"1","crossUnPnl":"0","maintMargin":"0"}"#
    let account = try JSONText(#"{"assets":[\#(row),\#(row.replacing("BTC", with: "ETH"))]}"#).root
    #expect(try BinanceAccountReader.coinMargin(in: account, []) == AccountMargin())
  }

  @Test("of the spot market has what is free and what is locked, and no positions")
  func spot() async throws {
    let client = CannedClient(
      now: BinanceFixture.now,
      answers: [("/api/v3/account", #"{"balances":[{"asset":"BTC","free":"1","locked":"0.00000001"}]}"#)])
    let snapshot = try await Self.snapshot(.spot, client)
    #expect(snapshot.balances == ["BTC": Self.decimal("1.00000001")] && snapshot.positions.isEmpty)
  }

  @Test(
    "that lacks what is needed is an error, never an empty account",
    arguments: [
      "{}", "[]", #"{"assets":[]}"#, #"{"assets":[{"asset":"USDT"}],"positions":[]}"#,
      #"{"assets":[{"asset":"USDT","crossWalletBalance":""}],"positions":[]}"#,
      #"{"assets":[{"crossWalletBalance":"1"}],"positions":[]}"#, #"{"assets":{},"positions":[]}"#,
    ])
  func incomplete(account: String) async {
    await #expect(throws: VenueFault.self) {
      try await Self.snapshot(.usdMargined, Self.linear(account: account, risk: "[]"))
    }
    await #expect(throws: VenueFault.self) {
      let client = CannedClient(now: BinanceFixture.now, answers: [("/api/v3/account", account)])
      return try await Self.snapshot(.spot, client)
    }
  }

  @Test(
    "is read from every recorded answer",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func recorded() throws {
    for entry in VenuePayloads("binance-usdm").entries(of: "account-balance") {
      let account = try entry.json()
      #expect(try BinanceAccountReader.balances(in: account)["USDT"] == Self.decimal("23.72469206"))
      let margin = try BinanceAccountReader.margin(in: account, [])
      let equity = try account.double("totalMarginBalance")
      #expect(margin.maintenanceMargin == 0 && margin.equity == equity)
    }
    let coin = VenuePayloads("binance-coinm")
    let account = try coin.json("account-balance__jk_GetAccountInfo.json")
    #expect(try BinanceAccountReader.balances(in: account) == ["BTC": Self.decimal("0.00241969")])
    #expect(try BinanceAccountReader.coinMargin(in: account, []).equity == 0.00241969)
    let spot = try VenuePayloads("binance-spot").json("account-balance__gct_account_1.json")
    let balances = try BinanceAccountReader.spotBalances(in: spot)
    #expect(balances.values.allSatisfy { $0 > 0 })
  }

  @Test(
    "has the positions of the recorded answers",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func recordedPositions() async throws {
    let venue = VenuePayloads("binance-usdm")
    let account = #"{"assets":[],"positions":[]}"#
    let hedged = try await Self.snapshot(
      .usdMargined, Self.linear(account: account, risk: try venue.text("account-positions__jk_GetPositions.json")))
    #expect(
      hedged.positions == [
        AccountPosition(
          instrument: InstrumentID(venue: "binance-usdm", symbol: "BTCUSDT"), contracts: Self.decimal("0.001"),
          entryPrice: Self.decimal("22185.2"), marginMode: .cross, leverage: 4,
          venue: .init(
            markPrice: 21123.05052574, liquidationPrice: 19731.45529116, unrealisedProfit: -1.06214947))
      ])
    let flat = try await Self.snapshot(
      .usdMargined,
      Self.linear(account: account, risk: try venue.text("account-positions__jk_GetPositionInformation.json")))
    #expect(flat.positions.isEmpty)
  }
}

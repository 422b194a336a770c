import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("An account at Bybit")
struct BybitAccountTests {
  private let now = Timestamp(milliseconds: 1_700_000_000_000)
  private let wallet = #"""
    {"retCode":0,"result":{"list":[{"accountMMRate":"0.0031","totalMarginBalance":"12837.78","totalEquity":"1",
    "totalMaintenanceMargin":"39.42","coin":[{"coin":"USDT","walletBalance":"1000.5","equity":"1200"},
    {"coin":"BTC","walletBalance":"0.06488393"},{"coin":"ETH","walletBalance":""}]}]},"time":1700000000123}
    """#

  private func rows(_ rows: String...) -> String {
    #"{"retCode":0,"result":{"list":[\#(rows.joined(separator: ","))],"nextPageCursor":""}}"#
  }

  private func position(_ members: String) -> String {
    #"{"symbol":"BTCUSDT","avgPrice":"27464.5","leverage":"10","markPrice":"28224.5","liqPrice":"","tradeMode":0,"#
      + #""positionMM":"0.15","unrealisedPnl":"-2.5","positionBalance":"100","createdTime":"1","# + members + "}"
  }

  private func client(mode: String = "REGULAR_MARGIN", usdt: String? = nil, inverse: String? = nil) -> CannedClient {
    CannedClient(
      now: now,
      answers: [
        ("/v5/account/info", #"{"retCode":0,"result":{"marginMode":"\#(mode)"}}"#),
        ("/v5/account/wallet-balance?accountType=UNIFIED", wallet),
        ("/v5/position/list?settleCoin=USDT", usdt ?? rows()), ("/v5/position/list?settleCoin=USDC", rows()),
        ("/v5/position/list?category=inverse", inverse ?? rows()),
      ])
  }

  @Test("has the wallet's balances without unrealised profit; what is not told is left out, not zero")
  func balances() async throws {
    let snapshot = try await BybitAccountReader().snapshot(instruments: [:], client())
    #expect(snapshot.balances == ["USDT": Decimal(string: "1000.5")!, "BTC": Decimal(string: "0.06488393")!])
    #expect(snapshot.at == Timestamp(milliseconds: 1_700_000_000_123))
    #expect(snapshot.positions.isEmpty)
  }

  @Test("has a maintenance margin while there are futures; without them it is that of options and loans")
  func margin() async throws {
    let open = rows(position(#""side":"Sell","size":"0.3""#))
    let margin = try await BybitAccountReader().snapshot(instruments: [:], client(usdt: open)).margin
    #expect(margin == AccountMargin(equity: 12837.78, maintenanceMargin: 39.42, ratio: 0.0031, unit: "USD"))
    let flat = try await BybitAccountReader().snapshot(instruments: [:], client())
    #expect(flat.margin == AccountMargin(equity: 12837.78, ratio: 0.0031, unit: "USD"))
    #expect(flat.contradiction == nil)
  }

  @Test("asks for the positions of each settlement coin, 200 at a time")
  func questions() async throws {
    let client = client()
    _ = try await BybitAccountReader().snapshot(instruments: [:], client)
    #expect(
      client.targets == [
        "/v5/account/info", "/v5/account/wallet-balance?accountType=UNIFIED",
        "/v5/position/list?category=linear&settleCoin=USDT&limit=200",
        "/v5/position/list?category=linear&settleCoin=USDC&limit=200",
        "/v5/position/list?category=inverse&limit=200",
      ])
  }

  @Test("tells a position's side by its sign, and what the venue reckons of it")
  func short() async throws {
    let row = position(#""side":"Sell","size":"0.3""#)
    let inverse = position(#""side":"Buy","size":"300""#).replacing("BTCUSDT", with: "BTCUSD")
    let positions = try await BybitAccountReader().snapshot(
      instruments: [:], client(usdt: rows(row), inverse: rows(inverse))
    ).positions
    #expect(positions.map(\.instrument.description) == ["bybit-linear:BTCUSDT", "bybit-inverse:BTCUSD"])
    #expect(positions.map(\.contracts) == [Decimal(string: "-0.3"), 300])
    #expect(positions[0].entryPrice == Decimal(string: "27464.5"))
    #expect(positions[0].marginMode == .cross)
    #expect(positions[0].leverage == 10)
    #expect(positions[0].openedAt == nil, "the venue tells when the first position ever was opened")
    #expect(
      positions[0].venue
        == .init(markPrice: 28224.5, liquidationPrice: nil, maintenanceMargin: 0.15, unrealisedProfit: -2.5))
  }

  @Test(
    "never takes a position for flat of which it is not told how large it is or on which side",
    arguments: [
      #""side":"Sell","size":"""#, #""side":"Sell","size":null"#, #""side":"Sell""#, #""side":"","size":"3""#,
      #""side":"None","size":"3""#, #""size":"3""#,
    ])
  func unknown(members: String) async throws {
    let positions = try await BybitAccountReader().snapshot(
      instruments: [:], client(usdt: rows(position(members)))
    ).positions
    #expect(positions.map(\.contracts) == [nil])
  }

  @Test("leaves out what the venue says is flat")
  func flat() async throws {
    let text = rows(position(#""side":"","size":"0""#), position(#""side":"Buy","size":"0.000""#))
    #expect(try await BybitAccountReader().snapshot(instruments: [:], client(usdt: text)).positions.isEmpty)
  }

  @Test("refuses a size that is no number")
  func garbage() async {
    let client = client(usdt: rows(position(#""side":"Buy","size":"many""#)))
    await #expect(throws: DecodingFault.self) {
      try await BybitAccountReader().snapshot(instruments: [:], client)
    }
  }

  @Test("counts the margin of isolated positions apart from the wallet")
  func isolated() async throws {
    let row = position(#""side":"Sell","size":"0.3""#)
    let inverse = position(#""side":"Buy","size":"300""#).replacing("BTCUSDT", with: "BTCUSD")
      .replacing(#""positionBalance":"100""#, with: #""positionBalance":"0.01""#)
    let snapshot = try await BybitAccountReader().snapshot(
      instruments: [:], client(mode: "ISOLATED_MARGIN", usdt: rows(row), inverse: rows(inverse)))
    #expect(
      snapshot.positions.map(\.marginMode) == [.isolated(margin: 100), .isolated(margin: Decimal(string: "0.01")!)])
    #expect(snapshot.balances["USDT"] == Decimal(string: "900.5"))
    #expect(snapshot.balances["BTC"] == Decimal(string: "0.05488393"))
  }

  @Test("is no empty account when there is none")
  func noAccount() async {
    let client = CannedClient(
      now: now, answers: [("/v5/account/info", rows()), ("/v5/account/wallet-balance", rows())])
    await #expect(throws: DecodingFault.self) {
      try await BybitAccountReader().snapshot(instruments: [:], client)
    }
  }

  @Test(
    "knows what its key may do",
    arguments: [
      (
        #""readOnly":1,"ips":["*"],"permissions":{"Wallet":["AccountTransfer"],"Spot":["SpotTrade"]}"#,
        KeyPermissions(canTrade: false, canWithdraw: false, isBoundToAddresses: false)
      ),
      (
        #""readOnly":0,"ips":["1.2.3.4"],"permissions":{"Wallet":["AccountTransfer","Withdraw"],"Spot":[]}"#,
        KeyPermissions(canTrade: false, canWithdraw: true, isBoundToAddresses: true)
      ),
      (
        #""readOnly":0,"ips":[],"permissions":{"ContractTrade":["Order","Position"],"Wallet":[]}"#,
        KeyPermissions(canTrade: true, canWithdraw: false, isBoundToAddresses: false)
      ),
      ("", KeyPermissions(canTrade: nil, canWithdraw: nil, isBoundToAddresses: nil)),
    ])
  func permissions(members: String, expected: KeyPermissions) async throws {
    let client = CannedClient(now: now, answers: [("/v5/user/query-api", #"{"retCode":0,"result":{\#(members)}}"#)])
    #expect(try await BybitAccountReader().permissions(client) == expected)
  }

  private func settlement(_ id: String, _ time: Int64, _ funding: String, _ category: String = "linear") -> String {
    #"{"id":"\#(id)","symbol":"XRPUSDT","type":"SETTLEMENT","funding":"\#(funding)","transactionTime":"\#(time)","#
      + #""currency":"USDT","category":"\#(category)"}"#
  }

  @Test("has its funding week by week and page by page, each payment once, received positive, oldest first")
  func funding() async throws {
    let start = now - .days(10)
    let middle = (start + .days(7)).milliseconds
    let client = CannedClient(
      now: now,
      answers: [
        (
          "/v5/account/transaction-log?startTime=\(start.milliseconds)",
          rows(settlement("b", middle, "-0.003676")).replacing(#"Cursor":""#, with: #"Cursor":"21963%3A1%2C1"#)
        ),
        (
          "/v5/account/transaction-log?cursor=21963%3A1%2C1",
          rows(settlement("a", middle - 5, "0.5"), settlement("z", start.milliseconds, "9"))
        ),
        (
          "/v5/account/transaction-log?startTime=\(middle)",
          rows(
            settlement("c", middle + 5, "1", "inverse"), settlement("b", middle, "-0.003676"),
            settlement("d", middle, ""))
        ),
      ])
    let payments = try await BybitAccountReader().fundingPayments(since: start, client)
    #expect(payments.map(\.amount) == [Decimal(string: "0.5"), Decimal(string: "-0.003676"), 1])
    #expect(payments.map(\.instrument.venue) == ["bybit-linear", "bybit-linear", "bybit-inverse"])
    #expect(payments.map(\.asset) == ["USDT", "USDT", "USDT"])
    #expect(client.requests.count == 3)
    #expect(
      client.targets[0]
        == "/v5/account/transaction-log?accountType=UNIFIED&type=SETTLEMENT&startTime=\(start.milliseconds)"
        + "&endTime=\(middle)&limit=50")
  }

  @Test("that the venue documents", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func recorded() async throws {
    let payloads = VenuePayloads("bybit")
    let client = CannedClient(
      now: now,
      answers: [
        ("/v5/account/info", #"{"retCode":0,"result":{}}"#),
        ("/v5/account/wallet-balance", try payloads.text("account-balance__jk_GetBalances.json")),
        ("/v5/position/list?category=linear", rows()),
        ("/v5/position/list?category=inverse", try payloads.text("account-positions__jk_GetPositions.json")),
      ])
    let snapshot = try await BybitAccountReader().snapshot(instruments: [:], client)
    #expect(snapshot.balances == ["BTC": 0])
    #expect(snapshot.positions.map(\.contracts) == [-300])
    #expect(snapshot.positions.map(\.instrument.description) == ["bybit-inverse:BTCUSD"])
    #expect(snapshot.positions[0].marginMode == nil, "neither the account nor the position tells")
    let log = try payloads.json("income__jk_GetTransactionHistory.json").need("result").need("list")
    let payments = try log.elements.compactMap { try BybitAccountReader().payment($0) }
    #expect(payments.map(\.amount) == [Decimal(string: "-0.003676")])
  }
}

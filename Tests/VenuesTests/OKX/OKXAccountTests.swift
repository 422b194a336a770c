import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("An account at OKX")
struct OKXAccountTests {
  private let now = Timestamp(milliseconds: 1_700_000_000_000)

  private func data(_ rows: String...) -> String { #"{"code":"0","msg":"","data":[\#(rows.joined(separator: ","))]}"# }

  private func snapshot(_ wallet: String = #"{"details":[]}"#, _ positions: String...) async throws -> AccountSnapshot {
    let client = CannedClient(
      now: now,
      answers: [
        ("/api/v5/account/balance", data(wallet)),
        ("/api/v5/account/positions", #"{"code":"0","data":[\#(positions.joined(separator: ","))]}"#),
      ])
    return try await OKXAccountReader().snapshot(instruments: [:], client)
  }

  private func position(_ members: String) -> String {
    #"{"instId":"BTC-USDT-SWAP","instType":"SWAP","mgnMode":"cross","avgPx":"27000.5","lever":"3","liqPx":"","#
      + #""markPx":"28000","mmr":"1.5","upl":"-20","cTime":"1600000000000","margin":"","# + members + "}"
  }

  @Test("has the cash of each coin, without unrealised profit; what is not told is left out, not zero")
  func balances() async throws {
    let details =
      #"[{"ccy":"USDT","cashBal":"4850.4","eq":"5000"},{"ccy":"BTC","cashBal":"-0.5"},{"ccy":"ETH","cashBal":""}]"#
    let wallet = #"{"totalEq":"9","adjEq":"100.5","mmr":"2","mgnRatio":"40","details":\#(details)}"#
    let snapshot = try await snapshot(wallet)
    #expect(snapshot.balances == ["USDT": Decimal(string: "4850.4")!, "BTC": Decimal(string: "-0.5")!])
    #expect(snapshot.margin == AccountMargin(equity: 100.5, maintenanceMargin: 2, ratio: 40, unit: "USD"))
    #expect(snapshot.at == now)
  }

  @Test(
    "whose coins are margined apart has the margin of the coin nearest to liquidation, the one with the lowest ratio")
  func futuresMode() async throws {
    let details = #"""
      [{"ccy":"BTC","eq":"2","mmr":"0.1","mgnRatio":"20"},{"ccy":"ETH","eq":"3","mmr":"1","mgnRatio":"3"},
      {"ccy":"USDT","eq":"1","mgnRatio":""}]
      """#
    let margin = try await snapshot(#"{"totalEq":"9","adjEq":"","mgnRatio":"","details":\#(details)}"#).margin
    #expect(margin == AccountMargin(equity: 3, maintenanceMargin: 1, ratio: 3, unit: "ETH"))
    let none = try await snapshot(#"{"totalEq":"9","mgnRatio":"","details":[]}"#).margin
    #expect(none == AccountMargin(equity: 9, unit: "USD"))
  }

  @Test(
    "tells a position's side by its sign, in either way of holding positions",
    arguments: [
      (#""posSide":"net","pos":"-12.5""#, "-12.5"), (#""posSide":"net","pos":"3""#, "3"),
      (#""posSide":"short","pos":"7""#, "-7"), (#""posSide":"short","pos":"-7""#, "-7"),
      (#""posSide":"long","pos":"7""#, "7"),
    ])
  func sides(members: String, contracts: String) async throws {
    let positions = try await snapshot(#"{"details":[]}"#, position(members)).positions
    #expect(positions.map(\.contracts) == [Decimal(string: contracts)])
    #expect(positions[0].instrument.description == "okx:BTC-USDT-SWAP")
    #expect(positions[0].entryPrice == Decimal(string: "27000.5"))
    #expect(positions[0].leverage == 3)
    #expect(positions[0].marginMode == .cross)
    #expect(positions[0].openedAt == Timestamp(milliseconds: 1_600_000_000_000))
    #expect(
      positions[0].venue
        == .init(markPrice: 28000, liquidationPrice: nil, maintenanceMargin: 1.5, unrealisedProfit: -20))
  }

  @Test(
    "never takes a position for flat of which it is not told how large it is or on which side",
    arguments: [
      #""posSide":"net","pos":"""#, #""posSide":"net","pos":null"#, #""posSide":"net""#, #""posSide":"","pos":"3""#,
      #""pos":"3""#,
    ])
  func unknown(members: String) async throws {
    #expect(try await snapshot(#"{"details":[]}"#, position(members)).positions.map(\.contracts) == [nil])
  }

  @Test("leaves out what is flat, and loans and options, which are no futures")
  func leftOut() async throws {
    let positions = try await snapshot(
      #"{"details":[]}"#, position(#""posSide":"net","pos":"0""#),
      position(#""posSide":"net","pos":"1""#).replacing("SWAP\",\"mgn", with: "MARGIN\",\"mgn"),
      position(#""posSide":"net","pos":"1""#).replacing("SWAP\",\"mgn", with: "OPTION\",\"mgn")
    ).positions
    #expect(positions.isEmpty)
  }

  @Test("has no maintenance margin to tell while loans or options tie up some, and stays readable without futures")
  func others() async throws {
    func wallet(_ coin: String = "") -> String {
      #"{"adjEq":"100","mmr":"2","mgnRatio":"50","details":[{"ccy":"USDT","cashBal":"1"\#(coin)}]}"#
    }
    let option = position(#""posSide":"net","pos":"1""#).replacing("SWAP\",\"mgn", with: "OPTION\",\"mgn")
    let loan = position(#""posSide":"net","pos":"1""#).replacing("SWAP\",\"mgn", with: "MARGIN\",\"mgn")
    let future = position(#""posSide":"net","pos":"1""#)
    for snapshot in [
      try await snapshot(wallet(), option), try await snapshot(wallet(), loan, future),
      try await snapshot(wallet(#","liab":"0.5""#)),
    ] {
      #expect(snapshot.margin == AccountMargin(equity: 100, ratio: 50, unit: "USD"))
      #expect(snapshot.contradiction == nil)
    }
    let flat = option.replacing(#""pos":"1""#, with: #""pos":"0""#)
    let nothing = try await snapshot(wallet(#","liab":"0""#), flat)
    #expect(nothing.contradiction != nil, "nothing explains it")
    #expect(try await snapshot(wallet(), future).margin.maintenanceMargin == 2)
  }

  @Test("has no maintenance margin to tell while orders rest that tie some up, of the account or of a coin")
  func resting() async throws {
    let future = position(#""posSide":"net","pos":"1""#)
    func margin(_ account: String, _ coin: String) async throws -> AccountMargin {
      let snapshot = try await snapshot(#"{"totalEq":"9",\#(account)"details":[{"ccy":"BTC",\#(coin)}]}"#, future)
      #expect(snapshot.contradiction == nil)
      return snapshot.margin
    }
    let whole = #""adjEq":"100","mmr":"2","mgnRatio":"50","#
    let apart = #""eq":"3","mmr":"1","mgnRatio":"3""#
    #expect(
      try await margin(whole + #""ordFroz":"12.5","#, #""eq":"3""#)
        == AccountMargin(equity: 100, ratio: 50, unit: "USD"))
    #expect(try await margin("", apart + #","ordFrozen":"0.2""#) == AccountMargin(equity: 3, ratio: 3, unit: "BTC"))
    for none in [#""0""#, #""""#] {
      #expect(try await margin(whole + #""ordFroz":\#(none),"#, #""eq":"3""#).maintenanceMargin == 2)
      #expect(try await margin("", apart + #","ordFrozen":\#(none)"#).maintenanceMargin == 1)
    }
    let wallet = #"{\#(whole)"ordFroz":"12.5","details":[]}"#
    #expect(try await snapshot(wallet).contradiction == nil, "the orders explain it")
  }

  @Test("knows the margin behind an isolated position, or that it does not know it")
  func isolated() async throws {
    let row = position(#""posSide":"net","pos":"1""#).replacing("cross", with: "isolated")
    let known = row.replacing(#""margin":"""#, with: #""margin":"12.5""#)
    let modes = try await snapshot(#"{"details":[]}"#, row, known).positions.map(\.marginMode)
    #expect(modes == [nil, .isolated(margin: Decimal(string: "12.5")!)])
  }

  @Test("is no empty account when there is none")
  func noAccount() async {
    let client = CannedClient(now: now, answers: [("/api/v5/account/balance", data())])
    await #expect(throws: DecodingFault.self) {
      try await OKXAccountReader().snapshot(instruments: [:], client)
    }
  }

  @Test(
    "knows what its key may do",
    arguments: [
      (
        #"{"perm":"read_only","ip":""}"#, KeyPermissions(canTrade: false, canWithdraw: false, isBoundToAddresses: false)
      ),
      (
        #"{"perm":"read_only,withdraw,trade","ip":"1.2.3.4,5.6.7.8"}"#,
        KeyPermissions(canTrade: true, canWithdraw: true, isBoundToAddresses: true)
      ),
      ("{}", KeyPermissions(canTrade: nil, canWithdraw: nil, isBoundToAddresses: nil)),
    ])
  func permissions(row: String, expected: KeyPermissions) async throws {
    let client = CannedClient(now: now, answers: [("/api/v5/account/config", data(row))])
    #expect(try await OKXAccountReader().permissions(client) == expected)
  }

  private func bill(_ id: Int, _ time: Int64, _ members: String) -> String {
    #"{"billId":"\#(id)","type":"8","instId":"BTC-USD-SWAP","ccy":"BTC","ts":"\#(time)",\#(members)}"#
  }

  @Test("has its funding bill by bill, received positive, oldest first, wherever the venue books it")
  func funding() async throws {
    let start = now - .days(2)
    let first = start.milliseconds
    let client = CannedClient(
      now: now,
      answers: [
        (
          "/api/v5/account/bills",
          data(
            bill(3, first + 3, #""balChg":"-0.0001","posBalChg":"0","subType":"173""#),
            bill(2, first + 2, #""balChg":"0","posBalChg":"0.0002","subType":"174""#),
            bill(1, first, #""balChg":"9""#), #"{"billId":"0","type":"2"}"#)
        )
      ])
    let payments = try await OKXAccountReader().fundingPayments(since: start, client)
    #expect(payments.map(\.amount) == [Decimal(string: "0.0002"), Decimal(string: "-0.0001")])
    #expect(payments.map(\.asset) == ["BTC", "BTC"])
    #expect(payments.map(\.instrument.description) == ["okx:BTC-USD-SWAP", "okx:BTC-USD-SWAP"])
    #expect(client.targets == ["/api/v5/account/bills?type=8&begin=\(first)&limit=100"])
  }

  @Test("has what is more than a week ago from the archive, page by page, and ends")
  func pages() async throws {
    let start = now - .days(30)
    let rows = (0..<100).map { bill(1000 - $0, start.milliseconds + 5000 - Int64($0), #""balChg":"1""#) }
    let page = #"{"code":"0","data":[\#(rows.joined(separator: ","))]}"#
    let last = data(bill(1, start.milliseconds + 1, #""balChg":"2""#))
    let client = CannedClient(
      now: now, answers: [("/api/v5/account/bills-archive", page), ("/api/v5/account/bills-archive", last)])
    let payments = try await OKXAccountReader().fundingPayments(since: start, client)
    #expect(payments.count == 101)
    #expect(payments[0].amount == 2)
    #expect(client.targets[1].contains("&after=901&"))
    let circle = CannedClient(now: now, answers: [("/api/v5/account/bills-archive", page)])
    #expect(try await OKXAccountReader().fundingPayments(since: start, circle).count == 100)
    #expect(circle.requests.count == 2)
  }

  @Test("that the venue documents", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func recorded() async throws {
    let payloads = VenuePayloads("okx")
    let client = CannedClient(
      now: now,
      answers: [
        ("/api/v5/account/balance", try payloads.text("account-balance__jk_GetAccountBalance.json")),
        ("/api/v5/account/positions", try payloads.text("account-positions__jk_GetAccountPositions.json")),
      ])
    let snapshot = try await OKXAccountReader().snapshot(instruments: [:], client)
    #expect(snapshot.balances == ["USDT": Decimal(string: "4850.435693622894")!])
    #expect(snapshot.margin.ratio == 143682.59776662575)
    #expect(snapshot.margin.maintenanceMargin == 0.3428274116)
    let position = try #require(snapshot.positions.first)
    #expect(position.instrument.symbol == "ETH-USD-210430")
    #expect(position.contracts == 1)
    #expect(position.marginMode == .isolated(margin: Decimal(string: "0.0003896645377994")!))
    #expect(position.venue.liquidationPrice == 2352.8496681818233)
    let bill = try #require(try payloads.json("income__okd_bills.json").need("data")[0])
    #expect(try OKXAccountReader().payment(bill) == nil, "a trade is no funding")
  }
}

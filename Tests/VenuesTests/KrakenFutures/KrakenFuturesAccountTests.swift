import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Kraken Futures' account")
struct KrakenFuturesAccountTests {
  private static let secret = "7zxMEF5p/Z8l2p2U7Ghv6x14Af+Fx+92tPgUdVQ748FOIrEoT9bgT+bTRfXc5pz8na+hL/QdrCVG7bh9KpT0eMTm"
  private let signer = KrakenFuturesSigner(VenueCredentials(key: "key", secret: secret))
  private let reader = KrakenFuturesAccountReader()
  private let now = Timestamp(milliseconds: 1_727_000_000_000)

  private func client(_ answers: [(path: String, text: String)]) -> CannedClient {
    CannedClient(now: now, answers: answers)
  }

  @Test("signs the venue's example of a challenge, and the path without /derivatives after the parameters as sent")
  func signature() {
    #expect(
      signer.authent("c100b894-1729-464d-ace1-52dbce11db42")
        == "4JEpF3ix66GA2B+ooK128Ift4XQVtc137N9yeg4Kqsn9PI0Kpzbysl9M1IeCEdjg0zl00wkVqcsnG4bmnlMb3A==")
    let accounts = signer.sign(VenueRequest(KrakenFuturesEndpoints.accounts), base: "https://host", at: now)
    #expect(accounts.url == "https://host/derivatives/api/v3/accounts")
    #expect(accounts.headers == [.init("APIKey", "key"), .init("Authent", signer.authent("/api/v3/accounts"))])
    let log = signer.sign(
      VenueRequest(KrakenFuturesEndpoints.log, ["since": "1", "sort": "asc"]), base: "", at: now)
    #expect(log.headers.last?.value == signer.authent("since=1&sort=asc/api/history/v3/account-log"))
    #expect(!log.description.contains("key"))
  }

  @Test(
    "tells what the key may do",
    arguments: [
      ("READ_ONLY", "NO_ACCESS", "[]", KeyPermissions(canTrade: false, canWithdraw: false, isBoundToAddresses: false)),
      (
        "FULL_ACCESS", "FULL_ACCESS", #"["192.168.0.0/16"]"#,
        KeyPermissions(canTrade: true, canWithdraw: true, isBoundToAddresses: true)
      ),
    ])
  func permissions(general: String, transfer: String, blocks: String, expected: KeyPermissions) async throws {
    let answer = #"{"permissions":{"general":"\#(general)","transfer":"\#(transfer)"},"allowedCidrBlocks":\#(blocks)}"#
    #expect(try await reader.permissions(client([("/api/auth/v1/api-keys/v3/check", answer)])) == expected)
  }

  private let accounts = #"""
    {"accounts":{"cash":{"balances":{"xbt":1.5,"usd":0},"type":"cashAccount"},
     "fi_xbtusd":{"auxiliary":{"pv":2.5},"balances":{"fi_xbtusd_171215":50000,"xbt":2.4,"xrp":7},"currency":"xbt",
      "marginRequirements":{"mm":0.25},"type":"marginAccount"},
     "flex":{"currencies":{"USD":{"quantity":5000.5},"XBT":{"quantity":0.1}},"marginEquity":8000,"maintenanceMargin":400,
      "type":"multiCollateralMarginAccount"}}}
    """#
  private let positions = #"""
    {"serverTime":"2020-07-22T14:39:12.376Z","openPositions":[
     {"side":"short","symbol":"pi_xbtusd","price":9392.749993345933,"size":10000},
     {"side":"long","symbol":"PF_DEFIUSD","price":570,"size":1.5,"maxFixedLeverage":5},
     {"side":"odd","symbol":"PF_ODDUSD","price":1,"size":3},{"symbol":"PF_NOSIZE","side":"long"}]}
    """#

  @Test("adds margin wallets up by coin, without contracts listed among them; cash is spot")
  func balances() async throws {
    let client = client([("/derivatives/api/v3/accounts", accounts), ("/derivatives/api/v3/openpositions", positions)])
    let snapshot = try await reader.snapshot(instruments: [:], client)
    #expect(snapshot.balances == ["BTC": Decimal(exactly: "2.5") ?? 0, "USD": Decimal(exactly: "5000.5") ?? 0])
    #expect(snapshot.spotBalances == ["BTC": Decimal(exactly: "1.5") ?? 0])
    #expect(snapshot.margin == AccountMargin(equity: 8000, maintenanceMargin: 400, ratio: 0.05, unit: "USD"))
    #expect(snapshot.at == Timestamp(iso8601: "2020-07-22T14:39:12.376Z"))
  }

  @Test("signs positions by their side; one without a side or a size is unknown, not flat")
  func sides() async throws {
    let client = client([("/derivatives/api/v3/accounts", accounts), ("/derivatives/api/v3/openpositions", positions)])
    let positions = try await reader.snapshot(instruments: [:], client).positions
    #expect(positions.map(\.instrument.symbol) == ["PI_XBTUSD", "PF_DEFIUSD", "PF_ODDUSD", "PF_NOSIZE"])
    #expect(positions.map(\.contracts) == [-10000, Decimal(exactly: "1.5"), nil, nil])
    #expect(positions.map(\.marginMode) == [.cross, nil, .cross, .cross])
    #expect(positions[1].leverage == 5)
  }

  @Test("tells the margin of the one pair that has some when there is no account of many coins")
  func singlePair() throws {
    let text =
      #"{"accounts":{"fi_xbtusd":{"auxiliary":{"pv":2.5},"balances":{"xbt":1},"currency":"xbt","marginRequirements":{"mm":0.25},"type":"marginAccount"}}}"#
    let snapshot = try KrakenFuturesAccountDecoder(venue: "kraken-futures")
      .snapshot(JSONText(text).root, positions: JSONText(#"{"openPositions":[]}"#).root, at: now)
    #expect(snapshot.margin == AccountMargin(equity: 2.5, maintenanceMargin: 0.25, ratio: 0.1, unit: "BTC"))
  }

  @Test("reads realised funding from the log in pages, by rising ids")
  func payments() async throws {
    func row(_ id: Int, _ funding: String) -> String {
      #"{"id":\#(id),"date":"2024-09-22T10:13:19.000Z","info":"funding rate change","contract":"pf_xbtusd","asset":"usd","realized_funding":\#(funding)}"#
    }
    let first = (1...500).map { row($0, $0 == 7 ? "-0.0153" : "null") }.joined(separator: ",")
    let client = client([
      ("/api/history/v3/account-log?since=1000&sort=asc&count=500", #"{"logs":[\#(first)]}"#),
      ("/api/history/v3/account-log?from=501", #"{"logs":[\#(row(501, "2.5")),\#(row(502, "0"))]}"#),
    ])
    let payments = try await reader.fundingPayments(since: Timestamp(milliseconds: 999), client)
    #expect(payments.map(\.amount) == [Decimal(exactly: "-0.0153"), Decimal(exactly: "2.5")])
    #expect(payments.map(\.instrument.symbol) == ["PF_XBTUSD", "PF_XBTUSD"])
    #expect(payments.map(\.asset) == ["USD", "USD"])
    #expect(client.requests.count == 2)
  }
}

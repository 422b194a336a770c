import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Deribit's account")
struct DeribitAccountTests {
  private typealias Samples = DeribitSamples
  private let reader = DeribitAccountReader()
  private let signer = DeribitSigner(VenueCredentials(key: "AMANDA", secret: "AMANDASECRECT"))

  /// The documentation's example: its secret, time, nonce and address.
  @Test(
    "signs as the venue's examples do",
    arguments: [
      (
        "GET\n/api/v2/private/get_account_summary?currency=BTC\n\n",
        "9bfbc51a2bc372d72cc396cf1a213dc78d42eb74cb7dc272351833ad0de276ab"
      ), ("", "56590594f97921b09b18f166befe0d1319b198bbcdad7ca73382de2f88fe9aa1"),
    ])
  func vectors(data: String, signature: String) {
    #expect(signer.signature(Timestamp(milliseconds: 1_576_074_319_000), "1iqt2wls", data) == signature)
  }

  @Test("puts the proof into a header, with a nonce of its own for each question and instant")
  func header() throws {
    let request = VenueRequest(DeribitEndpoints.positions, ["currency": "any", "kind": "future"])
    let time = Timestamp(milliseconds: 1_576_074_319_000)
    let signed = signer.sign(request, base: "https://host", at: time)
    #expect(signed.url == "https://host/api/v2/private/get_positions?currency=any&kind=future")
    let header = try #require(signed.headers.first)
    #expect(header.name == "Authorization")
    let parts = header.value.dropFirst("deri-hmac-sha256 ".count).split(separator: ",").map(String.init)
    #expect(parts[0] == "id=AMANDA")
    #expect(parts[1] == "ts=1576074319000")
    let nonce = String(parts[3].dropFirst("nonce=".count))
    let data = "GET\n/api/v2/private/get_positions?currency=any&kind=future\n\n"
    #expect(parts[2] == "sig=" + signer.signature(time, nonce, data))
    let later = signer.sign(request, base: "https://host", at: time + .milliseconds(1))
    let other = signer.sign(VenueRequest(DeribitEndpoints.summaries), base: "https://host", at: time)
    #expect(Set([signed, later, other].map { $0.headers[0].value.suffix(16) }).count == 3)
    #expect(!signed.description.contains("AMANDA"))
  }

  @Test("is let in by parameters, to hear what the key may do")
  func permissions() async throws {
    let signed = signer.sign(
      VenueRequest(DeribitEndpoints.authentication), base: "", at: Timestamp(milliseconds: 1_576_074_319_000))
    #expect(
      signed.url.hasPrefix(
        "/api/v2/public/auth?grant_type=client_signature&client_id=AMANDA&timestamp=1576074319000&nonce="))
    #expect(signed.headers.isEmpty)
    let answer = #"{"access_token":"x","scope":"account:read trade:read_write wallet:read block_trade:none"}"#
    let permissions = try await reader.permissions(Samples.client([("public/auth", answer)]))
    #expect(permissions == KeyPermissions(canTrade: true, canWithdraw: false))
  }

  private let summaries = #"""
    {"id":1,"summaries":[
     {"currency":"BTC","balance":1.5,"equity":1.52,"margin_balance":1.52,"maintenance_margin":0.0152},
     {"currency":"USDC","balance":0,"equity":0,"margin_balance":0,"maintenance_margin":0}]}
    """#
  private let positions = #"""
    [{"kind":"future","instrument_name":"BTC-PERPETUAL","direction":"sell","size":-120,"average_price":2559.92,
      "mark_price":2613.27,"total_profit_loss":0.02,"floating_profit_loss":0.005,"maintenance_margin":0.000459,
      "estimated_liquidation_price":9000,"leverage":50},
     {"kind":"future","instrument_name":"BTC-26JUN26","direction":"zero","size":0,"average_price":0},
     {"kind":"future","instrument_name":"ETH_USDC-PERPETUAL","direction":"buy","total_profit_loss":0}]
    """#

  private func client() -> CannedClient {
    Samples.client([("private/get_account_summaries", summaries), ("private/get_positions", positions)])
  }

  @Test("takes the whole profit since entry off the equity, as profit is paid out daily while the entry price stays")
  func snapshot() async throws {
    let snapshot = try await reader.snapshot(instruments: [:], client())
    #expect(snapshot.balances == ["BTC": Decimal(exactly: "1.5")])
    #expect(snapshot.margin == AccountMargin(equity: 1.52, maintenanceMargin: 0.0152, ratio: 0.01, unit: "BTC"))
  }

  @Test("counts a short in dollars below zero, leaves flat ones out, and keeps a size unknown that is not told")
  func sizes() async throws {
    let positions = try await reader.snapshot(instruments: [:], client()).positions
    #expect(positions.map(\.instrument.symbol) == ["BTC-PERPETUAL", "ETH_USDC-PERPETUAL"])
    #expect(positions.map(\.contracts) == [-120, nil])
    #expect(positions[0].entryPrice == Decimal(exactly: "2559.92"))
    #expect(positions[0].venue.unrealisedProfit == 0.02)
    #expect(positions[0].venue.liquidationPrice == 9000)
    #expect(positions[0].leverage == nil)
  }

  @Test("asks for positions of every kind; options tie up margin that is not the futures', flat ones do not")
  func options() async throws {
    func snapshot(size: String) async throws -> (AccountSnapshot, [String]) {
      let option = #"[{"kind":"option","instrument_name":"BTC-26JUN26-90000-C","direction":"sell","size":\#(size)}]"#
      let client = Samples.client([("private/get_account_summaries", summaries), ("private/get_positions", option)])
      return (try await reader.snapshot(instruments: [:], client), client.targets)
    }
    let (open, targets) = try await snapshot(size: "-1.5")
    #expect(targets.last == "/api/v2/private/get_positions?currency=any")
    #expect(open.positions.isEmpty && open.contradiction == nil)
    #expect(open.margin == AccountMargin(equity: 1.52, ratio: 0.01, unit: "BTC"))
    #expect(try await snapshot(size: "0").0.contradiction != nil, "nothing explains it")
  }

  @Test("has no margin to tell when several currencies have some")
  func severalCurrencies() throws {
    let text =
      #"[{"currency":"BTC","equity":1,"maintenance_margin":1},{"currency":"ETH","equity":1,"maintenance_margin":1}]"#
    let snapshot = try DeribitAccountDecoder(venue: "deribit", instruments: [:])
      .snapshot(JSONText(text).root, positions: JSONText("[]").root, at: Samples.now)
    #expect(snapshot.margin == AccountMargin())
  }

  @Test("reads funding from the log, page by page, without what repeats it")
  func payments() async throws {
    let first = #"""
      {"continuation":429946,"logs":[
       {"type":"settlement","interest_pl":0.00000993,"total_interest_pl":0.00001243,"instrument_name":"BTC-PERPETUAL",
        "timestamp":1613659544153,"currency":"BTC"},
       {"type":"deposit","interest_pl":null,"instrument_name":null,"timestamp":1613657828414,"currency":"BTC"}]}
      """#
    let second = #"""
      {"continuation":null,"logs":[{"type":"trade","interest_pl":-0.0000025,"instrument_name":"BTC-PERPETUAL",
       "timestamp":1613657734620,"currency":"BTC"},{"type":"trade","interest_pl":0,"instrument_name":"X","timestamp":5,"currency":"BTC"}]}
      """#
    let client = Samples.client([
      ("private/get_account_summaries", summaries), ("private/get_transaction_log", first),
      ("private/get_transaction_log?continuation=429946", second),
    ])
    let payments = try await reader.fundingPayments(since: Timestamp(milliseconds: 1), client)
    #expect(payments.map(\.amount) == [Decimal(exactly: "-0.0000025"), Decimal(exactly: "0.00000993")])
    #expect(payments.allSatisfy { $0.asset == "BTC" })
    #expect(client.requests.count == 3)
  }
}

import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Hyperliquid's account")
struct HyperliquidAccountTests {
  private let address = "0x00000000000000000000000000000000000000Ab"
  private let state = #"""
    {"marginSummary":{"accountValue":"110"},"crossMarginSummary":{"accountValue":"100.5","totalMarginUsed":"10"},
     "crossMaintenanceMarginUsed":"5.025","time":1754467216357,"assetPositions":[
      {"type":"oneWay","position":{"coin":"BTC","szi":"-0.5","entryPx":"100","leverage":{"type":"cross","value":20},
       "positionValue":"49","unrealizedPnl":"0.5","liquidationPx":"250.1","marginUsed":"10"}},
      {"type":"oneWay","position":{"coin":"HYPE","szi":"2.0","entryPx":"37.8","positionValue":"75.652",
       "leverage":{"type":"isolated","value":10,"rawUsd":"-68.1"},"unrealizedPnl":"-0.006","liquidationPx":null,
       "marginUsed":"7.525754"}},
      {"type":"oneWay","position":{"coin":"ETH","entryPx":"1700"}}]}
    """#
  private let spot =
    #"{"balances":[{"coin":"USDC","token":0,"total":"14.5","hold":"0"},{"coin":"PURR","total":"0.0"}]}"#

  private func client(_ answers: [(path: String, text: String)]) -> CannedClient {
    CannedClient(now: HyperliquidSamples.now, answers: answers)
  }

  @Test("takes unrealised profit and isolated margin off the wallet; a size that is missing stays unknown")
  func snapshot() async throws {
    let reader = HyperliquidAccountReader(address: address)
    let client = client([
      (#"/info "type":"clearinghouseState""#, state), (#"/info "type":"spotClearinghouseState""#, spot),
    ])
    let snapshot = try await reader.snapshot(instruments: [:], client)
    #expect(client.requests.allSatisfy { $0.body?.contains(address.lowercased()) == true })
    #expect(snapshot.at == Timestamp(milliseconds: 1_754_467_216_357))
    #expect(snapshot.balances == ["USDC": 100])
    #expect(snapshot.spotBalances == ["USDC": Decimal(exactly: "14.5")])
    #expect(snapshot.margin == AccountMargin(equity: 100.5, maintenanceMargin: 5.025, ratio: 0.05, unit: "USDC"))
    let positions = snapshot.positions
    #expect(positions.map(\.instrument.symbol) == ["BTC", "HYPE", "ETH"])
    #expect(positions.map(\.contracts) == [Decimal(exactly: "-0.5"), 2, nil])
    #expect(positions.map(\.marginMode) == [.cross, .isolated(margin: Decimal(exactly: "7.531754") ?? 0), nil])
    #expect(positions[0].venue.markPrice == 98)
    #expect(positions[0].venue.liquidationPrice == 250.1)
    #expect(positions[1].venue.liquidationPrice == nil)
    #expect(positions[0].leverage == 20)
  }

  @Test("does not take the empty account of an agent or of nobody for flat", arguments: ["agent", "missing"])
  func agent(role: String) async throws {
    let empty = #"{"crossMarginSummary":{"accountValue":"0.0"},"assetPositions":[],"time":1}"#
    let client = client([
      (#"/info "type":"clearinghouseState""#, empty), (#"/info "type":"spotClearinghouseState""#, #"{"balances":[]}"#),
      (#"/info "type":"userRole""#, #"{"role":"\#(role)","data":{"user":"0xfeed"}}"#),
    ])
    let reader = HyperliquidAccountReader(address: address)
    let fault = await #expect(throws: VenueFault.self) { try await reader.snapshot(instruments: [:], client) }
    guard case .keyRefused = fault else { Issue.record("\(String(describing: fault))"); return }
  }

  @Test(
    "refuses what is no address before anybody is asked",
    arguments: ["", "0x12", "BTC", "0x" + String(repeating: "g", count: 40)])
  func noAddress(text: String) async throws {
    let client = client([])
    let reader = HyperliquidAccountReader(address: text)
    await #expect(throws: VenueFault.self) { try await reader.snapshot(instruments: [:], client) }
    await #expect(throws: VenueFault.self) { try await reader.fundingPayments(since: HyperliquidSamples.now, client) }
    #expect(client.requests.isEmpty)
  }

  @Test("can do nothing with an address")
  func permissions() async throws {
    let reader = HyperliquidAccountReader(address: address)
    let client = client([("/info", #"{"role":"user"}"#)])
    #expect(try await reader.permissions(client) == KeyPermissions(canTrade: false, canWithdraw: false))
  }

  @Test("reads payments in pages; those that bear one time are neither lost nor counted twice")
  func payments() async throws {
    func row(_ time: Int64, _ coin: String, _ amount: String) -> String {
      #"{"time":\#(time),"hash":"0x","delta":{"type":"funding","coin":"\#(coin)","usdc":"\#(amount)","szi":"1"}}"#
    }
    let first = (0..<499).map { row(1000 + $0, "BTC", "-0.5") } + [row(1499, "BTC", "1")]
    let second = [row(1499, "BTC", "1"), row(1499, "ETH", "2.5"), row(1600, "BTC", "3")]
    let client = client([
      ("/info", "[\(first.joined(separator: ","))]"), ("/info", "[\(second.joined(separator: ","))]"),
    ])
    let reader = HyperliquidAccountReader(address: address)
    let payments = try await reader.fundingPayments(since: Timestamp(milliseconds: 999), client)
    #expect(payments.count == 502)
    #expect(payments.suffix(3).map(\.amount) == [1, Decimal(exactly: "2.5"), 3])
    #expect(client.requests[1].body?.contains(#""startTime":1499"#) == true)
    #expect(payments.first?.asset == "USDC")
  }
}

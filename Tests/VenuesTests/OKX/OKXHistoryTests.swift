import FoundationEssentials
import HedgeModel
import Testing

@testable import Venues

@Suite("OKX's history")
struct OKXHistoryTests {
  private let day: Int64 = 86_400_000
  private let market = OKXMarket()
  private let swap = OKXValuesTests.instrument("BTC-USDT-SWAP")

  private func candles(_ days: [Int64], open: Int64? = nil, volume: String = "1") -> String {
    let rows = days.map {
      #"["\#($0 * day)","1","1","1","\#($0)","\#(volume)","1","1","\#($0 == open ? 0 : 1)"]"#
    }
    return #"{"code":"0","data":[\#(rows.joined(separator: ","))]}"#
  }

  private func bars(_ client: CannedClient, from: Int64, to: Int64) async throws -> [Bar] {
    try await market.bars(
      of: swap, .day, from: Timestamp(milliseconds: from * day), to: Timestamp(milliseconds: to * day), client)
  }

  @Test("asks for days of UTC, gives bars by the end of their day, and none that the venue has not confirmed")
  func closed() async throws {
    let client = CannedClient(
      now: Timestamp(milliseconds: 105 * day + 5),
      answers: [("/api/v5/market/candles", candles([104, 103, 102, 101, 100], open: 104))])
    let bars = try await bars(client, from: 101, to: 110)
    #expect(bars.map { $0.close.milliseconds / day } == [102, 103, 104])
    #expect(bars.map(\.price) == [101, 102, 103])
    #expect(
      client.targets == [
        "/api/v5/market/candles?instId=BTC-USDT-SWAP&bar=1Dutc&after=\(104 * day + 6)&limit=300"
      ])
  }

  @Test("goes to the archive for what is long ago, page by page, each bar once")
  func archive() async throws {
    let first = Array(stride(from: Int64(2000), to: 1900, by: -1))
    let second = Array(stride(from: Int64(1901), to: 1850, by: -1))
    let client = CannedClient(
      now: Timestamp(milliseconds: 4000 * day),
      answers: [
        ("/api/v5/market/history-candles", candles(first)), ("/api/v5/market/history-candles", candles(second)),
      ])
    let bars = try await bars(client, from: 1000, to: 2001)
    #expect(bars.count == 150)
    #expect(zip(bars, bars.dropFirst()).allSatisfy { $0.close < $1.close })
    #expect(client.targets.count == 2)
    #expect(client.targets[1].hasSuffix("after=\(1901 * day)&limit=100"))
  }

  @Test("asks for hours by their own name")
  func hours() async throws {
    let client = CannedClient(now: Timestamp(milliseconds: 2 * day), answers: [("/api/v5/market/candles", candles([]))])
    _ = try await market.bars(of: swap, .hour, from: .init(milliseconds: day), to: .init(milliseconds: 2 * day), client)
    #expect(client.targets[0].contains("bar=1H&after=\(2 * day - 3_600_000 + 1)&"))
  }

  @Test("leaves gaps gaps, and ends when the venue gives the same page for ever")
  func gaps() async throws {
    let now = Timestamp(milliseconds: 200 * day)
    let missing = CannedClient(now: now, answers: [("/api/v5/market/candles", candles([103, 101]))])
    #expect(try await bars(missing, from: 100, to: 110).map { $0.close.milliseconds / day } == [102, 104])
    let quiet = CannedClient(now: now, answers: [("/api/v5/market/candles", candles([103], volume: "0"))])
    #expect(try await bars(quiet, from: 100, to: 110).map(\.price) == [nil])
    let page = candles(Array(stride(from: Int64(500), to: 200, by: -1)))
    let circle = CannedClient(now: .init(milliseconds: 600 * day), answers: [("/api/v5/market/candles", page)])
    _ = try await bars(circle, from: 1, to: 501)
    #expect(circle.requests.count <= 3)
  }

  @Test("of funding has the rates that were paid, oldest first")
  func funding() async throws {
    let text = #"""
      {"code":"0","data":[{"fundingRate":"0.9","realizedRate":"-0.0002","fundingTime":"20000"},
      {"fundingRate":"0.0001","realizedRate":"","fundingTime":"15000"},{"fundingRate":"1","fundingTime":"10000"}]}
      """#
    let client = CannedClient(
      now: Timestamp(milliseconds: 30_000), answers: [("/api/v5/public/funding-rate-history", text)])
    let start = Timestamp(milliseconds: 10_000)
    let stamps = try await market.fundingStamps(of: swap, since: start, client)
    #expect(stamps.map(\.rate) == [0.0001, -0.0002])
    #expect(stamps.map(\.time.milliseconds) == [15_000, 20_000])
    #expect(client.targets == ["/api/v5/public/funding-rate-history?instId=BTC-USDT-SWAP&before=10000&limit=100"])
    #expect(try await market.fundingStamps(of: OKXValuesTests.instrument("BTC-USDT"), since: start, client).isEmpty)
  }

  @Test(
    "of tiers charges the whole position at the rate of the bracket it reaches, contracts made notional by the mark")
  func tiers() async throws {
    let rows = #"""
      {"code":"0","data":[{"instFamily":"BTC-USDT","minSz":"1000","maxSz":"3000","mmr":"0.005","maxLever":"75"},
      {"instFamily":"BTC-USDT","minSz":"0","maxSz":"1000","mmr":"0.004","maxLever":"100"},
      {"instFamily":"ETH-USDT","minSz":"0","maxSz":"10","mmr":"0.9","maxLever":"1"}]}
      """#
    let client = CannedClient(
      now: Timestamp(milliseconds: 0),
      answers: [
        ("/api/v5/public/mark-price", #"{"code":"0","data":[{"instId":"BTC-USDT-SWAP","markPx":"60000.5"}]}"#),
        ("/api/v5/public/position-tiers", rows),
      ])
    let table = try #require(try await market.publicTiers(of: [swap], client)[swap.id])
    #expect(table.rule == .wholePosition)
    #expect(table.tiers.map(\.floor) == [0, 600_005], "1,000 contracts of 0.01 BTC at 60,000.5")
    #expect(table.tiers.map(\.maintenanceRate) == [Decimal(string: "0.004"), Decimal(string: "0.005")])
    #expect(table.tiers.map(\.maximumLeverage) == [100, 75])
    #expect(table.source.contains("60000.5"))
    #expect(
      client.targets.last == "/api/v5/public/position-tiers?instType=SWAP&tdMode=cross&instFamily=BTC-USDT")
  }

  @Test("of tiers of an inverse future counts the notional in the coin, and has none without a mark price")
  func inverseTiers() async throws {
    let future = Instrument.perpetual("okx", "BTC-USD-SWAP", .inverse, multiplier: 100)
    let rows = try JSONText(#"[{"maxSz":"500","mmr":"0.004"},{"maxSz":"900","mmr":"0.01"}]"#).root.elements
    let now = Timestamp(milliseconds: 0)
    let table = try #require(try market.tiers(Array(rows), of: future, mark: 50_000, now: now))
    #expect(table.tiers.map(\.floor) == [0, 1])
    let client = CannedClient(now: now, answers: OKXEndpoints.all.map { ($0.path, #"{"code":"0","data":[]}"#) })
    #expect(try await market.publicTiers(of: [future], client).isEmpty)
  }

  @Test("of tiers asks for five families at a time")
  func families() async throws {
    let futures = (0..<7).map { OKXValuesTests.instrument("A\($0)-USDT-SWAP") }
    let client = CannedClient(
      now: Timestamp(milliseconds: 0), answers: OKXEndpoints.all.map { ($0.path, #"{"code":"0","data":[]}"#) })
    _ = try await market.publicTiers(of: futures, client)
    let asked = client.requests.filter { $0.endpoint == OKXEndpoints.tiers }
    #expect(asked.map { $0.query.last?.value.split(separator: ",").count } == [5, 2])
  }
}

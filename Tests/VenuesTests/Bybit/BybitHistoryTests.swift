import FoundationEssentials
import HedgeModel
import Testing

@testable import Venues

@Suite("Bybit's history")
struct BybitHistoryTests {
  private let day: Int64 = 86_400_000
  private let perpetual = Instrument.perpetual("bybit-linear", "BTCUSDT")

  /// Day candles with these opening days, in this order; the price is the day's number.
  private func candles(_ days: [Int64], volume: String = "1") -> String {
    let rows = days.map { #"["\#($0 * day)","1","1","1","\#($0)","\#(volume)","1"]"# }
    return #"{"retCode":0,"result":{"list":[\#(rows.joined(separator: ","))]}}"#
  }

  private func bars(_ client: CannedClient, from: Int64, to: Int64) async throws -> [Bar] {
    try await BybitMarket(.linear).bars(
      of: perpetual, .day, from: Timestamp(milliseconds: from * day), to: Timestamp(milliseconds: to * day), client)
  }

  @Test("gives bars by the end of their day, oldest first, and none that is still open")
  func closed() async throws {
    let client = CannedClient(
      now: Timestamp(milliseconds: 104 * day + 5),
      answers: [("/v5/market/kline", candles([104, 103, 102, 101, 100, 99]))])
    let bars = try await bars(client, from: 101, to: 110)
    #expect(bars.map { $0.close.milliseconds / day } == [102, 103, 104])
    #expect(bars.map(\.price) == [101, 102, 103])
  }

  @Test("asks for days or hours, up to the newest that is closed")
  func question() async throws {
    let client = CannedClient(now: Timestamp(milliseconds: 104 * day), answers: [("/v5/market/kline", candles([]))])
    _ = try await bars(client, from: 101, to: 103)
    _ = try await BybitMarket(.spot).bars(
      of: .spot("bybit-spot", "BTCUSDT"), .hour, from: Timestamp(milliseconds: day),
      to: Timestamp(milliseconds: 2 * day), client)
    let hour: Int64 = 3_600_000
    #expect(
      client.targets == [
        "/v5/market/kline?category=linear&symbol=BTCUSDT&interval=D&start=\(100 * day + 1)&end=\(102 * day)&limit=1000",
        "/v5/market/kline?category=spot&symbol=BTCUSDT&interval=60&start=\(day - hour + 1)&end=\(2 * day - hour)"
          + "&limit=1000",
      ])
  }

  @Test("leaves gaps gaps: a day that is missing is missing, one without a trade has no price")
  func gaps() async throws {
    let now = Timestamp(milliseconds: 200 * day)
    let missing = CannedClient(now: now, answers: [("/v5/market/kline", candles([103, 101]))])
    #expect(try await bars(missing, from: 100, to: 110).map { $0.close.milliseconds / day } == [102, 104])
    let quiet = CannedClient(now: now, answers: [("/v5/market/kline", candles([103], volume: "0"))])
    #expect(try await bars(quiet, from: 100, to: 110).map(\.price) == [nil])
  }

  @Test("goes back page by page until the beginning is reached, each bar once")
  func pages() async throws {
    let first = Array(stride(from: Int64(2000), to: 1000, by: -1))
    let second = Array(stride(from: Int64(1001), to: 500, by: -1))
    let client = CannedClient(
      now: Timestamp(milliseconds: 3000 * day),
      answers: [("/v5/market/kline", candles(first)), ("/v5/market/kline", candles(second))])
    let bars = try await bars(client, from: 400, to: 2001)
    #expect(bars.count == 1500)
    #expect(zip(bars, bars.dropFirst()).allSatisfy { $0.close < $1.close })
    #expect(client.requests.count == 2)
    #expect(client.targets[1].contains("end=\(1001 * day - 1)&"))
  }

  @Test("ends when the venue gives the same page for ever")
  func circles() async throws {
    let page = candles(Array(stride(from: Int64(2000), to: 1000, by: -1)))
    let client = CannedClient(now: Timestamp(milliseconds: 3000 * day), answers: [("/v5/market/kline", page)])
    _ = try await bars(client, from: 1, to: 2001)
    #expect(client.requests.count <= 3)
  }

  @Test("of funding has the settled rates after the beginning, oldest first")
  func funding() async throws {
    let rows = [30, 20, 10].map {
      #"{"symbol":"BTCUSDT","fundingRate":"-0.000\#($0)","fundingRateTimestamp":"\#($0)000"}"#
    }
    let text = #"{"retCode":0,"result":{"list":[\#(rows.joined(separator: ","))]}}"#
    let client = CannedClient(now: Timestamp(milliseconds: 40_000), answers: [("/v5/market/funding/history", text)])
    let start = Timestamp(milliseconds: 10_000)
    let stamps = try await BybitMarket(.linear).fundingStamps(of: perpetual, since: start, client)
    #expect(stamps.map(\.time.milliseconds) == [20_000, 30_000])
    #expect(stamps.map(\.rate) == [-0.0002, -0.0003])
    #expect(
      client.targets == [
        "/v5/market/funding/history?category=linear&symbol=BTCUSDT&startTime=10001&endTime=40000&limit=200"
      ])
    #expect(try await BybitMarket(.spot).fundingStamps(of: .spot("bybit-spot", "X"), since: start, client).isEmpty)
    #expect(client.requests.count == 1)
  }

  @Test(
    "of risk limits makes brackets that begin where the one before ends, rates being fractions or percentages",
    arguments: [
      (["0.5", "1"], ["1", "2"]), (["0.005", "0.01"], ["0.01", "0.02"]),
    ])
  func tiers(maintenance: [String], initial: [String]) async throws {
    func row(_ limit: String, _ place: Int, _ leverage: String) -> String {
      #"{"symbol":"BTCUSDT","riskLimitValue":"\#(limit)","maintenanceMargin":"\#(maintenance[place])","#
        + #""initialMargin":"\#(initial[place])","maxLeverage":"\#(leverage)"}"#
    }
    let rows = [row("4000000", 1, "50.00"), row("2000000", 0, "100.00"), #"{"symbol":"ETHUSDT"}"#]
    let text = #"{"retCode":0,"result":{"list":[\#(rows.joined(separator: ","))],"nextPageCursor":""}}"#
    let client = CannedClient(now: Timestamp(milliseconds: 0), answers: [("/v5/market/risk-limit", text)])
    let table = try #require(try await BybitMarket(.linear).publicTiers(of: [perpetual], client)[perpetual.id])
    #expect(table.rule == .marginal)
    #expect(table.tiers.map(\.floor) == [0, 2_000_000])
    #expect(table.tiers.map(\.maintenanceRate) == [Decimal(string: "0.005"), Decimal(string: "0.01")])
    #expect(table.tiers.map(\.maximumLeverage) == [100, 50])
    #expect(table.deductions == [0, 10_000])
    #expect(table.source.contains("1970-01-01"))
    #expect(client.targets == ["/v5/market/risk-limit?category=linear&symbol=BTCUSDT"])
  }

  @Test("of risk limits that the venue really gave", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func recordedTiers() throws {
    let list = try VenuePayloads("bybit").json("leverage-tiers__jk_GetRiskLimit.json").need("result").need("list")
    let table = try #require(try BybitMarket(.inverse).tiers(Array(list.elements), source: ""))
    #expect(table.tiers.map(\.maintenanceRate) == [Decimal(string: "0.005")])
  }
}

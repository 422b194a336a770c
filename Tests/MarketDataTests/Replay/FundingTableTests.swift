import HedgeModel
import MarketData
import Testing

@Suite struct FundingTableTests {
  @Test("the interval is the real time since the previous payment of the symbol, the first one's to the next")
  func intervals() throws {
    let text = """
      time,symbol,rate,mark_price,mark_source
      2021-01-01T00:00:00Z,BTCUSDT,0.0001,29000.5,api
      2021-01-01T04:00:00Z,ETHUSDT,-0.0002,,
      2021-01-01T08:00:00Z,BTCUSDT,0.0001,,
      2021-01-01T12:00:00Z,BTCUSDT,6.27e-08,,
      """
    let table = try FundingTable(bytes: Array(text.utf8), file: "f.csv")
    #expect(table.symbols == ["BTCUSDT", "ETHUSDT"])
    let bitcoin = try #require(table.events["BTCUSDT"])
    #expect(bitcoin.map(\.interval) == [.hours(8), .hours(8), .hours(4)])
    #expect(bitcoin.map(\.stamp.rate) == [0.0001, 0.0001, 6.27e-08])
    #expect(bitcoin.map(\.stamp.markPrice) == [29000.5, nil, nil])
    #expect(table.events["ETHUSDT"]?.map(\.interval) == [nil], "one payment has no interval")
  }

  @Test("the recorded payments are read whole", .enabled(if: ReferenceData.isPresent, "no recorded market data here"))
  func recorded() throws {
    let table = try FundingTable(path: ReferenceData.path("funding_binance_2020_2022H1.csv"))
    #expect(table.symbols == ["BTCUSDT", "ETHUSDT", "SOLUSDT"])
    #expect(table.events.values.map(\.count).reduce(0, +) == 7438)
    #expect(table.events["SOLUSDT"]?.allSatisfy { $0.stamp.markPrice == nil } == true)
    let intervals = Set(table.events.values.joined().compactMap(\.interval))
    #expect(intervals.contains(.hours(8)) && intervals.allSatisfy { $0 > .zero })
  }
}

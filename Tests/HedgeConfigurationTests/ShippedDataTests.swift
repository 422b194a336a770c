import FoundationEssentials
@testable import HedgeConfiguration
import HedgeModel
import Testing

@Suite struct ShippedDataTests {
  private let catalog: Catalog

  init() throws {
    catalog = try ShippedCatalog.catalog.get()
  }

  private func decimals(_ texts: String...) -> [Decimal] { texts.compactMap { Decimal(exactly: $0) } }

  @Test("every shipped future names a margin table that exists")
  func tablesExist() {
    for entry in catalog.instruments.values where entry.instrument.isFuture {
      #expect(entry.tiers.flatMap { catalog.tiers[$0] } != nil, "\(entry.instrument.id)")
    }
    #expect(catalog.fees != nil)
  }

  @Test("every table and file says where its figures come from")
  func sourcesAreStated() {
    #expect(catalog.tiers.values.allSatisfy { $0.source.count > 10 })
    #expect(throws: ConfigurationError.self) { try ShippedCatalog.read("[fees]\ntaker = 1\n", file: "x") }
  }

  @Test("the deductions that follow from the brackets are the published ones")
  func deductions() throws {
    let btc = try #require(catalog.tiers["binance-usdm-btcusdt"])
    #expect(btc.deductions == decimals("0", "50", "950", "11450", "131450", "481450", "2981450", "14481450"))
    let eth = try #require(catalog.tiers["binance-usdm-ethusdt"])
    #expect(
      eth.deductions
        == decimals(
          "0", "150", "1025", "21025", "471025", "1971025", "3471025", "5471025", "15471025", "52971025"))
    let doge = try #require(catalog.tiers["binance-usdm-dogeusdt"])
    #expect(
      doge.deductions
        == decimals("0", "5", "15", "165", "11415", "38915", "148915", "288915", "1163915", "5663915"))
    let hyperliquid = try #require(catalog.tiers["hyperliquid-10x"])
    #expect(zip(hyperliquid.deductions, [0, 1_000, 7_666.666_667]).allSatisfy { abs($0.inexact - $1) < 1e-6 })
  }

  @Test("tables follow the rule of their venue")
  func rules() {
    #expect(catalog.tiers["okx-sample"]?.rule == .wholePosition)
    #expect(catalog.tiers["deribit-btc"]?.rule == .linearGrowth)
    #expect(catalog.tiers["deribit-btc"]?.growthPerCoin == Decimal(exactly: "0.00005"))
    #expect(catalog.tiers["binance-usdm-btcusdt"]?.rule == .marginal)
  }

  @Test("the simulated quarterly ends on a Friday at 08:00 UTC, 90 to 97 days away", arguments: 0..<400)
  func quarterly(hours: Int) {
    let start = Timestamp(milliseconds: testNow.milliseconds + Int64(hours) * 3_600_000)
    let expiry = QuarterlyExpiry.after(start)
    let days = (expiry - start).inDays
    #expect(days >= 90 && days < 97)
    #expect(expiry.milliseconds % 86_400_000 == 8 * 3_600_000)
    // 1970-01-02, day 1, was a Friday.
    #expect((expiry.milliseconds / 86_400_000) % 7 == 1)
  }

  @Test("no instant makes the expiry overflow", arguments: [Int64.min, -1, 0, Int64.max])
  func quarterlyAtTheEnds(milliseconds: Int64) {
    #expect(QuarterlyExpiry.after(Timestamp(milliseconds: milliseconds)).milliseconds > 0)
  }
}

import FoundationEssentials
import HedgeModel
import Testing

@Suite struct FillTests {
  static let leg = LegID(strategy: "core", instrument: InstrumentID(venue: "v", symbol: "BTC"), account: "main")

  static func fill(
    _ contracts: Decimal, at price: Decimal, on old: Decimal, entry: Decimal?,
    _ convention: Instrument.Convention = .linear
  ) -> Fill {
    Fill(
      leg: leg, contracts: contracts, price: price, fee: nil, oldContracts: old, oldEntryPrice: entry,
      convention: convention)
  }

  static func instrument(_ convention: Instrument.Convention, multiplier: Decimal = 1) -> Instrument {
    Instrument(
      id: leg.instrument, kind: .perpetual(fundingInterval: .hours(8)), convention: convention, underlying: "BTC",
      quote: "USD", settlement: convention == .linear ? "USD" : "BTC", multiplier: multiplier, tickSize: 1, lotStep: 1)
  }

  @Test("opening takes the price of the fill")
  func opens() {
    let fill = Self.fill(-2, at: 65_000, on: 0, entry: nil)
    #expect(fill.newContracts == -2 && fill.newEntryPrice == 65_000)
  }

  @Test("adding averages by contracts when linear, by coins when inverse")
  func averages() throws {
    #expect(Self.fill(-1, at: 70_000, on: -3, entry: 66_000).newEntryPrice == 67_000)
    let inverse = try #require(Self.fill(-100, at: 50_000, on: -100, entry: 25_000, .inverse).newEntryPrice)
    #expect(abs(inverse.inexact - 2 / (1 / 50_000.0 + 1 / 25_000.0)) < 1e-6)
  }

  @Test("reducing keeps the entry, closing leaves none, crossing zero starts anew")
  func reduces() {
    #expect(Self.fill(1, at: 70_000, on: -3, entry: 66_000).newEntryPrice == 66_000)
    let closed = Self.fill(3, at: 70_000, on: -3, entry: 66_000)
    #expect(closed.newContracts == 0 && closed.newEntryPrice == nil)
    #expect(Self.fill(4, at: 70_000, on: -3, entry: 66_000).newEntryPrice == 70_000)
  }

  @Test(
    "only what is closed realises a profit, in the settlement asset",
    arguments: [
      (1, 60_000, -3, 5_000), (5, 60_000, -3, 15_000), (-1, 60_000, -3, 0), (2, 70_000, -2, -10_000),
    ] as [(Decimal, Decimal, Decimal, Decimal)])
  func realised(contracts: Decimal, price: Decimal, old: Decimal, profit: Decimal) {
    let fill = Self.fill(contracts, at: price, on: old, entry: 65_000)
    #expect(fill.realisedProfit(of: Self.instrument(.linear)) == profit, "\(contracts) at \(price) on \(old)")
  }

  @Test("an inverse short closed lower is paid in coins")
  func realisedInverse() {
    let fill = Self.fill(500, at: 40_000, on: -500, entry: 50_000, .inverse)
    let coins = fill.realisedProfit(of: Self.instrument(.inverse, multiplier: 100))
    #expect(abs(coins.inexact - 50_000 * (1 / 40_000.0 - 1 / 50_000.0)) < 1e-12)
  }
}

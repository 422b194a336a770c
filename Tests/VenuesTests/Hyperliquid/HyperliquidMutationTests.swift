import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Hyperliquid's answers, changed")
struct HyperliquidMutationTests {
  private let market = HyperliquidSamples.market
  private let now = HyperliquidSamples.now

  @Test("never crash and never give a price, a step or a multiplier that is not positive")
  func answers() {
    var mutator = ByteMutator(seed: 21)
    let wanted = ["BTC": HyperliquidSamples.bitcoin, "PURR/USDC": HyperliquidSamples.purr]
    for _ in 0..<500 {
      if let root = try? JSONText(mutator.mutate(Array(HyperliquidSamples.perpetuals.utf8))).root {
        #expect((try? market.perpetualValues(root, of: wanted, at: now))?.allSatisfy(\.isPositive) ?? true)
        #expect((try? market.perpetuals(root))?.allSatisfy { $0.tickSize > 0 && $0.lotStep > 0 } ?? true)
        let tiers = root[0].flatMap { try? market.tiers($0, source: "") } ?? [:]
        #expect(tiers.values.allSatisfy { $0.tiers.allSatisfy { $0.maintenanceRate > 0 } })
      }
      if let root = try? JSONText(mutator.mutate(Array(HyperliquidSamples.spots.utf8))).root {
        #expect((try? market.spotValues(root, of: wanted, at: now))?.allSatisfy(\.isPositive) ?? true)
        #expect((try? market.spots(root))?.allSatisfy { $0.tickSize > 0 && $0.lotStep > 0 } ?? true)
      }
    }
  }

  @Test(
    "real ones never crash", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence),
    arguments: VenuePayloads("hyperliquid").entries().filter { !$0.type.hasPrefix("ws") })
  func payloads(entry: VenuePayloads.Entry) throws {
    var mutator = ByteMutator(seed: 22)
    let decoder = HyperliquidAccountDecoder(venue: "hyperliquid")
    let bytes = Array(try entry.bytes().prefix(6000))
    for _ in 0..<300 {
      guard let root = try? JSONText(mutator.mutate(bytes)).root else { continue }
      #expect((try? HyperliquidMarket.bars(root, .hour))?.allSatisfy { $0.price ?? 1 > 0 } ?? true)
      _ = try? HyperliquidMarket.book(root)
      _ = try? HyperliquidMarket.stamps(root)
      _ = try? decoder.payments(root)
      _ = try? decoder.snapshot(root, spot: root, at: now)
    }
  }
}

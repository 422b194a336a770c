import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Kraken Futures' answers, changed", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
struct KrakenFuturesMutationTests {
  @Test(
    "never crash and never give a price, a step or a rate of margin that is not one",
    arguments: VenuePayloads("kraken-futures").entries().filter { $0.type != "ws-session" })
  func answers(entry: VenuePayloads.Entry) throws {
    var mutator = ByteMutator(seed: 25)
    let market = KrakenFuturesMarket()
    let now = Timestamp(milliseconds: 1_680_307_199_000)
    let future = Instrument.perpetual("kraken-futures", "PI_XBTUSD", .inverse)
    let decoder = KrakenFuturesAccountDecoder(venue: "kraken-futures")
    let bytes = try entry.bytes()
    for _ in 0..<200 {
      guard let root = try? JSONText(mutator.mutate(bytes)).root else { continue }
      #expect((try? market.values(root, of: [future], at: now))?.allSatisfy(\.isPositive) ?? true)
      let listed = root["instruments"]?.elements.compactMap(market.instrument) ?? []
      #expect(listed.allSatisfy { $0.tickSize > 0 && $0.lotStep > 0 && $0.multiplier > 0 })
      let tiers = try? market.tiers(root, of: [future], marks: [future.id: 100], source: "")
      #expect(tiers?.values.allSatisfy { $0.tiers.allSatisfy { (0...1).contains($0.maintenanceRate) } } ?? true)
      #expect((try? KrakenFuturesMarket.bars(root, .hour))?.allSatisfy { $0.price ?? 1 > 0 } ?? true)
      _ = try? KrakenFuturesMarket.book(root)
      _ = try? KrakenFuturesMarket.stamps(root)
      _ = try? decoder.snapshot(root, positions: root, at: now)
      _ = try? decoder.payments(root["logs"].map { Array($0.elements) } ?? [])
    }
  }
}

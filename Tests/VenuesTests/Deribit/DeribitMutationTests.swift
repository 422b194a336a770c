import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Deribit's answers, changed", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
struct DeribitMutationTests {
  @Test(
    "never crash and never give a price or a step that is not positive",
    arguments: VenuePayloads("deribit").entries().filter { $0.type != "ws-session" })
  func answers(entry: VenuePayloads.Entry) throws {
    var mutator = ByteMutator(seed: 24)
    let bytes = try entry.bytes()
    let accounts = DeribitAccountDecoder(venue: "deribit", instruments: [:])
    for _ in 0..<200 {
      guard let root = try? JSONText(mutator.mutate(bytes)).root else { continue }
      let result = root["result"] ?? root["params"]?["data"] ?? root
      let ticker = try? DeribitTicker(result, isPerpetual: true)
      #expect(ticker?.mark ?? 1 > 0 && ticker?.index ?? 1 > 0 && ticker?.quote?.price ?? 1 > 0)
      let listed = result.elements.compactMap(DeribitMarket().instrument)
      #expect(listed.allSatisfy { $0.tickSize > 0 && $0.lotStep > 0 })
      #expect((try? DeribitMarket.hours(result))?.allSatisfy { $0.price ?? 1 > 0 } ?? true)
      _ = try? DeribitMarket.book(result)
      _ = try? DeribitMarket.stamps(result)
      _ = try? accounts.payments(result)
      _ = try? accounts.snapshot(result, positions: result["positions"] ?? result, at: DeribitSamples.now)
    }
  }
}

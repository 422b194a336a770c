import FoundationEssentials
import HedgeModel

/// The hedge a strategy holds on one coin, as it would be in each of the futures it has on that coin: perpetuals and
/// dated futures side by side.
public struct HedgeAlternatives: Hashable, Sendable {
  /// The coin.
  public let underlying: Asset
  /// Signed notional now held in all of its futures together, which each alternative is given.
  public let notional: Double
  /// The alternatives, the cheapest first; those whose cost is unknown come last.
  public let alternatives: [HedgeAlternative]

  /// The coins on which the strategy has more than one future and holds something, in the order of its legs. A coin
  /// whose notional is unknown has nothing to compare.
  public static func all(
    of strategy: StrategyFigures, terms: HedgePriceTerms, market: CarryMarket, at now: Timestamp
  ) -> [HedgeAlternatives] {
    let byCoin = Dictionary(grouping: strategy.legs.indices) { strategy.legs[$0].instrument.underlying }
    let coins = byCoin.sorted { $0.value[0] < $1.value[0] }
    return coins.compactMap { coin, places in
      let legs = places.map { strategy.legs[$0] }
      var seen: Set<InstrumentID> = []
      let candidates = legs.filter { seen.insert($0.id.instrument).inserted }.map {
        HedgeCandidate($0, market: market)
      }
      guard candidates.count > 1, let notional = legs.sum(\.notional).value, notional != 0 else { return nil }
      return HedgeAlternatives(
        underlying: coin, notional: notional,
        alternatives: HedgeAlternative.compare(candidates, notional: notional, terms: terms, at: now))
    }
  }
}

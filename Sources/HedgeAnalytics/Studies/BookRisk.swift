import FoundationEssentials
import HedgeModel

/// How much a strategy's book would have moved with and without its hedge, had it been held as it is now.
public enum BookRisk {
  /// The effectiveness of a strategy's hedge over the last `lookback` bars of its policy.
  ///
  /// Today's coins and contracts at the closes of their coins: futures move with their coin, their basis is not counted.
  /// Unknown when a position's value or a coin's history is missing.
  ///
  /// - Parameters:
  ///   - bars: closed bars of each coin, oldest first.
  ///   - source: the feed, for the provenance.
  public static func effectiveness(
    of strategy: StrategyFigures, bars: [Asset: [Bar]], source: String
  ) -> Reading<HedgeEffectiveness> {
    let policy = strategy.policy.beta
    guard let last = bars.values.compactMap(\.last?.close).max() else {
      return .unknown(UnknownReason(.notReceived, "no price history yet"))
    }
    return exposures(of: strategy).flatMap { exposures in
      let coins = exposures.keys.sorted()
      let returns = coins.map {
        ReturnSeries.window(
          bars[$0] ?? [], last: last, lookback: policy.lookback, interval: policy.interval, .simple)
      }
      let sums = (0..<policy.lookback).map { step in
        zip(coins, returns).reduce(into: (spot: 0.0, hedge: 0.0)) { sum, coin in
          guard let exposure = exposures[coin.0] else { return }
          sum.spot += exposure.hedged * coin.1[step]
          sum.hedge += exposure.hedge * coin.1[step]
        }
      }
      let value = exposures.values.reduce(0) { $0 + abs($1.hedged) }
      return HedgeEffectiveness.measure(
        BookReturns(
          valuesBefore: sums.map { _ in value }, spotProfits: sums.map(\.spot), hedgeProfits: sums.map(\.hedge)),
        policy.interval, minimumObservations: policy.minimumObservations,
        provenance: Provenance(asOf: last, source: source))
    }
  }

  /// What is hedged and what hedges it, by coin.
  private static func exposures(of strategy: StrategyFigures) -> Reading<[Asset: (hedged: Double, hedge: Double)]> {
    var gate = ReadingGate()
    var exposures: [Asset: (hedged: Double, hedge: Double)] = [:]
    for holding in strategy.holdings {
      exposures[holding.asset, default: (0, 0)].hedged += gate.take(holding.value) ?? 0
    }
    let side = HedgedSide(of: strategy)
    for leg in strategy.legs where leg.leg.contracts != 0 {
      let notional = gate.take(leg.notional) ?? 0
      if side.contains(leg.id.instrument, isLong: leg.leg.contractsValue > 0) {
        exposures[leg.instrument.underlying, default: (0, 0)].hedged += notional
      } else {
        exposures[leg.instrument.underlying, default: (0, 0)].hedge += notional
      }
    }
    return gate.reading(exposures)
  }
}

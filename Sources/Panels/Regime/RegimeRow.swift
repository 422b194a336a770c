import HedgeAnalytics
import HedgeModel

/// Something whose returns have a volatility: a coin, or a strategy's book with or without its hedge.
struct RegimeRow {
  /// `Main, hedged`, `BTC`.
  let name: String
  /// Realised volatility a year.
  let volatility: Reading<Double>
  /// What the hedge takes off; only a hedged book has one.
  var effectiveness: Reading<HedgeEffectiveness>?

  /// The book of a strategy with its hedge and without.
  static func books(_ strategy: String, _ effectiveness: Reading<HedgeEffectiveness>) -> [RegimeRow] {
    [
      RegimeRow(
        name: "\(strategy), hedged", volatility: effectiveness.map(\.volatilityHedged), effectiveness: effectiveness),
      RegimeRow(name: "\(strategy), unhedged", volatility: effectiveness.map(\.volatilityUnhedged)),
    ]
  }

  /// The coins of a study, the most volatile first, those of unknown volatility last.
  static func coins(_ study: MarketStudy) -> [RegimeRow] {
    study.volatilities.sorted { left, right in
      switch (left.value.value, right.value.value) {
      case (let first?, let second?) where first != second: first > second
      case (.some, nil): true
      case (nil, .some): false
      default: left.key < right.key
      }
    }.map { RegimeRow(name: $0.key.symbol, volatility: $0.value) }
  }
}

import FoundationEssentials
import HedgeModel

/// One coin of the simulated venue: what it is worth at the start, how it moves, and how its contracts are cut.
struct SimulatedCoin: Hashable, Sendable {
  /// The coin.
  let asset: Asset
  /// Spot price at the start, in USD.
  let startPrice: Double
  /// True sensitivity of its log return to that of the benchmark coin.
  let beta: Double
  /// Annualised volatility of the part of its log return that the benchmark does not explain, in a calm market.
  let idiosyncraticVolatility: Double
  /// Smallest step of its prices, spot and perpetual, in USD.
  let tickSize: Decimal
  /// Smallest step of a quantity, in coins.
  let lotStep: Decimal
  /// Half the distance between bid and ask, as a fraction of the price.
  let halfSpread: Double
  /// Hours between two funding payments of its perpetual.
  let fundingHours: Int
  /// Standard deviation of its perpetual's basis in the long run, as a fraction of the price.
  let basisDeviation: Double
  /// What stands at the best price of its perpetual's order book on the average, in USD.
  let depth: Double
}

import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// Metrics of the first panel, spot holdings.
enum SpotMetrics {
  static let strategy: [MetricRow<StrategySubject>] = [
    .money("spot_value", "Value of the strategy's spot positions.") { $0.figures.spotValue },
    .figure("spot_change_ratio", "Change of the spot value over 24 hours, a fraction.") { $0.figures.spotChange },
  ]

  static let holdings: [MetricRow<HoldingSubject>] = [
    .figure("holding_quantity", "Coins; the label account is there for collateral alone.") {
      $0.figures.quantity.map(\.inexact)
    },
    .money("holding_price", "Price of one coin.") { $0.figures.price },
    .figure("holding_change_ratio", "Move of the price over 24 hours, a fraction.") { $0.figures.change },
    .money("holding_value", "Quantity times price.") { $0.figures.value },
    .figure("holding_weight_ratio", "Share of the strategy's spot value.") { $0.figures.weight },
    .figure("holding_beta", "Beta of the coin to the benchmark.") { $0.figures.beta.map(\.beta) },
    .number("holding_beta_standard_error", "Standard error of that beta; none for a beta that is stated.") {
      $0.figures.beta.value?.standardError
    },
    .figure("holding_net_beta_contribution", "Its part of the strategy's net beta.") { $0.figures.contribution },
    .money("holding_unrealised_profit", "Value less stated cost; a loss is negative.") { $0.figures.unrealisedProfit },
  ]
}

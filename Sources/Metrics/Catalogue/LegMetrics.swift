import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// Metrics of the second panel, short legs.
enum LegMetrics {
  static let strategy: [MetricRow<StrategySubject>] = [
    .money("legs_notional", "Signed notional of the strategy's legs; short is negative.") { $0.figures.legNotional },
    .money("legs_unrealised_profit", "Profit of the legs since entry; a loss is negative.") {
      $0.figures.unrealisedProfit
    },
  ]

  static let legs: [MetricRow<LegSubject>] = [
    .facts("leg_info", "1; labels tell the coin and the sort of future.") { leg in
      let sort = if case .dated = leg.figures.instrument.kind { "dated" } else { "perpetual" }
      return [("underlying", leg.figures.instrument.underlying.symbol), ("kind", sort)]
    },
    .figure("leg_contracts", "Signed contracts; short is negative.") { $0.contracts },
    .figure("leg_entry_price", "Average price of entry, in the contract's own currency.") { $0.entryPrice },
    .money("leg_mark_price", "The venue's mark price.") { $0.figures.mark },
    .money("leg_notional", "Signed notional at the mark; short is negative.") { $0.figures.notional },
    .figure("leg_beta", "Beta of the underlying to the benchmark.") { $0.figures.beta.map(\.beta) },
    .figure("leg_net_beta_contribution", "Its part of the strategy's net beta; short is negative.") {
      $0.figures.contribution
    },
    .money("leg_unrealised_profit", "Profit since entry at the mark; a loss is negative.") {
      $0.figures.unrealisedProfit
    },
    .figure("leg_basis_ratio", "Future over spot less one, a fraction.") { $0.figures.basis.map { $0 / 10_000 } },
    .figure("leg_basis_annualised_ratio", "Basis of a dated future a year, simple, a fraction.") {
      $0.figures.annualisedBasis
    },
    .money("leg_initial_margin", "Notional over leverage.") { $0.figures.initialMargin },
    .money("leg_maintenance_margin", "Maintenance margin of this leg.") { $0.figures.maintenanceMargin },
    .money("leg_liquidation_price", "Price of the future that liquidates it while all else stands still.") {
      $0.figures.liquidationPrice
    },
    .figure("leg_liquidation_distance_ratio", "Signed move of the mark to the liquidation price, a fraction.") {
      $0.figures.liquidationDistance
    },
    .instant("leg_expiry_timestamp_seconds", "When a dated future settles.") { leg in
      if case .dated(let expiry) = leg.figures.instrument.kind { expiry } else { nil }
    },
    .number("leg_suggested_contracts", "Signed contracts that would bring the strategy back to its target.") {
      $0.suggestion?.contracts.inexact
    },
    MetricRow(
      metric: .ours("leg_suggested_notional", "Signed notional of that trade; nobody but you can make it.")
    ) { leg, text in
      guard let suggestion = leg.suggestion else { return }
      text.write(suggestion.notional, leg.labels.adding("currency", leg.currency))
    },
  ]
}

import HedgeAnalytics
import HedgeModel

/// Metrics of the fifth panel, funding drag.
enum FundingMetrics {
  static let strategy: [MetricRow<StrategySubject>] = [
    .money("funding_per_day", "Funding a day at the current rates; received is positive, paid negative.") {
      $0.figures.funding.perDay
    },
    .figure("funding_yield_ratio", "Funding a year over the notional that pays it; received is positive.") {
      $0.figures.funding.annualisedYield
    },
    .money("funding_accrued", "Funding since the legs were opened; received is positive, paid negative.") {
      $0.figures.funding.accrued
    },
    .money("funding_projected", "Funding over the holding period at the current rates; received is positive.") {
      $0.figures.funding.projected
    },
    .number("funding_holding_period_seconds", "The holding period of the policy.") {
      $0.figures.funding.holdingPeriod.inSeconds
    },
    .money("hedge_round_trip_fees", "Taker fees to open and close the hedge, positive.") {
      $0.figures.funding.roundTripFees
    },
    .figure(
      "hedge_break_even_move_ratio",
      "Fall of the market that earns what the hedge costs, a fraction; negative when it costs nothing."
    ) { $0.figures.funding.breakEvenMove },
    .instant("funding_next_timestamp_seconds", "The earliest next funding stamp of its legs.") {
      $0.figures.funding.nextStamp
    },
  ]

  static let legs: [MetricRow<LegSubject>] = [
    .figure("leg_funding_rate", "Funding rate of one interval; a short receives a positive rate.") {
      $0.figures.funding.rate.map(\.rate)
    },
    .number("leg_funding_interval_seconds", "Time between two funding stamps.") {
      $0.figures.funding.rate.value?.interval.inSeconds
    },
    .figure("leg_funding_annualised_ratio", "The rate a year, simple; signed as the rate.") {
      $0.figures.funding.annualisedRate
    },
    .money("leg_funding_per_day", "Funding a day at the current rate; received is positive, paid negative.") {
      $0.figures.funding.perDay
    },
    .money("leg_funding_accrued", "Funding since the leg was opened; received is positive, paid negative.") {
      $0.figures.funding.accrued
    },
    .money("leg_funding_projected", "Funding over the holding period; received is positive, paid negative.") {
      $0.figures.funding.projected
    },
    .instant("leg_funding_next_timestamp_seconds", "The next funding stamp.") {
      $0.figures.funding.rate.value?.nextStamp
    },
    .flag("leg_funding_reversed", "1 when the rate has the other sign than at the last review.") {
      $0.figures.funding.hasReversed
    },
  ]
}

import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore

/// Metrics of the third panel, net beta against its target, and of what is decided about it.
enum NetBetaMetrics {
  static let strategy: [MetricRow<StrategySubject>] = [
    .facts("strategy_info", "1; labels tell the kind and what net beta is divided by.") {
      [("kind", $0.figures.kind.rawValue), ("denominator", $0.figures.netBeta.denominator.rawValue)]
    },
    .figure("net_beta", "Net beta of the strategy, coins and legs together.") { $0.figures.netBeta.netBeta },
    .figure("net_beta_target", "The net beta that is wanted.") { $0.figures.netBeta.target },
    .figure("net_beta_drift", "Net beta less target; positive is hedged too little.") { $0.figures.netBeta.drift },
    .number("net_beta_band", "The drift, of either sign, beyond which the hedge is off.") { $0.figures.netBeta.band },
    .figure("net_beta_drift_standard_error", "Standard error of the drift from those of the betas.") {
      $0.figures.netBeta.driftStandardError
    },
    .money("net_beta_drift_value", "Drift in value of the benchmark; positive is hedged too little.") {
      $0.figures.netBeta.driftValue
    },
    .each("net_beta_verdict", "verdict", "1 for how the drift stands to the band, 0 for the other verdicts.") {
      let verdict = word($0.figures.netBeta.verdict)
      return ["in_band", "breach", "stale", "unknown"].map { ($0, $0 == verdict ? 1 : 0) }
    },
    .figure("net_beta_within_noise", "1 when the verdict may be chance: the drift is near the edge of the band.") {
      $0.figures.netBeta.isWithinNoise.map { $0 ? 1 : 0 }
    },
    .figure("net_beta_over_equity", "The same exposure over spot value, cash and margin balances.") {
      $0.figures.netBeta.netBetaOverEquity
    },
    .number("net_beta_age_seconds", "How old the oldest input of net beta is at the snapshot.") {
      subject in
      subject.figures.netBeta.netBeta.provenance?.age(at: subject.now)?.inSeconds
    },
    .figure("spot_beta", "Beta of the book before its hedge.") { $0.figures.netBeta.spotBeta },
    .figure("hedge_ratio", "Share of the beta that is hedged now.") { $0.figures.netBeta.achievedHedgeRatio },
    .number("hedge_ratio_target", "Share of the beta that is to be hedged; none where a net beta is stated.") {
      $0.figures.policy.hedgeRatio?.inexact
    },
    .money("strategy_equity", "Spot value, cash, and the profit of its legs.") { $0.figures.equity },
    .figure("strategy_leverage_ratio", "Gross exposure over the equity.") { $0.figures.leverage },
  ]

  /// What moved it, how long it was off, and what was decided.
  static let decisions: [MetricRow<StrategySubject>] = [
    .each("net_beta_drift_change", "cause", "What moved the drift since the last review, by cause.") {
      guard let parts = $0.figures.netBeta.attribution.value else { return [] }
      return [("prices", parts.prices), ("fills", parts.fills), ("betas", parts.betas), ("target", parts.target)]
    },
    .counter("outside_band_seconds_total", "Time beyond the band since the program started.") {
      $0.snapshot.histories[$0.figures.name]?.timeOutside.inSeconds
    },
    .instant("outside_band_since_timestamp_seconds", "Since when the drift is beyond the band; none while it is not.") {
      $0.snapshot.histories[$0.figures.name]?.outsideSince
    },
    .flag("decision_locked", "1 while no decision may be made: an input is stale or missing.") {
      $0.snapshot.decisionLocks[$0.figures.name] != nil
    },
    .instant("last_decision_timestamp_seconds", "When the last decision that is in force and can be undone was made.") {
      $0.snapshot.undoable[$0.figures.name]?.at
    },
    .each("review_due", "trigger", "1 when this makes the strategy due for another look.") { subject in
      let due = Set((subject.snapshot.dueReviews[subject.figures.name] ?? []).map(trigger))
      return ReviewTrigger.allCases.map { ($0.rawValue, due.contains($0) ? 1 : 0) }
    },
  ]

  private static func word(_ verdict: NetBetaFigures.Verdict) -> String {
    switch verdict {
    case .inBand: "in_band"
    case .breach: "breach"
    case .stale: "stale"
    case .unknown: "unknown"
    }
  }

  private static func trigger(_ review: DueReview) -> ReviewTrigger {
    switch review {
    case .interval: .interval
    case .benchmarkMove: .benchmarkMove
    case .spotValueChange: .spotValueChange
    case .betaChange: .betaChange
    case .regimeChange: .regimeChange
    }
  }
}

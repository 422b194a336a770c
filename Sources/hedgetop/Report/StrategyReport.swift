import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore

/// A strategy as JSON.
struct StrategyReport: Encodable {
  let name: String
  let kind: String
  @Nullable var hedgeRatio: Decimal?
  @Nullable var targetNetBeta: Decimal?
  let verdict: String
  let spotValue: FigureReport<Double>
  let spotChange: FigureReport<Double>
  let legNotional: FigureReport<Double>
  let unrealisedProfit: FigureReport<Double>
  let netBeta: NetBetaReport
  let funding: FundingReport
  let holdings: [HoldingReport]
  let legs: [LegReport]
  let suggestions: [SuggestionReport]
  @Nullable var suggestionsReason: String?
  @Nullable var decisionLock: String?
  let reviewsDue: [String]

  init(_ strategy: StrategyFigures, in snapshot: HedgeSnapshot) {
    let now = snapshot.now
    name = strategy.name
    kind = strategy.kind.rawValue
    hedgeRatio = strategy.policy.hedgeRatio
    targetNetBeta = if case .netBeta(let beta) = strategy.policy.aim { beta } else { nil }
    verdict = strategy.netBeta.verdict.word
    spotValue = FigureReport(reading: strategy.spotValue, now: now)
    spotChange = FigureReport(reading: strategy.spotChange, now: now)
    legNotional = FigureReport(reading: strategy.legNotional, now: now)
    unrealisedProfit = FigureReport(reading: strategy.unrealisedProfit, now: now)
    netBeta = NetBetaReport(strategy.netBeta, now: now)
    funding = FundingReport(strategy.funding, now: now)
    holdings = strategy.holdings.map { HoldingReport($0, now: now) }
    legs = strategy.legs.map { LegReport($0, now: now) }
    suggestions = strategy.suggestions.map(SuggestionReport.init)
    suggestionsReason = strategy.suggestionsUnavailable?.detail
    decisionLock = snapshot.decisionLocks[strategy.name]
    reviewsDue = (snapshot.dueReviews[strategy.name] ?? []).map(\.word)
  }
}

extension NetBetaFigures.Verdict {
  /// The verdict as one word, for programs.
  var word: String {
    switch self {
    case .inBand: "in_band"
    case .breach: "breach"
    case .stale: "stale"
    case .unknown: "unknown"
    }
  }
}

extension DueReview {
  /// The trigger as one word, for programs.
  var word: String {
    switch self {
    case .interval: "interval"
    case .benchmarkMove: "benchmark_move"
    case .spotValueChange: "spot_value_change"
    case .betaChange: "beta_change"
    case .regimeChange: "regime_change"
    }
  }
}

import Alerting
import HedgeAnalytics
import HedgeModel

extension State {
  /// Remembers each strategy as it stands when all its figures are known for the first time: until the user reviews
  /// it, drift is attributed against that.
  mutating func rememberFirstCompleteFigures() {
    for strategy in figures.strategies where baselines[strategy.name] == nil && strategy.netBeta.drift.isFresh {
      rememberReview(of: strategy.name, at: now)
    }
  }

  /// Makes this instant the strategy's last review.
  mutating func rememberReview(of name: String, at instant: Timestamp) {
    guard let strategy = portfolio.strategies.first(where: { $0.name == name }),
      let shown = figures.strategies.first(where: { $0.name == name })
    else { return }
    baselines[name] = ReviewBaseline(capturing: strategy, from: input, at: instant)
    reviewPoints[name] = ReviewPoint(shown, in: figures)
  }

  /// Adds this instant to each strategy's past.
  mutating func record() {
    for strategy in figures.strategies {
      recorders[strategy.name, default: StrategyRecorder()].record(
        StrategySample(
          at: now, netBeta: strategy.netBeta.netBeta.freshValue, target: strategy.netBeta.target.freshValue,
          marginRatio: worstMarginRatio(of: strategy), spotValue: strategy.spotValue.freshValue),
        isOutside: strategy.netBeta.verdict.isOutside)
    }
  }

  /// Shows the figures to the alert rules and tells what they found.
  mutating func watch() -> [Effect] {
    let conditions = settings.feeds.compactMap { feed in
      feeds[feed.name].map { FeedCondition(name: feed.name, isStale: !$0.isLive, words: $0.description(at: now)) }
    }
    let observations = AlertObservations.from(
      figures: figures, feeds: conditions, reviews: reviewPoints, policy: settings.alertPolicy)
    return alerts.evaluate(observations, now: now).flatMap { transition -> [Effect] in
      log.add(.alert, transition.alert.severity, transition.words, at: now)
      return transition.isAlarming ? [.ring(transition.alert)] : []
    }
  }

  private func worstMarginRatio(of strategy: StrategyFigures) -> Double? {
    let accounts = Set(strategy.legs.map(\.id.account))
    let ratios = figures.accounts.filter { accounts.contains($0.id) }.map(\.normalisedRatio.freshValue)
    return ratios.contains(nil) ? nil : ratios.compactMap { $0 }.max()
  }
}

extension Reading {
  /// The value when it may be relied on; nil when unknown or stale.
  var freshValue: Value? { isFresh ? value : nil }
}

extension NetBetaFigures.Verdict {
  /// Whether the drift is beyond the band; nil when that is not known now.
  var isOutside: Bool? {
    switch self {
    case .inBand: false
    case .breach: true
    case .stale, .unknown: nil
    }
  }
}

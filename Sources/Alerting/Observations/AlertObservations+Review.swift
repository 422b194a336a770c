import HedgeAnalytics
import HedgeModel

extension AlertObservations {
  /// The review triggers the strategy's policy has switched on, measured from `review`.
  ///
  /// A trigger is over when the figure is back within half of it, or after a review, from which everything counts anew.
  static func reviewTriggers(
    of strategy: StrategyFigures, since review: ReviewPoint, in figures: PortfolioFigures,
    _ regime: Reading<MarketRegime>?
  ) -> [AlertObservation] {
    let triggers = strategy.policy.review
    let elapsed = Reading.stated((figures.now - review.at).inSeconds)
    return [
      due(strategy, .interval, elapsed, triggers.interval?.inSeconds),
      due(
        strategy, .benchmarkMove, change(figures.benchmarkPrice, from: review.benchmarkPrice), triggers.benchmarkMove),
      due(strategy, .spotValueChange, change(strategy.spotValue, from: review.spotValue), triggers.spotValueChange),
      betaChange(of: strategy, since: review), regimeChange(of: strategy, since: review, to: regime),
    ].compactMap { $0 }
  }

  private static func due(
    _ strategy: StrategyFigures, _ trigger: ReviewTrigger, _ figure: Reading<Double>?, _ limit: Double?
  ) -> AlertObservation? {
    guard let figure, let limit else { return nil }
    let levels = AlertLevels(.outside, [AlertLevels.Level(.info, enter: limit, clear: limit / 2)])
    return AlertObservation(.reviewDue(strategy: strategy.name, trigger: trigger), finding(of: figure, levels))
  }

  /// Relative change since the review; nil when the figure was not known then, so that it cannot be watched at all.
  private static func change(_ reading: Reading<Double>, from before: Double?) -> Reading<Double>? {
    guard let before, before != 0 else { return nil }
    return reading.map { $0 / before - 1 }
  }
}

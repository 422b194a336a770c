import Alerting
import HedgeAnalytics
import HedgeModel

extension State {
  /// What was not known at a review is taken as soon as it is.
  mutating func completeReviewPoints() {
    for strategy in figures.strategies { reviewPoints[strategy.name]?.complete(with: strategy, regime) }
  }

  /// How each strategy's betas are obtained.
  var betaPolicies: [String: BetaPolicy] {
    portfolio.strategies.reduce(into: [:]) { $0[$1.name] = $1.policy.beta }
  }

  /// The review triggers that have been reached.
  func due(_ observations: [AlertObservation]) -> [String: [DueReview]] {
    observations.reduce(into: [:]) { due, observation in
      guard case .reviewDue(let name, let trigger) = observation.rule, observation.finding.isReached,
        let review = review(trigger, observation.finding, of: name)
      else { return }
      due[name, default: []].append(review)
    }
  }

  private func review(
    _ trigger: ReviewTrigger, _ finding: AlertObservation.Finding, of name: String
  ) -> DueReview? {
    guard let point = reviewPoints[name] else { return nil }
    let measured: Double? = if case .measured(let value, _) = finding { value } else { nil }
    switch trigger {
    case .interval: return .interval(since: point.at)
    case .benchmarkMove: return measured.map { .benchmarkMove($0) }
    case .spotValueChange: return measured.map { .spotValueChange($0) }
    case .betaChange:
      let strategy = figures.strategies.first { $0.name == name }
      return strategy.flatMap { AlertObservations.betaShift(of: $0, since: point)?.value }.map { .betaChange($0) }
    case .regimeChange:
      guard let before = point.regime, let after = regime?.value?.word else { return nil }
      return .regimeChange(from: before, to: after)
    }
  }
}

extension AlertObservation.Finding {
  /// True when the trouble is there now, whatever was before.
  fileprivate var isReached: Bool {
    switch self {
    case .measured(let value, let levels): levels.levels.first.map { levels.enters($0, value) } ?? false
    case .present: true
    case .absent, .unverifiable: false
    }
  }
}

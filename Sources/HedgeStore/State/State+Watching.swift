import Alerting
import HedgeAnalytics
import HedgeModel
import MarketData

extension State {
  /// How long after a start an alert that is raised counts as one that was there before it.
  private static let settlingTime = Duration.seconds(60)

  /// Remembers each strategy as it stands when all its figures are known for the first time: until the user reviews
  /// it, drift is attributed against that.
  ///
  /// - Returns: whether there was one to remember, so that its drift can now be attributed.
  mutating func rememberFirstCompleteFigures() -> Bool {
    let complete = figures.strategies.filter { baselines[$0.name] == nil && $0.netBeta.drift.isFresh }
    for strategy in complete {
      rememberReview(of: strategy.name, countingFrom: lastReview(of: strategy.name) ?? now)
    }
    return !complete.isEmpty
  }

  /// Makes the strategy as it stands now the one it is compared with.
  ///
  /// - Parameter instant: when it was reviewed: now, or before the program started, when the prices of then are gone.
  mutating func rememberReview(of name: String, countingFrom instant: Timestamp) {
    guard let strategy = portfolio.strategies.first(where: { $0.name == name }),
      let shown = figures.strategies.first(where: { $0.name == name })
    else { return }
    baselines[name] = ReviewBaseline(capturing: strategy, from: input, at: now)
    reviewPoints[name] = ReviewPoint(shown, in: figures, regime: regime, at: instant)
  }

  private func lastReview(of name: String) -> Timestamp? {
    decisions.last { $0.strategy == name && $0.change == .review }?.at
  }

  /// Adds this instant to each strategy's past.
  mutating func record() {
    for strategy in figures.strategies {
      recorders[strategy.name, default: StrategyRecorder()].record(
        StrategySample(
          at: now, netBeta: strategy.netBeta.netBeta.freshValue, target: strategy.netBeta.target.freshValue,
          marginRatio: figures.worstMarginRatio(of: strategy), spotValue: strategy.spotValue.freshValue))
    }
  }

  /// Puts what the journal has of the past before what was recorded here.
  mutating func recall(_ samples: [String: [StrategySample]]) {
    for (strategy, past) in samples where portfolio.strategies.contains(where: { $0.name == strategy }) {
      recorders[strategy, default: StrategyRecorder()].recall(past)
    }
  }

  /// Shows the figures to the alert rules and tells what they found.
  mutating func watch() -> [Effect] {
    let conditions = settings.feeds.compactMap { feed in
      feeds[feed.name].map {
        FeedCondition(
          name: feed.name, isStale: $0.isSilent(at: now, longerThan: feed.staleAfter), words: $0.description(at: now))
      }
    }
    completeReviewPoints()
    reconcile()
    let isComparing = !settings.alertPolicy.switchedOff.contains(.betaDisagreement)
    let observations = AlertObservations.from(
      figures: figures, feeds: conditions, reviews: reviewPoints, regime: regime,
      disagreements: isComparing ? disagreements.readings(of: portfolio, from: bars) : [:],
      reconciliations: reconciliations, read: Set(portfolio.accounts.filter(\.isRead).map(\.id)),
      policy: settings.alertPolicy)
    dueReviews = due(observations)
    return alerts.evaluate(observations, now: now).flatMap { transition -> [Effect] in
      if transition.kind == .raised, let seen = keptAcknowledgement(of: transition.alert) {
        _ = alerts.acknowledge(transition.alert.id, now: seen)
        return []
      }
      log.add(.alert, transition.alert.severity, transition.words, at: now)
      return transition.alert.isSnoozed(at: now) ? [] : [.tell(transition)]
    }
  }

  /// When the user has acknowledged, before this start of the program, an alert that is found again right after it:
  /// the same trouble goes on, and its acknowledgement holds. Nil otherwise: when it was over meanwhile, has become
  /// worse, or is worse now.
  private func keptAcknowledgement(of alert: Alert) -> Timestamp? {
    guard now - startedAt <= Self.settlingTime,
      let past = lastAlerts[alert.id], !past.isOver, alert.severity <= past.level,
      let kept = decisions.last(where: { $0.change == .acknowledgement(alert: alert.id) })?.at,
      past.at <= kept, kept < startedAt
    else { return nil }
    return kept
  }

  /// Snoozes of before this start that still last. One ended when its alert became worse.
  mutating func restoreSnoozes() {
    for decision in decisions {
      guard case .snooze(let id, let until) = decision.change, until > startedAt else { continue }
      let past = lastAlerts[id]
      if let past, !past.isOver, past.at > decision.at { continue }
      alerts.snooze(id, until: until, asBadAs: past?.level)
    }
  }
}

extension KeptAlert {
  /// How bad it was; a word that is not known counts as the least.
  fileprivate var level: Alert.Severity {
    Alert.Severity.allCases.first { $0.word.lowercased() == severity } ?? .info
  }
}

extension AlertTransition {
  /// The transition as a line of the log.
  fileprivate var words: String {
    switch kind {
    case .raised: alert.message
    case .escalated: "now \(alert.severity.word): \(alert.message)"
    case .cleared: "over: \(alert.message)"
    case .reminded: "still: \(alert.message)"
    }
  }
}

extension Reading {
  /// The value when it may be relied on; nil when unknown or stale.
  var freshValue: Value? { isFresh ? value : nil }
}

import HedgeAnalytics
import HedgeModel

extension AlertObservations {
  /// |Drift| against the band; critical beyond a multiple of it, with the clear level scaled alike.
  static func drift(of strategy: StrategyFigures, _ policy: AlertPolicy) -> AlertObservation {
    let band = strategy.netBeta.band
    let clear = strategy.policy.clearLevel
    let factor = policy.driftEscalation
    let finding = finding(
      of: strategy.netBeta.drift,
      AlertLevels(
        .outside,
        [
          AlertLevels.Level(.warning, enter: band, clear: clear),
          AlertLevels.Level(.critical, enter: factor * band, clear: factor * clear),
        ]))
    return AlertObservation(.drift(strategy: strategy.name), finding, dwell: policy.driftDwell)
  }

  /// A drift that cannot be told is itself trouble, once it lasts, and so is the margin of an account that holds a leg:
  /// no alert could tell how near its liquidation is.
  ///
  /// - Parameter read: accounts that are read from their venue. In one that is written down by hand, what was left out
  ///   of it is not missed.
  static func unknown(
    _ strategy: StrategyFigures, in figures: PortfolioFigures, _ read: Set<AccountID>, _ dwell: Duration
  ) -> AlertObservation {
    let rule = AlertRule.unknownFigure(strategy: strategy.name)
    if case .unverifiable(let why) = finding(of: strategy.netBeta.drift, AlertLevels(.outside, [])) {
      return AlertObservation(
        rule, .present(.warning, words: "\(rule.subject): drift cannot be watched: \(why)"), dwell: dwell)
    }
    for account in figures.accounts {
      // Mostly all is known, and no leg needs to be looked at; by index, as a leg's figures are large.
      guard let why = unwatched(account, isRead: read.contains(account.id)),
        strategy.legs.indices.contains(where: { strategy.legs[$0].isHeld(in: account.id) })
      else { continue }
      let words = "\(rule.subject): margin of \(account.id) cannot be watched: \(why)"
      return AlertObservation(rule, .present(.warning, words: words), dwell: dwell)
    }
    return AlertObservation(rule, .absent)
  }

  /// Why an account's way to liquidation is not known; nil when it is, or was never stated.
  private static func unwatched(_ account: AccountFigures, isRead: Bool) -> String? {
    let figures = [account.normalisedRatio, account.liquidatingBenchmarkMove]
    for figure in figures where figure.unknownReason?.kind != .undefined {
      guard case .unverifiable(let why) = finding(of: figure, AlertLevels(.above, [])) else { continue }
      if isRead || figure.unknownReason?.kind != .notConfigured { return why }
    }
    return nil
  }

  /// Normalised margin ratio: 1 is liquidation.
  static func marginRatio(of account: AccountFigures, _ policy: AlertPolicy) -> AlertObservation {
    let finding = finding(
      of: account.normalisedRatio, levels(.above, policy.marginWarning, policy.marginCritical))
    return AlertObservation(.marginRatio(account: account.id), finding, dwell: policy.marginDwell)
  }

  /// Distance to liquidation in the benchmark's move; undefined means that no move liquidates.
  static func liquidationDistance(of account: AccountFigures, _ policy: AlertPolicy) -> AlertObservation {
    let move = account.liquidatingBenchmarkMove
    let finding: AlertObservation.Finding =
      move.unknownReason?.kind == .undefined
      ? .absent
      : finding(of: move, levels(.within, policy.liquidationWarning, policy.liquidationCritical))
    return AlertObservation(.liquidationDistance(account: account.id), finding, dwell: policy.marginDwell)
  }

  /// A rate whose sign has turned since the last review, by more than noise: |rate| counts for it while it is reversed
  /// and against it while it is not, so that it is over when the sign is back or a review has accepted the new one.
  static func fundingReversal(of leg: LegFigures, _ levels: ReversalLevels) -> AlertObservation {
    let rule = AlertRule.fundingReversal(leg: leg.id)
    guard leg.leg.contractsValue != 0, leg.instrument.paysFunding else { return AlertObservation(rule, .absent) }
    let against = leg.funding.rate.map { rate in
      leg.funding.hasReversed ? abs(rate.rate) : -max(abs(rate.rate), .leastNonzeroMagnitude)
    }
    let isPaying = (leg.funding.rate.value?.rate ?? 0) * leg.leg.contractsValue > 0
    return AlertObservation(rule, finding(of: against, isPaying ? levels.paying : levels.receiving))
  }

  /// The levels of a reversal, made once for all legs: a warning where the leg pays now, else information.
  struct ReversalLevels {
    let paying: AlertLevels
    let receiving: AlertLevels

    init(_ policy: AlertPolicy) {
      let levels: (Alert.Severity) -> AlertLevels = { severity in
        AlertLevels(.above, [AlertLevels.Level(severity, enter: policy.fundingReversalRate, clear: 0)])
      }
      paying = levels(.warning)
      receiving = levels(.info)
    }
  }

  /// A dated future still held at or after its expiry.
  static func expiration(of leg: LegFigures, _ expiry: Timestamp, _ now: Timestamp) -> AlertObservation {
    let rule = AlertRule.contractExpired(leg: leg.id)
    guard leg.leg.contractsValue != 0, now >= expiry else { return AlertObservation(rule, .absent) }
    return AlertObservation(
      rule, .present(.critical, words: "\(rule.subject) expired on \(expiry.isoDay) and hedges nothing any more"))
  }

  /// A feed that its health calls stale.
  static func staleness(of feed: FeedCondition, _ policy: AlertPolicy) -> AlertObservation {
    let finding: AlertObservation.Finding =
      feed.isStale ? .present(.warning, words: "feed \(feed.name) is stale: \(feed.words)") : .absent
    return AlertObservation(.staleFeed(name: feed.name), finding, dwell: policy.staleFeedDwell)
  }

  /// An account whose margin the venue reckons otherwise: either is wrong, and nobody knows yet which.
  static func reconciliation(of reconciliation: Reconciliation, _ policy: AlertPolicy) -> AlertObservation {
    let rule = AlertRule.reconciliation(account: reconciliation.account)
    guard let line = reconciliation.differences.first else { return AlertObservation(rule, .absent) }
    let others = reconciliation.differences.count - 1
    let words =
      "\(rule.subject): \(AlertWords.words(line))" + (others > 0 ? ", and \(others) more" : "")
    return AlertObservation(rule, .present(.warning, words: words), dwell: policy.reconciliationDwell)
  }

  private static func levels(
    _ direction: AlertLevels.Direction, _ warning: AlertPolicy.Threshold, _ critical: AlertPolicy.Threshold
  ) -> AlertLevels {
    AlertLevels(
      direction,
      [
        AlertLevels.Level(.warning, enter: warning.enter, clear: warning.clear),
        AlertLevels.Level(.critical, enter: critical.enter, clear: critical.clear),
      ])
  }
}

extension LegFigures {
  /// True when an account holds some of it.
  fileprivate func isHeld(in account: AccountID) -> Bool { leg.contractsValue != 0 && leg.account == account }
}

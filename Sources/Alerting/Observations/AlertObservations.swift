import HedgeAnalytics
import HedgeModel

/// Turns the figures of a snapshot into what the rules see.
public enum AlertObservations {
  /// Everything there is to watch now, in the order of the figures.
  ///
  /// - Parameters:
  ///   - figures: the portfolio's figures; their `now` is the instant.
  ///   - feeds: how each feed does.
  ///   - reviews: state at the last review by strategy name; a strategy without one is not watched for reviews.
  ///   - regime: how the market moves; nil when nobody tells.
  ///   - disagreements: how far the betas of each coin over several windows disagree.
  ///   - reconciliations: accounts compared with their venues' own figures.
  ///   - read: accounts that are read from their venue.
  ///   - policy: the thresholds.
  public static func from(
    figures: PortfolioFigures, feeds: [FeedCondition] = [], reviews: [String: ReviewPoint] = [:],
    regime: Reading<MarketRegime>? = nil, disagreements: [Asset: Reading<BetaDisagreement>] = [:],
    reconciliations: [Reconciliation] = [], read: Set<AccountID> = [],
    policy: AlertPolicy = AlertPolicy()
  ) -> [AlertObservation] {
    let reversal = ReversalLevels(policy)
    let basis = BasisLevels(policy)
    var observations: [AlertObservation] = []
    observations.reserveCapacity(figures.strategies.reduce(feeds.count) { $0 + 2 * $1.legs.count + 7 })
    for strategy in figures.strategies {
      observations.append(drift(of: strategy, policy))
      if let dwell = policy.unknownFigureDwell { observations.append(unknown(strategy, in: figures, read, dwell)) }
      // By index: a leg's figures are large, and a loop over them would copy each.
      for index in strategy.legs.indices {
        observations.append(fundingReversal(of: strategy.legs[index], reversal))
        if let beyond = self.basis(of: strategy.legs[index], basis, policy) { observations.append(beyond) }
        if case .dated(let expiry) = strategy.legs[index].instrument.kind {
          observations.append(expiration(of: strategy.legs[index], expiry, figures.now))
        }
      }
      observations += fundingCosts(of: strategy, policy)
      if let review = reviews[strategy.name] {
        observations += reviewTriggers(of: strategy, since: review, in: figures, regime)
      }
    }
    for account in figures.accounts {
      observations.append(marginRatio(of: account, policy))
      observations.append(liquidationDistance(of: account, policy))
    }
    if let regime { observations.append(stress(regime, policy)) }
    observations += disagreements.sorted { $0.key < $1.key }.map { disagreement(of: $0.key, $0.value) }
    observations += reconciliations.map { reconciliation(of: $0, policy) }
    for account in read.subtracting(reconciliations.map(\.account)).sorted() {
      let words = "account \(account) was not read of late"
      observations.append(AlertObservation(.reconciliation(account: account), .unverifiable(words)))
    }
    return observations + feeds.map { staleness(of: $0, policy) }
  }

  /// The finding of a reading: measured when it is fresh and finite, otherwise unverifiable with the reason.
  static func finding(of reading: Reading<Double>, _ levels: @autoclosure () -> AlertLevels) -> AlertObservation.Finding
  {
    switch reading {
    case .known(let value, let provenance):
      if provenance.isStale { return .unverifiable("data of \(provenance.source) is stale") }
      return value.isFinite ? .measured(value, levels()) : .unverifiable("the figure is not a number")
    case .unknown(let reason): return .unverifiable(reason.detail)
    }
  }
}

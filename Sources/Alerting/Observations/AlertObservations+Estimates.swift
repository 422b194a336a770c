import HedgeAnalytics
import HedgeModel

extension AlertObservations {
  /// The beta that has moved furthest since the review, in standard errors of then.
  ///
  /// Nil when no beta of the strategy had an error at the review. Unknown or stale when a beta that had one no longer
  /// can be told; the shift of the others is then no proof that nothing has moved.
  public static func betaShift(of strategy: StrategyFigures, since review: ReviewPoint) -> Reading<BetaShift>? {
    var largest: Reading<BetaShift>?
    for (asset, reading) in strategy.betaReadings {
      guard let before = review.betas[asset] else { continue }
      guard case .known(let after, let provenance) = reading, !provenance.isStale else {
        return reading.map { shift(of: asset, from: before, to: $0) }
      }
      let shifted = shift(of: asset, from: before, to: after)
      if shifted.standardErrors >= largest?.value?.standardErrors ?? 0 { largest = .known(shifted, provenance) }
    }
    return largest
  }

  /// A beta that has moved by more standard errors than the policy allows, with the coin and both betas.
  static func betaChange(of strategy: StrategyFigures, since review: ReviewPoint) -> AlertObservation? {
    guard let limit = strategy.policy.review.betaChange, !review.betas.isEmpty,
      let shift = betaShift(of: strategy, since: review)
    else { return nil }
    let levels = AlertLevels(.above, [AlertLevels.Level(.info, enter: limit, clear: limit / 2)])
    return AlertObservation(
      .reviewDue(strategy: strategy.name, trigger: .betaChange), finding(of: shift.map(\.standardErrors), levels),
      detail: shift.value.map(AlertWords.words))
  }

  /// Another regime than at the review.
  static func regimeChange(
    of strategy: StrategyFigures, since review: ReviewPoint, to regime: Reading<MarketRegime>?
  ) -> AlertObservation? {
    guard strategy.policy.review.regimeChange, let before = review.regime, let regime else { return nil }
    let rule = AlertRule.reviewDue(strategy: strategy.name, trigger: .regimeChange)
    switch regime {
    case .unknown(let reason): return AlertObservation(rule, .unverifiable(reason.detail))
    case .known(_, let provenance) where provenance.isStale:
      return AlertObservation(rule, .unverifiable("data of \(provenance.source) is stale"))
    case .known(let now, _):
      guard now.word != before else { return AlertObservation(rule, .absent) }
      return AlertObservation(rule, .present(.info, words: AlertWords.regimeChange(strategy.name, before, now.word)))
    }
  }

  private static func shift(of asset: Asset, from before: BetaEstimate, to after: BetaEstimate) -> BetaShift {
    let error = before.standardError ?? .nan
    return BetaShift(
      asset: asset, before: before.beta, after: after.beta, standardErrors: abs(after.beta - before.beta) / error)
  }
}

extension StrategyFigures {
  /// The betas the strategy goes by, coin by coin; a coin that is held and traded may come twice.
  ///
  /// One sequence whose type the compiler sees through: every refresh passes over it, and of one hidden behind
  /// `AnySequence` each step asks the runtime for its types.
  var betaReadings: some Sequence<(Asset, Reading<BetaEstimate>)> {
    (0..<holdings.count + legs.count).lazy.map { place in
      guard place >= holdings.count else { return (holdings[place].asset, holdings[place].beta) }
      let leg = legs[place - holdings.count]
      return (leg.instrument.underlying, leg.beta)
    }
  }
}

import HedgeAnalytics
import HedgeModel

extension AlertObservations {
  /// What the strategy's funding costs by each measure that has a limit; received funding costs nothing.
  static func fundingCosts(of strategy: StrategyFigures, _ policy: AlertPolicy) -> [AlertObservation] {
    let measures: [(FundingCostMeasure, Double?, Reading<Double>)] = [
      (.day, policy.fundingCostPerDay, strategy.funding.perDay),
      (.year, policy.fundingCostPerYear, strategy.funding.annualisedYield),
    ]
    return measures.compactMap { measure, limit, received in
      guard let limit else { return nil }
      let rule = AlertRule.fundingCost(strategy: strategy.name, measure)
      // A strategy whose legs pay no funding has none to cost anything.
      if received.unknownReason?.kind == .undefined { return AlertObservation(rule, .absent) }
      let levels = AlertLevels(.above, [AlertLevels.Level(.warning, enter: limit, clear: limit * 0.9)])
      return AlertObservation(rule, finding(of: received.map { -$0 }, levels), dwell: policy.fundingCostDwell)
    }
  }

  /// The levels of a basis, made once for all legs; nil where there is no limit.
  struct BasisLevels {
    let perpetual: AlertLevels?
    let dated: AlertLevels?

    init(_ policy: AlertPolicy) {
      let levels: (Double) -> AlertLevels = { limit in
        AlertLevels(.outside, [AlertLevels.Level(.warning, enter: limit, clear: limit * 0.9)])
      }
      perpetual = policy.perpetualBasis.map(levels)
      dated = policy.datedBasis.map(levels)
    }
  }

  /// How far the future of a leg that is held stands from spot; nil where there is no limit for its kind.
  static func basis(of leg: LegFigures, _ levels: BasisLevels, _ policy: AlertPolicy) -> AlertObservation? {
    guard let levels = leg.instrument.paysFunding ? levels.perpetual : levels.dated else { return nil }
    let rule = AlertRule.basis(leg: leg.id)
    guard leg.leg.contractsValue != 0 else { return AlertObservation(rule, .absent) }
    return AlertObservation(rule, finding(of: leg.basis, levels), dwell: policy.basisDwell)
  }

  /// A market that has come into stress; one that is always so is no news, and a regime that cannot be told neither
  /// raises nor clears.
  static func stress(_ regime: Reading<MarketRegime>, _ policy: AlertPolicy) -> AlertObservation {
    let finding: AlertObservation.Finding
    switch regime {
    case .unknown(let reason): finding = .unverifiable(reason.detail)
    case .known(_, let provenance) where provenance.isStale:
      finding = .unverifiable("data of \(provenance.source) is stale")
    case .known(let regime, _):
      let isNews = regime.word == .stress && !regime.isUsual
      finding = isNews ? .present(.warning, words: AlertWords.stress(regime)) : .absent
    }
    return AlertObservation(.regimeStress, finding, dwell: policy.regimeDwell)
  }

  /// Betas of a coin that disagree; too few windows to compare are no trouble.
  static func disagreement(of asset: Asset, _ reading: Reading<BetaDisagreement>) -> AlertObservation {
    let rule = AlertRule.betaDisagreement(asset: asset)
    switch reading {
    case .unknown(let reason):
      return AlertObservation(rule, reason.kind == .tooFewObservations ? .absent : .unverifiable(reason.detail))
    case .known(let disagreement, _):
      guard disagreement.isFlagged else { return AlertObservation(rule, .absent) }
      return AlertObservation(rule, .present(.info, words: AlertWords.words(disagreement, of: asset)))
    }
  }
}

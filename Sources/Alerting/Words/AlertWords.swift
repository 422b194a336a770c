import HedgeAnalytics
import HedgeModel

/// What an alert says: one line with the numbers, understood without colour.
enum AlertWords {
  /// The line for `observation`, which has reached `severity`.
  static func message(_ observation: AlertObservation, _ severity: Alert.Severity) -> String {
    switch observation.finding {
    case .present(_, let words): words
    case .measured(let value, let levels):
      measured(observation, value, levels.levels.last { $0.severity <= severity }?.enter ?? 0, severity)
    case .absent, .unverifiable: observation.rule.subject
    }
  }

  /// The line for a figure that is worse than `limit`.
  private static func measured(
    _ observation: AlertObservation, _ value: Double, _ limit: Double, _ severity: Alert.Severity
  ) -> String {
    let subject = observation.rule.subject
    switch observation.rule {
    case .drift:
      let side = value > 0 ? "too little hedged" : "too much hedged"
      return "\(subject): drift \(NumberWords.signed(value, 4)) is beyond ±\(NumberWords.trimmed(limit)), \(side)"
    case .marginRatio:
      let used = NumberWords.fixed(value, 3)
      return "\(subject): margin ratio at \(used) of liquidation, limit \(NumberWords.trimmed(limit))"
    case .liquidationDistance:
      let move = NumberWords.percent(value, 1)
      return "\(subject): a benchmark move of \(move) liquidates it, limit ±\(NumberWords.trimmed(limit * 100)) %"
    case .fundingReversal:
      // The observation makes it a warning when the leg pays, and information when it receives.
      let side = severity >= .warning ? "pays" : "receives"
      return "\(subject): funding has turned, the leg now \(side) \(NumberWords.fixed(value * 100, 4)) % per interval"
    case .reviewDue(_, let trigger):
      return "\(subject): review due, \(review(trigger, value, limit, observation.detail))"
    case .fundingCost(_, let measure): return "\(subject): funding costs \(cost(measure, value, limit))"
    case .basis:
      let points = NumberWords.signed(value, 1)
      return "\(subject): basis \(points) bp is beyond ±\(NumberWords.trimmed(limit)) bp"
    case .staleFeed, .unknownFigure, .reconciliation, .contractExpired, .betaDisagreement, .regimeStress:
      return subject
    }
  }

  private static func cost(_ measure: FundingCostMeasure, _ value: Double, _ limit: Double) -> String {
    switch measure {
    case .day: "\(NumberWords.fixed(value, 2)) a day, limit \(NumberWords.trimmed(limit))"
    case .year:
      "\(NumberWords.fixed(value * 100, 1)) % of the legs a year, limit \(NumberWords.trimmed(limit * 100)) %"
    }
  }

  private static func review(_ trigger: ReviewTrigger, _ value: Double, _ limit: Double, _ detail: String?) -> String {
    switch trigger {
    case .interval: "last one \(NumberWords.fixed(value / 3600, 1)) h ago, every \(NumberWords.trimmed(limit / 3600)) h"
    case .benchmarkMove:
      "benchmark \(NumberWords.percent(value, 1)) since the last, limit ±\(NumberWords.trimmed(limit * 100)) %"
    case .spotValueChange:
      "spot value \(NumberWords.percent(value, 1)) since the last, limit ±\(NumberWords.trimmed(limit * 100)) %"
    case .betaChange:
      "\(detail ?? "a beta") since the last, \(NumberWords.fixed(value, 1)) standard errors, "
        + "limit \(NumberWords.trimmed(limit))"
    case .regimeChange: "another regime since the last"
    }
  }

  /// `beta of ETH from 1.20 to 1.43`.
  static func words(_ shift: BetaShift) -> String {
    "beta of \(shift.asset) from \(NumberWords.fixed(shift.before, 2)) to \(NumberWords.fixed(shift.after, 2))"
  }

  /// `liquidation price of BTCUSDT is 2.3 % off the venue's: the size: -2 here, -3 there`.
  static func words(_ line: Reconciliation.Line) -> String {
    let subject = [line.subject.rawValue, line.instrument.map { "of \($0.symbol)" }].compactMap { $0 }
    if line.subject == .position { return "\(subject.joined(separator: " ")) is gone: \(line.cause ?? "")" }
    let off = line.difference.value.map { NumberWords.percent($0, 1) } ?? "?"
    return "\(subject.joined(separator: " ")) is \(off) off the venue's: \(line.cause ?? "")"
  }

  /// `ETH: its betas over 30 and 90 days differ by +0.61, error 0.12`.
  static func words(_ disagreement: BetaDisagreement, of asset: Asset) -> String {
    let difference = NumberWords.signed(disagreement.difference, 2)
    let error = disagreement.combinedError.map { ", error \(NumberWords.fixed($0, 2))" } ?? ""
    return "\(asset): its betas over \(disagreement.firstDays) and \(disagreement.secondDays) days differ by "
      + difference + error
  }

  /// `market: in stress, average correlation 0.87`.
  static func stress(_ regime: MarketRegime) -> String {
    "market: in stress, average correlation \(NumberWords.fixed(regime.evidence.average, 2)); "
      + "what was diversified moves as one"
  }

  /// The line for a market that moves another way.
  static func regimeChange(_ subject: String, _ before: MarketRegime.Word, _ after: MarketRegime.Word) -> String {
    "\(subject): review due, regime \(after.rawValue) since the last, which was in \(before.rawValue)"
  }
}

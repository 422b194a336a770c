import HedgeModel

/// What an alert says: one line with the numbers, understood without colour.
enum AlertWords {
  /// The line for `observation`, which has reached `severity`.
  static func message(_ observation: AlertObservation, _ severity: Alert.Severity) -> String {
    switch observation.finding {
    case .present(_, let words): words
    case .measured(let value, let levels):
      measured(observation.rule, value, levels.levels.last { $0.severity <= severity }?.enter ?? 0, severity)
    case .absent, .unverifiable: observation.rule.subject
    }
  }

  /// The line for a figure that is worse than `limit`.
  private static func measured(_ rule: AlertRule, _ value: Double, _ limit: Double, _ severity: Alert.Severity)
    -> String
  {
    let subject = rule.subject
    switch rule {
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
    case .reviewDue(_, let trigger): return "\(subject): review due, \(review(trigger, value, limit))"
    case .staleFeed, .unknownFigure, .contractExpired: return subject
    }
  }

  private static func review(_ trigger: ReviewTrigger, _ value: Double, _ limit: Double) -> String {
    switch trigger {
    case .interval: "last one \(NumberWords.fixed(value / 3600, 1)) h ago, every \(NumberWords.trimmed(limit / 3600)) h"
    case .benchmarkMove:
      "benchmark \(NumberWords.percent(value, 1)) since the last, limit ±\(NumberWords.trimmed(limit * 100)) %"
    case .spotValueChange:
      "spot value \(NumberWords.percent(value, 1)) since the last, limit ±\(NumberWords.trimmed(limit * 100)) %"
    }
  }
}

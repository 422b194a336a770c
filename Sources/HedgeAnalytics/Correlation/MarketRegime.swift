import HedgeModel

/// How the market moves, in a word, with the rule that decided and the numbers it looked at.
public struct MarketRegime: Hashable, Sendable {
  /// The word.
  public enum Word: String, Hashable, Sendable, CaseIterable {
    /// Correlations as usual.
    case calm
    /// Correlations go to one: what was diversified no longer is.
    case stress
    /// Coins go their own ways: a hedge in the benchmark covers less than its beta says.
    case decoupling
  }

  /// The rule that decided; the first that holds, in this order.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// Average correlation at or above ``RegimeLimits/nearOne``: stress.
    case correlationsNearOne
    /// At or above ``RegimeLimits/highPercentile`` of its history while the benchmark is agitated: stress.
    case highAndAgitated
    /// At or below ``RegimeLimits/low``: decoupling.
    case correlationsLow
    /// At or below ``RegimeLimits/lowPercentile`` of its history, and well below its median: decoupling.
    case lowForItsHistory
    /// None of the others: calm.
    case nothingUnusual

    /// The word the rule gives.
    public var word: Word {
      switch self {
      case .correlationsNearOne, .highAndAgitated: .stress
      case .correlationsLow, .lowForItsHistory: .decoupling
      case .nothingUnusual: .calm
      }
    }
  }

  /// The rule that decided.
  public let rule: Rule
  /// The numbers it looked at.
  public let evidence: RegimeEvidence
  /// The limits it held them against.
  public let limits: RegimeLimits

  /// The word.
  public var word: Word { rule.word }

  /// Whether these coins have moved like this for as long as is known: coins that always move as one, as the two
  /// largest do, are in stress by their level without anything having happened.
  public var isUsual: Bool {
    guard rule == .correlationsNearOne, let median = evidence.median else { return false }
    return evidence.average < median + limits.distance
  }

  /// Judges `evidence`. Stress and decoupling by their level need no history; calm does, and is unknown without.
  public static func judge(
    _ evidence: RegimeEvidence, limits: RegimeLimits = RegimeLimits()
  ) -> Reading<MarketRegime> {
    guard let rule = Rule.allCases.first(where: { $0.holds(evidence, limits) }) else {
      let detail = "\(evidence.history) of at least \(limits.minimumHistory) earlier correlations to tell the regime by"
      return .unknown(UnknownReason(.tooFewObservations, detail))
    }
    return .stated(MarketRegime(rule: rule, evidence: evidence, limits: limits))
  }

  /// The regime at the end of a matrix of returns: the average correlation over the last `window` steps against all
  /// earlier windows, and the benchmark's volatility over the last `window` against that of all steps.
  ///
  /// - Parameters:
  ///   - returns: series after series, each as long as `benchmark`, oldest first; NaN where there is none.
  ///   - benchmark: the benchmark's returns.
  /// - Precondition: `returns.count == seriesCount * benchmark.count`.
  public static func judge(
    returns: [Double], seriesCount: Int, benchmark: [Double], window: Int, limits: RegimeLimits = RegimeLimits()
  ) -> Reading<MarketRegime> {
    let averages = AverageCorrelation.rolling(
      returns: returns, seriesCount: seriesCount, length: benchmark.count, window: window)
    return judge(averages: averages, benchmark: benchmark, window: window, limits: limits)
  }

  /// The regime at the end of a series of average correlations.
  ///
  /// - Parameters:
  ///   - averages: the average correlation at each step, oldest first, NaN where there is none; see
  ///     ``AverageCorrelation``.
  ///   - benchmark: the benchmark's returns at the same steps.
  ///   - window: steps an average is taken over.
  public static func judge(
    averages: [Double], benchmark: [Double], window: Int, limits: RegimeLimits = RegimeLimits()
  ) -> Reading<MarketRegime> {
    guard let average = averages.last, !average.isNaN else {
      return .unknown(UnknownReason(.tooFewObservations, "no two series with returns enough to correlate"))
    }
    let recent = RealisedVolatility.deviation(benchmark.suffix(window))
    let usual = RealisedVolatility.deviation(benchmark)
    let ratio = recent.flatMap { recent in usual.flatMap { $0 > 0 ? recent / $0 : nil } }
    return judge(
      RegimeEvidence(
        average: average, history: averages.dropLast(), volatilityRatio: ratio, minimumHistory: limits.minimumHistory),
      limits: limits)
  }
}

extension MarketRegime.Rule {
  fileprivate func holds(_ evidence: RegimeEvidence, _ limits: RegimeLimits) -> Bool {
    switch self {
    case .correlationsNearOne: return evidence.average >= limits.nearOne
    case .highAndAgitated:
      guard let percentile = evidence.percentile, let ratio = evidence.volatilityRatio else { return false }
      return percentile >= limits.highPercentile && ratio >= limits.agitated
    case .correlationsLow: return evidence.average <= limits.low
    case .lowForItsHistory:
      guard let percentile = evidence.percentile, let median = evidence.median else { return false }
      return percentile <= limits.lowPercentile && evidence.average <= median - limits.distance
    case .nothingUnusual: return evidence.percentile != nil
    }
  }
}

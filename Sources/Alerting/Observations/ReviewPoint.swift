import HedgeAnalytics
import HedgeModel

/// The state of a strategy at its last review, as far as the review triggers need it.
public struct ReviewPoint: Hashable, Sendable {
  /// When the review was.
  public let at: Timestamp
  /// Price of the benchmark then; nil when it was not known, or the benchmark is a composite.
  public let benchmarkPrice: Double?
  /// Spot value then, in the portfolio's currency; nil when it was not known.
  public let spotValue: Double?
  /// The betas then that had an error; empty when none had.
  public private(set) var betas: [Asset: BetaEstimate]
  /// The market's regime then; nil when it was not known.
  public private(set) var regime: MarketRegime.Word?

  /// A review point; see the properties.
  public init(
    at: Timestamp, benchmarkPrice: Double?, spotValue: Double?, betas: [Asset: BetaEstimate] = [:],
    regime: MarketRegime.Word? = nil
  ) {
    self.at = at
    self.benchmarkPrice = benchmarkPrice
    self.spotValue = spotValue
    self.betas = betas
    self.regime = regime
  }

  /// The review point of a strategy whose figures are looked at now; a figure that is not fresh is not kept.
  ///
  /// - Parameter at: when the review was, if before now.
  public init(
    _ strategy: StrategyFigures, in portfolio: PortfolioFigures, regime: Reading<MarketRegime>? = nil,
    at: Timestamp? = nil
  ) {
    self.init(
      at: at ?? portfolio.now,
      benchmarkPrice: portfolio.benchmarkPrice.isFresh ? portfolio.benchmarkPrice.value : nil,
      spotValue: strategy.spotValue.isFresh ? strategy.spotValue.value : nil)
    complete(with: strategy, regime)
  }

  /// Takes betas and regime of now where none were known at the review: estimates come later than prices do.
  public mutating func complete(with strategy: StrategyFigures, _ now: Reading<MarketRegime>?) {
    if regime == nil, let now, now.isFresh { regime = now.value?.word }
    guard betas.isEmpty else { return }
    for (asset, reading) in strategy.betaReadings {
      if reading.isFresh, let estimate = reading.value, let error = estimate.standardError, error > 0 {
        betas[asset] = estimate
      }
    }
  }

  /// Forgets the betas: those of now are estimated another way and cannot be compared.
  public mutating func forgetBetas() {
    betas = [:]
  }
}

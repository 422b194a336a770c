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

  /// A review point; see the properties.
  public init(at: Timestamp, benchmarkPrice: Double?, spotValue: Double?) {
    self.at = at
    self.benchmarkPrice = benchmarkPrice
    self.spotValue = spotValue
  }

  /// The review point of a strategy whose figures are looked at now; a figure that is not fresh is not kept.
  public init(_ strategy: StrategyFigures, in portfolio: PortfolioFigures) {
    self.init(
      at: portfolio.now,
      benchmarkPrice: portfolio.benchmarkPrice.isFresh ? portfolio.benchmarkPrice.value : nil,
      spotValue: strategy.spotValue.isFresh ? strategy.spotValue.value : nil)
  }
}

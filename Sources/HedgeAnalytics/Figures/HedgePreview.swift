import FoundationEssentials
import HedgeModel

/// What another hedge ratio would take and leave, before anything is decided.
public struct HedgePreview: Hashable, Sendable {
  /// One row of the impact table.
  public struct Impact: Hashable, Sendable {
    /// Move of the benchmark, a fraction.
    public let benchmarkMove: Double
    /// Profit of the spot alone, every price moving β·x.
    public let unhedgedProfit: Double
    /// Profit of spot and legs after the trades.
    public let hedgedProfit: Double

    /// A row; see the properties.
    public init(benchmarkMove: Double, unhedgedProfit: Double, hedgedProfit: Double) {
      self.benchmarkMove = benchmarkMove
      self.unhedgedProfit = unhedgedProfit
      self.hedgedProfit = hedgedProfit
    }
  }

  /// The strategy.
  public let strategy: String
  /// The aim now.
  public let currentAim: HedgePolicy.Aim
  /// The aim tried.
  public let aim: HedgePolicy.Aim
  /// The trades it takes, rounded.
  public let trades: [TradeSuggestion]
  /// Sum of their fees.
  public let fees: Double
  /// The strategy after the trades.
  public let after: StrategyFigures
  /// The accounts after the trades.
  public let accountsAfter: [AccountFigures]
  /// −20, −10, +10 and +20 % of the benchmark.
  public let impacts: [Impact]

  /// A preview; see the properties.
  public init(
    strategy: String, currentAim: HedgePolicy.Aim, aim: HedgePolicy.Aim, trades: [TradeSuggestion], fees: Double,
    after: StrategyFigures, accountsAfter: [AccountFigures], impacts: [Impact]
  ) {
    self.strategy = strategy
    self.currentAim = currentAim
    self.aim = aim
    self.trades = trades
    self.fees = fees
    self.after = after
    self.accountsAfter = accountsAfter
    self.impacts = impacts
  }
}

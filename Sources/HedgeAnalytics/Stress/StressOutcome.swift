import HedgeModel

/// What one scenario does to a book.
public struct StressOutcome: Hashable, Sendable {
  /// The scenario.
  public let scenario: StressScenario
  /// Move of the benchmark in it, a fraction.
  public let benchmarkMove: Reading<Double>
  /// Moves of the coins of the book and of the benchmark, by name.
  public let moves: [StressMove]
  /// The strategies, in the order of the configuration.
  public let strategies: [StressStrategyOutcome]
  /// The whole book: the strategies, and coins in accounts where no leg stands.
  public let profit: StressProfit
  /// Net beta of the whole book now: the strategies' beta-dollars over the sum of what each is divided by.
  public let netBetaBefore: Reading<Double>
  /// The same afterwards.
  public let netBetaAfter: Reading<Double>
  /// The margin accounts, in the order of the configuration.
  public let accounts: [StressAccountOutcome]
  /// The account that is liquidated before all others; nil inside a known reading when all survive. Unknown when an
  /// account cannot be judged: it may be the first.
  public let firstLiquidation: Reading<StressLiquidation?>
  /// Why figures of this outcome are unknown, each reason once; empty when all are known.
  public let unknowns: [UnknownReason]

  /// An outcome; see the properties.
  public init(
    scenario: StressScenario, benchmarkMove: Reading<Double>, moves: [StressMove],
    strategies: [StressStrategyOutcome], profit: StressProfit, netBetaBefore: Reading<Double>,
    netBetaAfter: Reading<Double>, accounts: [StressAccountOutcome]
  ) {
    self.scenario = scenario
    self.benchmarkMove = benchmarkMove
    self.moves = moves
    self.strategies = strategies
    self.profit = profit
    self.netBetaBefore = netBetaBefore
    self.netBetaAfter = netBetaAfter
    self.accounts = accounts
    firstLiquidation = Self.first(of: accounts)
    unknowns = Self.reasons(
      [benchmarkMove, profit.hedged, netBetaAfter] + moves.map(\.move) + strategies.map(\.netBetaAfter)
        + strategies.map(\.profit.hedged) + accounts.map(\.marginAfter))
  }

  /// Coins of the book that move by `rule`: by ``StressMove/Rule/beta`` in a historical scenario are those its record
  /// does not list.
  public func coins(moving rule: StressMove.Rule) -> [Asset] { moves.filter { $0.rule == rule }.map(\.asset) }

  private static func first(of accounts: [StressAccountOutcome]) -> Reading<StressLiquidation?> {
    accounts.reduce(.stated(nil)) { first, account in
      first.combined(with: account.liquidation) { first, liquidation in
        guard let first, let liquidation else { return first ?? liquidation }
        return liquidation.fraction < first.fraction ? liquidation : first
      }
    }
  }

  private static func reasons(_ readings: [Reading<Double>]) -> [UnknownReason] {
    readings.compactMap(\.unknownReason).reduce(into: []) { reasons, reason in
      if !reasons.contains(reason) { reasons.append(reason) }
    }
  }
}

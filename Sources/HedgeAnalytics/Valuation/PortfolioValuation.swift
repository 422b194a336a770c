import FoundationEssentials
import HedgeModel

/// Values a portfolio: every figure of the screen, the commands and the alerts, from one set of inputs.
///
/// Pure: equal inputs give equal figures. A missing or stale input makes each figure that needs it unknown or stale,
/// and no other.
public enum PortfolioValuation {
  /// The benchmark move that ``AccountFigures/collateralToSurvive`` is computed for.
  public static let survivalMove = 0.2

  /// The figures of `input.portfolio` at `input.now`.
  public static func evaluate(_ input: ValuationInput) -> PortfolioFigures {
    evaluate(input, by: ValuationPlan(input))
  }

  /// The figures of `input`, whose plan is `plan`.
  static func evaluate(_ input: ValuationInput, by plan: ValuationPlan) -> PortfolioFigures {
    let context = ValuationContext(input, by: plan)
    let portfolio = input.portfolio
    let legs = plan.strategies.map { $0.legs.map { LegState($0, in: context) } }
    let accounts = accountStates(legs, in: context)
    let strategies = plan.strategies.indices.map { index in
      StrategyState(plan.strategies[index], index: index, legs: legs[index], accounts: accounts, in: context)
    }
    let figures = strategies.map { $0.figures(accounts: accounts, in: context) }
    let totals = PortfolioTotals(of: figures)
    return PortfolioFigures(
      now: input.now, name: portfolio.name, currency: portfolio.currency, benchmark: portfolio.benchmark,
      benchmarkPrice: benchmarkPrice(in: context), benchmarkChange: benchmarkChange(in: context),
      strategies: figures, totals: totals,
      allocation: AllocationFigures(of: portfolio, strategies: figures, equity: totals.equity),
      accounts: accounts.map { $0.figures(survivalMove: survivalMove, in: context) })
  }

  private static func accountStates(_ legs: [[LegState]], in context: ValuationContext) -> [AccountState] {
    var groups = [[AccountState.Group]](repeating: [], count: context.portfolio.accounts.count)
    for (strategy, legs) in legs.enumerated() {
      for leg in legs {
        guard let account = leg.plan.account else { continue }
        if groups[account].last?.strategy != strategy {
          groups[account].append(AccountState.Group(strategy: strategy, legs: []))
        }
        groups[account][groups[account].count - 1].legs.append(leg)
      }
    }
    return zip(context.portfolio.accounts, groups).map { AccountState($0, groups: $1, in: context) }
  }

  private static func benchmarkPrice(in context: ValuationContext) -> Reading<Double> {
    guard let asset = context.portfolio.benchmark.singleAsset else {
      return .unknown(UnknownReason(.undefined, "a composite benchmark has returns, not a price"))
    }
    return context.price(of: asset)
  }

  /// Move over 24 hours; of a composite the weighted moves of its components.
  private static func benchmarkChange(in context: ValuationContext) -> Reading<Double> {
    context.portfolio.benchmark.components.sum { component in
      guard let market = context.portfolio.spotMarkets[component.asset] else {
        return .unknown(UnknownReason(.notConfigured, "no spot market of \(component.asset) is configured"))
      }
      return context.change(of: market, price: context.spotPrice(of: market)).map { $0 * component.weight }
    }
  }
}

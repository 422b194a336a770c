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
    let context = ValuationContext(input: input)
    let portfolio = input.portfolio
    let betas = portfolio.strategies.map {
      BetaLookup(strategy: $0, benchmark: portfolio.benchmark, estimates: input.betas[$0.name] ?? [:])
    }
    let legs = legStates(betas: betas, in: context)
    let accounts = accountStates(legs, in: context)
    let accountsByID = Dictionary(accounts.map { ($0.account.id, $0) }) { first, _ in first }
    let strategies = portfolio.strategies.indices.map { index in
      StrategyState(
        portfolio.strategies[index], index: index, betas: betas[index], legs: legs[index], accounts: accounts,
        in: context)
    }
    let figures = strategies.map { $0.figures(accounts: accountsByID, in: context) }
    let totals = PortfolioTotals(of: figures)
    return PortfolioFigures(
      now: input.now, name: portfolio.name, currency: portfolio.currency, benchmark: portfolio.benchmark,
      benchmarkPrice: benchmarkPrice(in: context), benchmarkChange: benchmarkChange(in: context),
      strategies: figures, totals: totals,
      allocation: AllocationFigures(of: portfolio, strategies: figures, equity: totals.equity),
      accounts: accounts.map { $0.figures(survivalMove: survivalMove, betas: betas, in: context) })
  }

  private static func legStates(betas: [BetaLookup], in context: ValuationContext) -> [[LegState]] {
    let accounts = Dictionary(context.portfolio.accounts.map { ($0.id, $0) }) { first, _ in first }
    return zip(context.portfolio.strategies, betas).map { strategy, betas in
      strategy.legs.map {
        LegState($0, of: strategy, account: accounts[$0.account], betas: betas, in: context)
      }
    }
  }

  private static func accountStates(_ legs: [[LegState]], in context: ValuationContext) -> [AccountState] {
    var members: [AccountID: [AccountState.Member]] = [:]
    for (strategy, legs) in legs.enumerated() {
      for leg in legs {
        members[leg.leg.account, default: []].append(AccountState.Member(strategy: strategy, state: leg))
      }
    }
    return context.portfolio.accounts.map { AccountState($0, members: members[$0.id] ?? [], in: context) }
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

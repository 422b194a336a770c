import FoundationEssentials
import HedgeModel

/// Tells what moved the drift since the last review.
///
/// The inputs of then are replaced by those of now one sort at a time, prices, fills, betas, target; each part is the
/// step of the drift at its replacement, so the parts add up to the whole.
enum DriftAttributing {
  static func attribution(
    of state: StrategyState, since baseline: ReviewBaseline?, in context: ValuationContext
  ) -> Reading<DriftAttribution> {
    guard let baseline else {
      return .unknown(UnknownReason(.notReceived, "\(state.strategy.name) has not been reviewed yet"))
    }
    guard let parts = parts(of: state, since: baseline, in: context) else {
      return .unknown(
        UnknownReason(.notReceived, "a price or beta at the review of \(state.strategy.name) is missing"))
    }
    return state.drift.map { _ in parts }
  }

  private static func parts(
    of state: StrategyState, since baseline: ReviewBaseline, in context: ValuationContext
  ) -> DriftAttribution? {
    let oldWallet = Self.wallet(of: state, since: baseline, in: context)
    let wallet = Self.wallet(of: state, since: nil, in: context)
    let isSame = wallet == oldWallet && state.strategy.holdsTheSame(as: baseline.strategy)
    guard let then = DriftModel(strategy: baseline.strategy, wallet: oldWallet, in: context),
      let now = isSame ? then : DriftModel(strategy: state.strategy, wallet: wallet, in: context)
    else { return nil }
    let current = values(of: now, state, in: context)
    var newPrices = isSame ? current : values(of: then, state, in: context)
    // A coin that came later had no beta then: its own enters with it, as part of the fill.
    newPrices.betas = betas(of: then, at: baseline, or: newPrices.betas)
    var oldPrices = newPrices
    oldPrices.prices = then.sources.map { baseline.prices[$0.instrument] }
    var newFills = isSame ? newPrices : current
    if !isSame { newFills.betas = betas(of: now, at: baseline, or: current.betas) }
    let oldRatio = baseline.strategy.policy.hedgeRatio.inexact
    guard
      let start = then.drift(at: oldPrices, hedgeRatio: oldRatio),
      let afterPrices = then.drift(at: newPrices, hedgeRatio: oldRatio),
      let afterFills = now.drift(at: newFills, hedgeRatio: oldRatio),
      let afterBetas = now.drift(at: current, hedgeRatio: oldRatio),
      let end = now.drift(at: current, hedgeRatio: state.hedgeRatio)
    else { return nil }
    return DriftAttribution(
      since: baseline.at, prices: afterPrices - start, fills: afterFills - afterPrices,
      betas: afterBetas - afterFills, target: end - afterBetas)
  }

  /// Prices and betas now. An instrument counts with its quote when it is spot, with its mark when it is a future.
  private static func values(
    of model: DriftModel, _ state: StrategyState, in context: ValuationContext
  ) -> DriftModel.Values {
    let markets = context.input.markets
    return DriftModel.Values(
      prices: model.sources.map { source in
        source.isFuture
          ? markets.mark(of: source.instrument)?.value : markets.quote(of: source.instrument)?.value?.price
      }, betas: model.sources.map { state.betas.beta(of: $0.asset).value?.beta })
  }

  private static func betas(
    of model: DriftModel, at baseline: ReviewBaseline, or current: [Double?]
  ) -> [Double?] {
    zip(model.sources, current).map { source, beta in baseline.betas[source.asset] ?? beta }
  }

  /// Coins in the wallets that the strategy stands for, now or at the review, by its share of now.
  private static func wallet(
    of state: StrategyState, since baseline: ReviewBaseline?, in context: ValuationContext
  ) -> [DriftModel.Coins] {
    state.walletShares.flatMap { account, share in
      let balances = baseline?.balances[account.id] ?? account.balances
      return balances.filter { !context.isCash($0.key) && $0.value != 0 }.sorted { $0.key < $1.key }
        .map { DriftModel.Coins(asset: $0.key, amount: $0.value.inexact * share) }
    }
  }
}

extension Strategy {
  /// True when holdings and legs are the same; the policy does not count.
  fileprivate func holdsTheSame(as other: Strategy) -> Bool { holdings == other.holdings && legs == other.legs }
}

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
    guard let then = DriftModel(strategy: baseline.strategy, wallet: oldWallet, in: context),
      let now = wallet == oldWallet && state.strategy.holdsTheSame(as: baseline.strategy)
        ? then : DriftModel(strategy: state.strategy, wallet: wallet, in: context)
    else { return nil }
    let betas = { (asset: Asset) in state.betas.beta(of: asset).value?.beta }
    // A coin that came later had no beta then: its own enters with it, as part of the fill.
    let oldBetas = { (asset: Asset) in baseline.betas[asset] ?? betas(asset) }
    let oldRatio = baseline.strategy.policy.hedgeRatio.inexact
    let betasThen = then.assets.map(oldBetas)
    let betasNow = now.assets.map(betas)
    let prices = Self.prices(of: now, in: context)
    guard
      let start = then.drift(
        prices: then.instruments.map { baseline.prices[$0] }, betas: betasThen, hedgeRatio: oldRatio),
      let afterPrices = then.drift(
        prices: Self.prices(of: then, in: context), betas: betasThen, hedgeRatio: oldRatio),
      let afterFills = now.drift(prices: prices, betas: now.assets.map(oldBetas), hedgeRatio: oldRatio),
      let afterBetas = now.drift(prices: prices, betas: betasNow, hedgeRatio: oldRatio),
      let end = now.drift(prices: prices, betas: betasNow, hedgeRatio: state.hedgeRatio)
    else { return nil }
    return DriftAttribution(
      since: baseline.at, prices: afterPrices - start, fills: afterFills - afterPrices,
      betas: afterBetas - afterFills, target: end - afterBetas)
  }

  private static func prices(of model: DriftModel, in context: ValuationContext) -> [Double?] {
    model.instruments.map { price(of: $0, in: context) }
  }

  /// The price an instrument counts with: spot its quote, a future its mark.
  private static func price(of id: InstrumentID, in context: ValuationContext) -> Double? {
    guard let instrument = context.portfolio.instruments[id], let market = context.input.markets[id] else { return nil }
    return instrument.isFuture ? market.mark.value : market.quote.value?.price
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

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
    let lookup = DriftModel.Lookup(
      context: context,
      // What came later had no price or beta then; only the positions of now ask for it, at what it is now.
      prices: { id in price(of: id, in: context).map { (baseline.prices[id] ?? $0, $0) } },
      betas: { asset in state.betas.beta(of: asset).value.map { (baseline.betas[asset] ?? $0.beta, $0.beta) } })
    let target = NetBeta.TargetLine(baseline.strategy.policy.aim)
    guard isComplete(baseline, wallet(of: state, since: baseline, in: context), in: context),
      let now = DriftModel(
        state.strategy, side: state.side, wallet: wallet(of: state, since: nil, in: context), lookup),
      let then = isUnchanged(state, since: baseline, in: context)
        ? now
        : DriftModel(
          baseline.strategy, side: state.side, wallet: wallet(of: state, since: baseline, in: context), lookup),
      let start = then.drift(prices: .then, betas: .then, target: target),
      let afterPrices = then.drift(prices: .now, betas: .then, target: target),
      let afterFills = now.drift(prices: .now, betas: .then, target: target),
      let afterBetas = now.drift(prices: .now, betas: .now, target: target),
      let end = now.drift(prices: .now, betas: .now, target: state.targetLine)
    else { return nil }
    return DriftAttribution(
      since: baseline.at, prices: afterPrices - start, fills: afterFills - afterPrices,
      betas: afterBetas - afterFills, target: end - afterBetas)
  }

  /// True when every position of then has its price of then.
  private static func isComplete(
    _ baseline: ReviewBaseline, _ wallet: [DriftModel.Coins], in context: ValuationContext
  ) -> Bool {
    baseline.strategy.holdings.allSatisfy { baseline.prices[$0.instrument] != nil }
      && baseline.strategy.legs.allSatisfy { $0.contracts == 0 || baseline.prices[$0.instrument] != nil }
      && wallet.allSatisfy { coins in
        context.portfolio.spotMarkets[coins.asset].map { baseline.prices[$0] != nil } ?? false
      }
  }

  private static func isUnchanged(
    _ state: StrategyState, since baseline: ReviewBaseline, in context: ValuationContext
  ) -> Bool {
    state.strategy.holdings == baseline.strategy.holdings && state.strategy.legs == baseline.strategy.legs
      && state.walletShares.allSatisfy { account, _ in
        baseline.balances[account.id].map { $0 == account.balances } ?? true
      }
  }

  /// The price an instrument counts with: spot its quote, a future its mark.
  private static func price(of id: InstrumentID, in context: ValuationContext) -> Double? {
    guard let instrument = context.portfolio.instruments[id] else { return nil }
    let markets = context.input.markets
    return instrument.isFuture ? markets.mark(of: id)?.value : markets.quote(of: id)?.value?.price
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

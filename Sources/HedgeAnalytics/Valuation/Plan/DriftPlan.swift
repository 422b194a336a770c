import FoundationEssentials
import HedgeModel

/// What the drift of one strategy is attributed against: its positions at the last review and those of now.
struct DriftPlan: Sendable {
  /// When the review was.
  let since: Timestamp
  /// What net beta was steered to then.
  let target: NetBeta.TargetLine
  /// The positions at the review.
  let then: DriftModel
  /// The positions now; nil while they are those of then.
  let now: DriftModel?

  /// The plan of a strategy; unknown before its first review, and when that does not know all it needs.
  static func reading(of strategy: Strategy, betas: BetaLookup, in input: ValuationInput) -> Reading<DriftPlan> {
    guard let baseline = input.baselines[strategy.name] else {
      return .unknown(UnknownReason(.notReceived, "\(strategy.name) has not been reviewed yet"))
    }
    return DriftPlan(strategy, since: baseline, betas: betas, in: input).map { .stated($0) }
      ?? .unknown(.incompleteReview(of: strategy))
  }

  private init?(_ strategy: Strategy, since baseline: ReviewBaseline, betas: BetaLookup, in input: ValuationInput) {
    let portfolio = input.portfolio
    let lookup = DriftLookup(input: input, baseline: baseline, estimates: betas)
    let used = Set(strategy.legs.map(\.account))
    let accounts = portfolio.accounts.enumerated().filter { used.contains($1.id) }
    let walletsNow = accounts.flatMap { Self.wallet(at: $0, holding: $1.balances, in: portfolio) }
    let walletsThen = accounts.flatMap {
      Self.wallet(at: $0, holding: baseline.balances[$1.id] ?? $1.balances, in: portfolio)
    }
    guard Self.isComplete(baseline, walletsThen, in: portfolio),
      let then = DriftModel(baseline.strategy, wallets: walletsThen, lookup)
    else { return nil }
    self.then = then
    since = baseline.at
    target = NetBeta.TargetLine(baseline.strategy.policy.aim)
    if strategy.holdings == baseline.strategy.holdings, strategy.legs == baseline.strategy.legs,
      walletsNow == walletsThen
    {
      now = nil
    } else {
      guard let changed = DriftModel(strategy, wallets: walletsNow, lookup) else { return nil }
      now = changed
    }
  }

  /// The coins among the balances of account number `account`.
  private static func wallet(
    at account: Int, holding balances: [Asset: Decimal], in portfolio: Portfolio
  ) -> [DriftModel.Coins] {
    balances.filter { portfolio.conversionRate(of: $0.key) == nil && $0.value != 0 }.sorted { $0.key < $1.key }
      .map { DriftModel.Coins(account: account, asset: $0.key, amount: $0.value.inexact) }
  }

  /// True when every position of then has its price of then.
  private static func isComplete(
    _ baseline: ReviewBaseline, _ wallets: [DriftModel.Coins], in portfolio: Portfolio
  ) -> Bool {
    baseline.strategy.holdings.allSatisfy { baseline.prices[$0.instrument] != nil }
      && baseline.strategy.legs.allSatisfy { $0.contracts == 0 || baseline.prices[$0.instrument] != nil }
      && wallets.allSatisfy { coins in
        portfolio.spotMarkets[coins.asset].map { baseline.prices[$0] != nil } ?? false
      }
  }
}

extension UnknownReason {
  /// The review does not know all that attribution needs.
  static func incompleteReview(of strategy: Strategy) -> UnknownReason {
    UnknownReason(.notReceived, "a price or beta at the review of \(strategy.name) is missing")
  }
}

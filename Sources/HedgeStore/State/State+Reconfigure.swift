import Alerting
import HedgeAnalytics
import HedgeModel
import MarketData

extension State {
  /// Watches another configuration: decisions are applied to it, prices and bars that are known stay, and what was
  /// remembered of strategies that are gone is forgotten.
  mutating func reconfigure(_ new: StoreSettings, _ reason: String) {
    let policies = betaPolicies
    settings = new
    portfolio = new.portfolio.applying(decisions)
    for (name, policy) in betaPolicies where policies[name] != policy { reviewPoints[name]?.forgetBetas() }
    bars = bars.keeping(BarNeeds.capacities(for: new.portfolio))
    dayAgo = DayAgoPrices(of: Array(new.portfolio.spotMarkets.values))
    observed.limit(by: new.staleAfter)
    betas = BetaDesk(portfolio: new.portfolio)
    disagreements = DisagreementDesk()
    covariances = CovarianceDesk(portfolio: new.portfolio)
    regimes = RegimeDesk(portfolio: new.portfolio)
    funding.watch(new.portfolio)
    attribution.watch(new.portfolio)
    feeds = Dictionary(
      new.feeds.map { ($0.name, feeds[$0.name] ?? FeedHealth(connectingSince: now)) },
      uniquingKeysWith: { first, _ in first })
    alerts.policy = new.alertPolicy
    trial = nil
    studies.bookChanged()
    let names = Set(portfolio.strategies.map(\.name))
    baselines = baselines.filter { names.contains($0.key) }
    reviewPoints = reviewPoints.filter { names.contains($0.key) }
    recorders = recorders.filter { names.contains($0.key) }
    log.add(.notice, .info, "\(portfolio.name): \(reason)", at: now)
  }
}

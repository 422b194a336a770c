import Alerting
import HedgeAnalytics
import HedgeModel

/// What is to be known of a portfolio beside others: a row of their overview, and what marks it while another is shown.
/// Values are in its currency.
public struct PortfolioSummary: Hashable, Sendable {
  /// What calls for a look, the worst first.
  public enum Concern: Int, Hashable, Sendable, CaseIterable {
    /// A critical alert that nobody has acknowledged.
    case critical
    /// The drift of a strategy is beyond its band.
    case breach
    /// A figure rests on a stale price, or a feed has fallen silent.
    case stale
    /// There are no prices, or a figure is unknown.
    case unknown
  }

  /// How many strategies stand how to their bands.
  public struct Verdicts: Hashable, Sendable {
    /// In their band.
    public internal(set) var inBand = 0
    /// Beyond it.
    public internal(set) var breach = 0
    /// Of stale prices.
    public internal(set) var stale = 0
    /// Unknown.
    public internal(set) var unknown = 0

    /// All of them.
    public var count: Int { inBand + breach + stale + unknown }
  }

  /// The portfolio's name.
  public let name: String
  /// The currency of its values.
  public let currency: Asset
  /// The instant of its figures.
  public let now: Timestamp
  /// Value of all spot positions.
  public let spotValue: Reading<Double>
  /// Notional of all short legs, negative.
  public let shortNotional: Reading<Double>
  /// Net beta-dollars over what the strategies' own net betas are divided by.
  public let netBeta: Reading<Double>
  /// What net beta is where every strategy is at its target.
  public let target: Reading<Double>
  /// Net beta less target.
  public let drift: Reading<Double>
  /// How the strategies stand to their bands.
  public let verdicts: Verdicts
  /// The worst normalised margin ratio of its accounts: 0 is safe, 1 liquidation.
  public let marginRatio: Reading<Double>
  /// The smallest move of the benchmark, a signed fraction, that liquidates an account; unknown (undefined) when none
  /// does.
  public let liquidatingMove: Reading<Double>
  /// Funding received a day.
  public let fundingPerDay: Reading<Double>
  /// Profit since 00:00 UTC.
  public let profitToday: Reading<Double>
  /// Active alerts that nobody has acknowledged, the worst first.
  public let openAlerts: [Alert]
  /// Active alerts that somebody has acknowledged.
  public let acknowledgedAlerts: Int
  /// The feeds and how they fare.
  public let feeds: [FeedStatus]
  /// When its alerts turn to warnings.
  public let alertPolicy: AlertPolicy

  /// What a snapshot says of its portfolio.
  public init(_ snapshot: HedgeSnapshot) {
    let figures = snapshot.figures
    let denominator = Reading.sum(figures.strategies.map(\.netBeta.denominatorValue))
    name = figures.name
    currency = figures.currency
    now = snapshot.now
    spotValue = figures.totals.spotValue
    shortNotional = figures.totals.shortNotional
    netBeta = figures.totals.netBeta
    drift = figures.totals.driftValue.divided(by: denominator, undefined: "no drift of a portfolio worth nothing")
    target = netBeta.combined(with: drift, -)
    verdicts = Verdicts(figures.strategies)
    marginRatio = Self.worstMargin(figures.accounts)
    liquidatingMove = Self.nearestLiquidation(figures.accounts)
    fundingPerDay = figures.totals.fundingPerDay
    profitToday = snapshot.attribution.total(of: figures.strategies.map(\.name), since: .today).total
    openAlerts = snapshot.unacknowledgedAlerts
    acknowledgedAlerts = snapshot.alerts.count { $0.isActive && $0.acknowledgedAt != nil }
    feeds = snapshot.feeds
    alertPolicy = snapshot.alertPolicy
  }

  /// What calls for a look, the worst only; nil when nothing does.
  public var concern: Concern? {
    if openAlerts.first?.severity == .critical { return .critical }
    if verdicts.breach > 0 { return .breach }
    if verdicts.stale > 0 || feeds.contains(where: { !$0.isHealthy && $0.lastEventAt != nil }) { return .stale }
    return verdicts.unknown > 0 || feeds.contains { !$0.isHealthy } ? .unknown : nil
  }
}

extension PortfolioSummary.Verdicts {
  /// The verdicts on these strategies.
  init(_ strategies: [StrategyFigures]) {
    for strategy in strategies {
      switch strategy.netBeta.verdict {
      case .inBand: inBand += 1
      case .breach: breach += 1
      case .stale: stale += 1
      case .unknown: unknown += 1
      }
    }
  }
}

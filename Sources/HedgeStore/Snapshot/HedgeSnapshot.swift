import Alerting
import HedgeAnalytics
import HedgeModel

/// Everything a person or a program may read of a running hedge at one instant.
///
/// The screen, `status --json`, `check`, alerts and metrics are made from the same snapshot, so they cannot disagree.
/// It never changes once it is made, and reading it never waits. An object and not a struct, since it is handed to every
/// panel: a copy of all its fields for each would be the larger part of the panels' code.
public final class HedgeSnapshot: Sendable {
  /// The instant it was taken.
  public let now: Timestamp
  /// Rising by one with each snapshot.
  public let sequence: Int
  /// All figures.
  public let figures: PortfolioFigures
  /// The feeds and how they fare.
  public let feeds: [FeedStatus]
  /// Alerts: active ones first, by severity, then newest first; over ones after them.
  public let alerts: [Alert]
  /// What has happened, newest first: decisions, alerts, feed messages.
  public let log: [LogEntry]
  /// The past of each strategy's figures, by strategy name.
  public let histories: [String: StrategyHistory]
  /// Recent prices by instrument, oldest first, for sparklines.
  public let recentPrices: RecentPrices
  /// Reviews that are due, by strategy name; absent when none is.
  public let dueReviews: [String: [DueReview]]
  /// Why no decision may be made now, by strategy name: a stale or missing input. Absent when one may.
  public let decisionLocks: [String: String]
  /// The hedge ratio being tried, if one is.
  public let preview: Reading<HedgePreview>?
  /// The trades to that ratio as one ticket, rounded together.
  public let ticket: Reading<TradeTicket>?
  /// The last decision that `undo` would take back, by strategy name.
  public let undoable: [String: Decision]
  /// When alerts are raised, so that what is shown turns to a warning where they do.
  public let alertPolicy: AlertPolicy
  /// Profit by its causes: beta, alpha, basis, funding, fees, slippage, collateral.
  public let attribution: ProfitAttribution
  /// How the market of the portfolio's coins moves; nil without strategies.
  public let regime: Reading<MarketRegime>?
  /// Accounts that are read from their venues, our figures beside the venue's own.
  public let reconciliations: [Reconciliation]
  /// When each account that is read from its venue was read last; absent when it never was.
  public let accountsReadAt: [AccountID: Timestamp]
  /// What is looked at more closely, while somebody does.
  public let studies: Studies

  /// The same without what is being tried: for those who do not try it.
  public var withoutTrial: HedgeSnapshot {
    guard preview != nil || ticket != nil else { return self }
    return HedgeSnapshot(
      now: now, sequence: sequence, figures: figures, feeds: feeds, alerts: alerts, log: log, histories: histories,
      recentPrices: recentPrices, dueReviews: dueReviews, decisionLocks: decisionLocks, undoable: undoable,
      alertPolicy: alertPolicy, attribution: attribution, regime: regime, reconciliations: reconciliations,
      accountsReadAt: accountsReadAt, studies: studies)
  }

  /// A snapshot; see the properties.
  public init(
    now: Timestamp, sequence: Int, figures: PortfolioFigures, feeds: [FeedStatus], alerts: [Alert] = [],
    log: [LogEntry] = [], histories: [String: StrategyHistory] = [:], recentPrices: RecentPrices = [:],
    dueReviews: [String: [DueReview]] = [:], decisionLocks: [String: String] = [:],
    preview: Reading<HedgePreview>? = nil, ticket: Reading<TradeTicket>? = nil,
    undoable: [String: Decision] = [:], alertPolicy: AlertPolicy = AlertPolicy(),
    attribution: ProfitAttribution = ProfitAttribution(), regime: Reading<MarketRegime>? = nil,
    reconciliations: [Reconciliation] = [], accountsReadAt: [AccountID: Timestamp] = [:],
    studies: Studies = Studies()
  ) {
    self.now = now
    self.sequence = sequence
    self.figures = figures
    self.feeds = feeds
    self.alerts = alerts
    self.log = log
    self.histories = histories
    self.recentPrices = recentPrices
    self.dueReviews = dueReviews
    self.decisionLocks = decisionLocks
    self.preview = preview
    self.ticket = ticket
    self.undoable = undoable
    self.alertPolicy = alertPolicy
    self.attribution = attribution
    self.reconciliations = reconciliations
    self.accountsReadAt = accountsReadAt
    self.studies = studies
    self.regime = regime
  }
}

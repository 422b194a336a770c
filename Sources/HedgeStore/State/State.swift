import Alerting
import HedgeAnalytics
import HedgeModel
import MarketData

/// Everything the program knows. Changed by ``reduce(_:)`` and nothing else.
public struct State: Sendable {
  /// What is watched, and by which thresholds; replaced as a whole when the configuration is read again.
  var settings: StoreSettings

  /// When the program started, however often the configuration was read again.
  let startedAt: Timestamp
  /// Alerts of before that start, by identity.
  let lastAlerts: [String: KeptAlert]

  /// The newest instant told by the timer.
  var now: Timestamp
  /// The portfolio with all kept decisions applied.
  var portfolio: Portfolio
  /// The raw last values of each instrument.
  var observed = ObservedMarkets()
  /// The order books that matter now.
  var books = ObservedBooks()
  /// Closed bars of the spot markets.
  var bars: BarBook
  /// Prices of a day ago.
  var dayAgo: DayAgoPrices
  /// Betas of each strategy.
  var betas: BetaDesk
  /// Covariances of strategies that hedge by weights of least variance.
  var covariances: CovarianceDesk
  /// What tells the regime.
  var regimes: RegimeDesk
  /// Whether the betas of the coins disagree, while an alert rests on it.
  var disagreements = DisagreementDesk()
  /// How the market of the portfolio's coins moves; nil without strategies.
  var regime: Reading<MarketRegime>?
  /// Funding received and paid by each leg.
  var funding: FundingDesk
  /// Profit of each strategy by its causes.
  var attribution: AttributionDesk
  /// How each feed fares, by name.
  var feeds: [String: FeedHealth]
  /// Accounts that are read from their venue, as they were read last.
  var accountSnapshots: [AccountID: AccountSnapshot] = [:]
  /// Those accounts compared with our figures of them.
  var reconciliations: [Reconciliation] = []
  /// Whether decisions can be kept.
  var journalStanding = JournalStanding.writes
  /// Kept decisions, oldest first.
  var decisions: [Decision] = []
  /// Each strategy at its last review, or when its figures were first complete.
  var baselines: [String: ReviewBaseline] = [:]
  /// The same for the review triggers.
  var reviewPoints: [String: ReviewPoint] = [:]
  /// The past of each strategy.
  var recorders: [String: StrategyRecorder] = [:]
  /// Alerts and the state of their rules.
  var alerts: AlertEngine
  /// Reviews that are due, by strategy name.
  var dueReviews: [String: [DueReview]] = [:]
  /// What has happened.
  var log = EventLog()
  /// What is looked at more closely.
  var studies = StudyDesk()
  /// The hedge ratio being tried.
  var trial: HedgeRatioTrial?
  /// What turns the input into the figures.
  var valuation = PlannedValuation()
  /// The figures at ``now``.
  var figures: PortfolioFigures
  /// The input the figures were computed from.
  var input: ValuationInput
  /// Rises with each change.
  var sequence = 0

  /// The state before anything has arrived.
  ///
  /// - Parameters:
  ///   - settings: what the store is started with.
  ///   - decisions: what the journal holds, oldest first; applied to the portfolio.
  ///   - lastAlerts: what the journal knows of alerts: an acknowledgement or a snooze holds only for what it was given to.
  public init(settings: StoreSettings, decisions: [Decision] = [], lastAlerts: [KeptAlert] = []) {
    self.settings = settings
    startedAt = settings.startedAt
    self.lastAlerts = Dictionary(lastAlerts.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    self.decisions = decisions
    now = settings.startedAt
    portfolio = settings.portfolio.applying(decisions)
    bars = BarBook(capacities: BarNeeds.capacities(for: settings.portfolio))
    dayAgo = DayAgoPrices(of: Array(settings.portfolio.spotMarkets.values))
    betas = BetaDesk(portfolio: settings.portfolio)
    covariances = CovarianceDesk(portfolio: settings.portfolio)
    regimes = RegimeDesk(portfolio: settings.portfolio)
    funding = FundingDesk(portfolio: settings.portfolio, startedAt: settings.startedAt)
    attribution = AttributionDesk(portfolio: settings.portfolio, startedAt: settings.startedAt)
    feeds = Dictionary(
      settings.feeds.map { ($0.name, FeedHealth(connectingSince: settings.startedAt)) },
      uniquingKeysWith: { first, _ in first })
    alerts = AlertEngine(policy: settings.alertPolicy)
    input = ValuationInput(portfolio: portfolio, now: now, markets: [:])
    figures = valuation.evaluate(input)
    restoreSnoozes()
  }
}

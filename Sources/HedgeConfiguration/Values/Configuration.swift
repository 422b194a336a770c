import HedgeModel

/// Everything a configuration file says, in plain values: checked, complete, defaults filled in.
public struct Configuration: Hashable, Sendable {
  /// What is held, what is short against it, and what the instruments are.
  public let portfolio: Portfolio
  /// Where prices come from.
  public let feed: FeedConfiguration
  /// How the screen looks and behaves.
  public let display: DisplayConfiguration
  /// When the user is warned, and how.
  public let alerts: AlertConfiguration
  /// Whether and how metrics are served.
  public let metrics: MetricsConfiguration
  /// How long the past of the figures is kept.
  public let history: HistoryRetention
  /// What the book is stressed with: the scenarios that come with hedgetop, then the user's own.
  public let scenarios: [StressScenario]
  /// Accounts that are read from their venues.
  public let accountSources: [AccountSourceConfiguration]
  /// Where venues are, if not at their usual hosts.
  public let venueHosts: [VenueHosts]
  /// What is not wrong but should be known: positions without entry price, an expired contract.
  public let warnings: [ConfigurationIssue]

  /// A configuration; see the properties.
  public init(
    portfolio: Portfolio, feed: FeedConfiguration, display: DisplayConfiguration = DisplayConfiguration(),
    alerts: AlertConfiguration = AlertConfiguration(), metrics: MetricsConfiguration = MetricsConfiguration(),
    history: HistoryRetention = HistoryRetention(),
    scenarios: [StressScenario] = [],
    accountSources: [AccountSourceConfiguration] = [], venueHosts: [VenueHosts] = [],
    warnings: [ConfigurationIssue] = []
  ) {
    self.portfolio = portfolio
    self.feed = feed
    self.display = display
    self.alerts = alerts
    self.metrics = metrics
    self.history = history
    self.scenarios = scenarios
    self.accountSources = accountSources
    self.venueHosts = venueHosts
    self.warnings = warnings
  }
}

import Alerting
import HedgeModel
import MarketData

/// What a store is started with and never changes by itself.
public struct StoreSettings: Sendable {
  /// The portfolio as configured, before any decision.
  public let portfolio: Portfolio
  /// The feeds, by the venue part of their instruments' names.
  public let feeds: [FeedIdentity]
  /// When alerts are raised and cleared.
  public let alertPolicy: AlertPolicy
  /// What the book is stressed with.
  public let scenarios: [StressScenario]
  /// Age at which what was read of an account is stale.
  public let accountsStaleAfter: Duration
  /// When the program started, in the feeds' time.
  public let startedAt: Timestamp

  /// Settings; see the properties.
  public init(
    portfolio: Portfolio, feeds: [FeedIdentity], alertPolicy: AlertPolicy, scenarios: [StressScenario] = [],
    accountsStaleAfter: Duration = .seconds(30), startedAt: Timestamp
  ) {
    self.portfolio = portfolio
    self.feeds = feeds
    self.alertPolicy = alertPolicy
    self.scenarios = scenarios
    self.accountsStaleAfter = accountsStaleAfter
    self.startedAt = startedAt
  }

  /// The age at which values of an instrument are stale; at once where its feed is not configured.
  func staleAfter(_ instrument: InstrumentID) -> Duration { feed(of: instrument)?.staleAfter ?? .zero }

  /// The feed an instrument is quoted by; nil when none of that name is configured.
  func feed(of instrument: InstrumentID) -> FeedIdentity? {
    feeds.first { $0.name == instrument.venue }
  }
}

import Alerting
import HedgeConfiguration
import HedgeModel
import HedgeStore
import MarketData

/// The sample portfolio on the simulated market, as the program starts it, one second further at each tick.
final class SampleSession {
  private(set) var snapshot: HedgeSnapshot
  private var state: State
  private let feed: SimulatedFeed
  private let inbox = Inbox()
  private let strategy: String
  private var now = LargeBook.start
  private var tries = 0

  init() async throws {
    let portfolio = try Configuration.sample(now: now).portfolio
    feed = SimulatedFeed(configuration: SimulatedConfiguration(seed: 1, start: now))
    strategy = portfolio.strategies[0].name
    state = State(
      settings: StoreSettings(
        portfolio: portfolio, feeds: [feed.identity], alertPolicy: AlertPolicy(), startedAt: now))
    snapshot = state.snapshot
    let legs = portfolio.strategies.flatMap { $0.legs.map(\.instrument) }
    feed.start(Array(Set(legs + portfolio.spotMarkets.values)).sorted(), into: inbox)
    var loaded: [LoadedHistory] = []
    for (interval, count) in [(BetaPolicy.BarInterval.day, 91), (.hour, 49)] {
      for market in portfolio.spotMarkets.values.sorted() {
        let request = HistoryRequest(instrument: market, interval: interval, count: count, end: now)
        loaded.append(LoadedHistory(request: request, bars: try await feed.history(request)))
      }
    }
    _ = state.reduce(.historyLoaded(loaded))
    for _ in 0..<30 { advance() }
  }

  /// Lets the market go on for a second.
  func tick() {
    now = now + .seconds(1)
    feed.advance(to: now)
  }

  /// What has arrived.
  func arrivals() -> FeedArrivals { FeedArrivals(feed: feed.identity.name, contents: inbox.drain()) }

  /// What the store does at each tick of its timer.
  func refresh(_ arrived: FeedArrivals) {
    _ = state.reduce(.refresh(now: now, arrived: [arrived]))
    snapshot = state.snapshot
  }

  /// A second from market to snapshot.
  func advance() {
    tick()
    refresh(arrivals())
  }

  /// What one key in the hedge-ratio dialog does.
  func preview() {
    tries += 1
    _ = state.reduce(.preview(HedgeRatioTrial(strategy: strategy, hedgeRatio: tries.isMultiple(of: 2) ? 0.7 : 0.9)))
    snapshot = state.snapshot
  }
}

import Alerting
import HedgeConfiguration
import HedgeModel
import HedgeStore
import Journal
import MarketData

/// A running hedge without a screen: the store with its feed, journal and clock, as every command starts it.
@MainActor
final class HedgeSession {
  let store: Store
  private(set) var connection: FeedConnection
  let journal: any DecisionJournal
  private(set) var configuration: Configuration
  private let network: VenueNetwork?

  /// Puts a session together and tells the feed what to deliver; nothing is refreshed yet.
  ///
  /// - Parameters:
  ///   - configuration: what to watch.
  ///   - journal: keeps decisions.
  ///   - network: reaches exchanges; needed for them only.
  ///   - speed: market time per wall time; nil takes the configuration's.
  ///   - wall: the clock of the wall.
  ///   - recorder: writes down what the feeds tell.
  ///   - warn: is told what the user should know and what stops nothing.
  /// - Throws: ``ProgramFailure`` when the feed or the journal cannot be opened.
  init(
    _ configuration: Configuration, journal: any DecisionJournal, network: VenueNetwork? = nil, speed: Double? = nil,
    wall: any MarketClock = ForwardClock(), recorder: Recorder? = nil,
    warn: @MainActor (String) -> Void = StandardError.warn
  ) throws {
    self.configuration = configuration
    self.network = network
    self.journal = journal
    do {
      let connection = try FeedConnection(configuration, network: network, speed: speed, wall: wall, warn: warn)
      self.connection = recorder.map { FeedConnection(connection, recorder: $0) } ?? connection
    } catch {
      throw ProgramFailure(error) ?? ProgramFailure(.configuration, String(describing: error))
    }
    let decisions: [Decision]
    let lastAlerts: [KeptAlert]
    do {
      decisions = try journal.decisions()
      // Only what was acknowledged or snoozed needs to be told from what is new.
      lastAlerts = decisions.contains(where: \.answersAlert) ? try journal.lastAlerts() : []
    } catch {
      throw ProgramFailure(.runtime, String(describing: error))
    }
    let lines = connection.feeds.map { FeedLine($0) }
    let settings = Self.subscribe(lines, to: configuration, from: connection.clock.now())
    store = Store(
      state: State(settings: settings, decisions: decisions, lastAlerts: lastAlerts), lines: lines, journal: journal,
      clock: connection.clock)
    if let unkept = journal as? UnkeptJournal { store.send(.notice("decisions cannot be kept: \(unkept.reason)")) }
  }

  /// True once ``loadHistory()`` has asked for everything.
  private(set) var hasHistory = false

  private static let readAgain = "configuration read again"

  /// Watches another configuration from now on.
  ///
  /// - Parameter reason: what the log says of it.
  /// - Throws: ``ProgramFailure`` when it asks for what takes a new start; nothing has changed then.
  func reconfigure(_ new: Configuration, saying reason: String = readAgain) async throws {
    try refuseNewStart(new)
    let lines = try lines(for: new)
    let markets = configuration.portfolio.watchedInstruments
    configuration = new
    let start = connection.clock.now()
    // A fill at the venue changes sizes, not markets: prices go on as they were.
    if reason != Self.readAgain, markets == new.portfolio.watchedInstruments {
      return store.send(.reconfigure(Self.settings(lines, new, from: start), reason: reason))
    }
    connection = connection.replacing(lines.map(\.feed))
    store.refresh(from: lines)
    store.send(.reconfigure(Self.subscribe(lines, to: new, from: start), reason: reason))
    await loadHistory()
  }

  /// Refuses what cannot be changed while it runs.
  private func refuseNewStart(_ new: Configuration) throws {
    let changed =
      if new.feed != configuration.feed {
        "another feed"
      } else if new.portfolio.name != configuration.portfolio.name {
        "another portfolio, “\(new.portfolio.name)”,"
      } else if new.venueHosts != configuration.venueHosts {
        "another host of a venue"
      } else {
        nil as String?
      }
    if let changed {
      throw ProgramFailure(.configuration, "\(changed) takes a new start; the running configuration stays")
    }
  }

  /// A line for each feed the configuration needs; those there are stay.
  private func lines(for new: Configuration) throws -> [FeedLine] {
    let feeds: [any PriceFeed]
    do {
      feeds = try connection.feeds(for: new, network: network)
    } catch {
      throw ProgramFailure(error) ?? ProgramFailure(.configuration, String(describing: error))
    }
    return feeds.map { feed in store.lines.first { $0.feed === feed } ?? FeedLine(feed) }
  }

  /// Asks the feeds for the past: bars for betas and sparklines, and funding payments.
  func loadHistory() async {
    await recallFunding()
    await HistoryLoading(connection: connection, portfolio: configuration.portfolio) { [store] in store.send($0) }.run()
    hasHistory = true
  }

  /// Subscribes to what a configuration needs. A feed may learn from the subscription how long it can be silent, so
  /// it is asked who it is only afterwards.
  private static func subscribe(
    _ lines: [FeedLine], to configuration: Configuration, from start: Timestamp
  ) -> StoreSettings {
    let wanted = configuration.portfolio.watchedInstruments
    for line in lines {
      let name = line.feed.identity.name
      line.feed.start(lines.count == 1 ? wanted : wanted.filter { $0.venue == name }, into: line.inbox)
    }
    return settings(lines, configuration, from: start)
  }

  private static func settings(
    _ lines: [FeedLine], _ configuration: Configuration, from start: Timestamp
  ) -> StoreSettings {
    StoreSettings(
      portfolio: configuration.portfolio, feeds: lines.map(\.feed.identity),
      alertPolicy: AlertPolicy(configuration.alerts), scenarios: configuration.scenarios, startedAt: start)
  }
}

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
  let connection: FeedConnection
  let journal: any DecisionJournal
  private let lines: [FeedLine]
  private(set) var configuration: Configuration

  /// Puts a session together and tells the feed what to deliver; nothing is refreshed yet.
  ///
  /// - Parameters:
  ///   - configuration: what to watch.
  ///   - journal: keeps decisions.
  ///   - network: reaches exchanges; needed for them only.
  ///   - speed: market time per wall time; nil takes the configuration's.
  ///   - wall: the clock of the wall.
  ///   - recorder: writes down what the feeds tell.
  /// - Throws: ``ProgramFailure`` when the feed or the journal cannot be opened.
  init(
    _ configuration: Configuration, journal: any DecisionJournal, network: VenueNetwork? = nil, speed: Double? = nil,
    wall: any MarketClock = WallClock(), recorder: Recorder? = nil
  ) throws {
    self.configuration = configuration
    self.journal = journal
    do {
      let connection = try FeedConnection(configuration, network: network, speed: speed, wall: wall)
      self.connection = recorder.map { FeedConnection(connection, recorder: $0) } ?? connection
    } catch {
      throw ProgramFailure(error) ?? ProgramFailure(.configuration, String(describing: error))
    }
    let decisions: [Decision]
    do {
      decisions = try journal.decisions()
    } catch {
      throw ProgramFailure(.runtime, String(describing: error))
    }
    lines = connection.feeds.map { FeedLine($0) }
    let settings = Self.subscribe(lines, to: configuration, from: connection.clock.now())
    store = Store(
      state: State(settings: settings, decisions: decisions), lines: lines, journal: journal,
      clock: connection.clock)
    if let unkept = journal as? UnkeptJournal { store.send(.notice("decisions cannot be kept: \(unkept.reason)")) }
  }

  /// True once ``loadHistory()`` has asked for everything.
  private(set) var hasHistory = false

  private static let readAgain = "configuration read again"

  /// Watches another configuration from now on.
  ///
  /// - Parameter reason: what the log says of it.
  /// - Throws: ``ProgramFailure`` when it asks for another feed, which takes a new start; nothing has changed then.
  func reconfigure(_ new: Configuration, saying reason: String = readAgain) async throws {
    guard new.feed == configuration.feed else {
      throw ProgramFailure(.configuration, "another feed takes a new start; the running configuration stays")
    }
    guard new.portfolio.name == configuration.portfolio.name else {
      throw ProgramFailure(.configuration, "another portfolio takes a new start; the running configuration stays")
    }
    let venues = Set(connection.feeds.map(\.identity.name))
    if let other = new.portfolio.watchedInstruments.first(where: { !venues.contains($0.venue) }) {
      throw ProgramFailure(
        .configuration, "\(other) is of another venue, which takes a new start; the running configuration stays")
    }
    let markets = configuration.portfolio.watchedInstruments
    configuration = new
    let start = connection.clock.now()
    // A fill at the venue changes sizes, not markets: prices go on as they were.
    if reason != Self.readAgain, markets == new.portfolio.watchedInstruments {
      return store.send(.reconfigure(Self.settings(lines, new, from: start), reason: reason))
    }
    store.send(.reconfigure(Self.subscribe(lines, to: new, from: start), reason: reason))
    await loadHistory()
  }

  /// Asks the feed for the past: bars for betas and sparklines, and funding payments.
  func loadHistory() async {
    await loadBars()
    var loaded: [LoadedFunding] = []
    for (instrument, since) in HistoryPlan.funding(for: configuration.portfolio, endingAt: connection.clock.now()) {
      do {
        let stamps = try await connection.feed(of: instrument).fundingHistory(of: instrument, since: since)
        loaded.append(LoadedFunding(instrument, since: since, stamps: stamps))
      } catch {
        store.send(.fundingUnavailable(instrument, reason: String(describing: error)))
      }
    }
    if !loaded.isEmpty { store.send(.fundingLoaded(loaded)) }
    hasHistory = true
  }

  private func loadBars() async {
    var loaded: [LoadedHistory] = []
    for request in HistoryPlan.bars(for: configuration.portfolio, endingAt: connection.clock.now()) {
      do {
        loaded.append(
          LoadedHistory(request: request, bars: try await connection.feed(of: request.instrument).history(request)))
      } catch {
        store.send(.historyUnavailable(request, reason: String(describing: error)))
      }
    }
    store.send(.historyLoaded(loaded))
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

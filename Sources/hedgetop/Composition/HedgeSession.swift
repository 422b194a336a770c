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
  private let line: FeedLine
  private(set) var configuration: Configuration

  /// Puts a session together and tells the feed what to deliver; nothing is refreshed yet.
  ///
  /// - Parameters:
  ///   - configuration: what to watch.
  ///   - journal: keeps decisions.
  ///   - speed: market time per wall time; nil takes the configuration's.
  ///   - wall: the clock of the wall.
  /// - Throws: ``ProgramFailure`` when the feed or the journal cannot be opened.
  init(
    _ configuration: Configuration, journal: any DecisionJournal, speed: Double? = nil,
    wall: any MarketClock = WallClock()
  ) throws {
    self.configuration = configuration
    do {
      connection = try FeedConnection(configuration.feed, for: configuration.portfolio, speed: speed, wall: wall)
    } catch {
      throw ProgramFailure(error) ?? ProgramFailure(.configuration, String(describing: error))
    }
    let decisions: [Decision]
    do {
      decisions = try journal.decisions()
    } catch {
      throw ProgramFailure(.runtime, String(describing: error))
    }
    line = FeedLine(connection.feed)
    let settings = Self.subscribe(line, to: configuration, from: connection.clock.now())
    store = Store(
      state: State(settings: settings, decisions: decisions), lines: [line], journal: journal,
      clock: connection.clock)
    if let unkept = journal as? UnkeptJournal { store.send(.notice("decisions cannot be kept: \(unkept.reason)")) }
  }

  /// Watches another configuration from now on.
  ///
  /// - Throws: ``ProgramFailure`` when it asks for another feed, which takes a new start; nothing has changed then.
  func reconfigure(_ new: Configuration) async throws {
    guard new.feed == configuration.feed else {
      throw ProgramFailure(.configuration, "another feed takes a new start; the running configuration stays")
    }
    guard new.portfolio.name == configuration.portfolio.name else {
      throw ProgramFailure(.configuration, "another portfolio takes a new start; the running configuration stays")
    }
    configuration = new
    store.send(.reconfigure(Self.subscribe(line, to: new, from: connection.clock.now())))
    await loadHistory()
  }

  /// Asks the feed for the past: bars for betas and sparklines, and funding payments.
  func loadHistory() async {
    await loadBars()
    var loaded: [LoadedFunding] = []
    for (instrument, since) in HistoryPlan.funding(for: configuration.portfolio, endingAt: connection.clock.now()) {
      do {
        let stamps = try await connection.feed.fundingHistory(of: instrument, since: since)
        loaded.append(LoadedFunding(instrument, since: since, stamps: stamps))
      } catch {
        store.send(.fundingUnavailable(instrument, reason: String(describing: error)))
      }
    }
    if !loaded.isEmpty { store.send(.fundingLoaded(loaded)) }
  }

  private func loadBars() async {
    var loaded: [LoadedHistory] = []
    for request in HistoryPlan.bars(for: configuration.portfolio, endingAt: connection.clock.now()) {
      do {
        loaded.append(LoadedHistory(request: request, bars: try await connection.feed.history(request)))
      } catch {
        store.send(.historyUnavailable(request, reason: String(describing: error)))
      }
    }
    store.send(.historyLoaded(loaded))
  }

  /// Subscribes to what a configuration needs. A feed may learn from the subscription how long it can be silent, so
  /// it is asked who it is only afterwards.
  private static func subscribe(
    _ line: FeedLine, to configuration: Configuration, from start: Timestamp
  ) -> StoreSettings {
    line.feed.start(configuration.portfolio.watchedInstruments, into: line.inbox)
    return StoreSettings(
      portfolio: configuration.portfolio, feeds: [line.feed.identity],
      alertPolicy: AlertPolicy(configuration.alerts), scenarios: configuration.scenarios, startedAt: start)
  }
}

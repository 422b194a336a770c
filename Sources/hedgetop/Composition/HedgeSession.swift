import Alerting
import HedgeConfiguration
import HedgeModel
import HedgeStore
import Journal
import MarketData

/// A running hedge without a screen: the store with its feed, journal and clock, as every command starts it.
@MainActor
struct HedgeSession {
  let store: Store
  private let connection: FeedConnection
  private let portfolio: Portfolio

  /// Puts a session together and tells the feed what to deliver; nothing is refreshed yet.
  ///
  /// - Parameters:
  ///   - configuration: what to watch.
  ///   - journal: keeps decisions.
  ///   - speed: market time per wall time; nil takes the configuration's.
  /// - Throws: ``ProgramFailure`` when the feed or the journal cannot be opened.
  init(_ configuration: Configuration, journal: any DecisionJournal, speed: Double? = nil) throws {
    do {
      connection = try FeedConnection(configuration.feed, for: configuration.portfolio, speed: speed)
    } catch {
      throw ProgramFailure(.configuration, String(describing: error))
    }
    portfolio = configuration.portfolio
    let line = FeedLine(connection.feed)
    // A feed may learn from the subscription how long it can be silent, so it is asked who it is only afterwards.
    connection.feed.start(portfolio.watchedInstruments, into: line.inbox)
    let settings = StoreSettings(
      portfolio: portfolio, feeds: [connection.feed.identity], alertPolicy: AlertPolicy(configuration.alerts),
      startedAt: connection.clock.now())
    let decisions: [Decision]
    do {
      decisions = try journal.decisions()
    } catch {
      throw ProgramFailure(.runtime, String(describing: error))
    }
    store = Store(
      state: State(settings: settings, decisions: decisions), lines: [line], journal: journal,
      clock: connection.clock)
    if let unkept = journal as? UnkeptJournal { store.send(.notice("decisions cannot be kept: \(unkept.reason)")) }
  }

  /// Asks the feed for the past: bars for betas and sparklines, funding payments since the legs were opened.
  func loadHistory() async {
    let now = connection.clock.now()
    var loaded: [LoadedHistory] = []
    for request in HistoryPlan.bars(for: portfolio, endingAt: now) {
      do {
        loaded.append(LoadedHistory(request: request, bars: try await connection.feed.history(request)))
      } catch {
        store.send(.historyUnavailable(request, reason: String(describing: error)))
      }
    }
    store.send(.historyLoaded(loaded))
    for (instrument, since) in HistoryPlan.funding(for: portfolio) {
      do {
        let stamps = try await connection.feed.fundingHistory(of: instrument, since: since)
        store.send(.fundingLoaded(instrument, since: since, stamps))
      } catch {
        store.send(.fundingUnavailable(instrument, reason: String(describing: error)))
      }
    }
  }
}

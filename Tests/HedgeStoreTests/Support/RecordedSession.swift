import Alerting
import FoundationEssentials
import HedgeModel
import Journal
import MarketData
import Synchronization

@testable import HedgeStore

/// A session on feeds with a clock in the test's hands: recorded, or played from a recording.
@MainActor
final class RecordedSession {
  let clock: ManualClock
  let store: Store
  private let portfolio: Portfolio
  private let lines: [FeedLine]

  /// A session that has told its feeds what to deliver.
  init(_ portfolio: Portfolio, feeds: [any PriceFeed], at start: Timestamp) {
    self.portfolio = portfolio
    clock = ManualClock(start)
    lines = feeds.map { FeedLine($0) }
    for line in lines {
      let name = line.feed.identity.name
      line.feed.start(portfolio.instruments.keys.filter { $0.venue == name }.sorted(), into: line.inbox)
    }
    let settings = StoreSettings(
      portfolio: portfolio, feeds: lines.map(\.feed.identity), alertPolicy: AlertPolicy(), startedAt: start)
    store = Store(state: State(settings: settings), lines: lines, journal: InMemoryJournal(), clock: clock)
  }

  /// Asks for the past as the program does.
  func loadHistory() async {
    var bars: [LoadedHistory] = []
    for market in portfolio.spotMarkets.values.sorted() {
      for interval in [BetaPolicy.BarInterval.hour, .day] {
        let request = HistoryRequest(instrument: market, interval: interval, count: 60, end: clock.now())
        do {
          bars.append(LoadedHistory(request: request, bars: try await feed(of: market).history(request)))
        } catch {
          store.send(.historyUnavailable(request, reason: String(describing: error)))
        }
      }
    }
    store.send(.historyLoaded(bars))
    for instrument in portfolio.instruments.keys.sorted() {
      guard case .perpetual? = portfolio.instruments[instrument]?.kind else { continue }
      let since = clock.now() - .days(365)
      do {
        let stamps = try await feed(of: instrument).fundingHistory(of: instrument, since: since)
        store.send(.fundingLoaded([LoadedFunding(instrument, since: since, stamps: stamps)]))
      } catch {
        store.send(.fundingUnavailable(instrument, reason: String(describing: error)))
      }
    }
  }

  private func feed(of instrument: InstrumentID) -> any PriceFeed {
    lines.first { $0.feed.identity.name == instrument.venue }?.feed ?? lines[0].feed
  }

  /// Refreshes at an instant and gives the snapshot as text. What a feed calls itself is left out: a recording says
  /// that it is one.
  func snapshot(at instant: Timestamp) -> String {
    clock.set(to: instant)
    store.refresh()
    var text = CanonicalText.of(store.snapshot)
    for line in lines {
      let identity = line.feed.identity
      text = text.replacing("label: \"\(identity.label)\", isLive: \(identity.isLive)", with: "label, isLive")
    }
    return text
  }

  /// A recorder into memory, and the header of a portfolio on these feeds.
  final class Memory: RecordingSink {
    private let lines = Mutex<[UInt8]>([])
    var bytes: [UInt8] { lines.withLock { $0 } }
    func append(_ line: [UInt8]) throws(FeedError) { lines.withLock { $0 += line } }
  }

  /// Records a session, and plays it: the snapshots of both at the same instants.
  ///
  /// - Parameter step: what is done before each refresh, in both, by its number.
  static func recordedAndPlayed(
    _ portfolio: Portfolio, feeds: [any PriceFeed], at start: Timestamp, instants: [Timestamp],
    before step: @MainActor (Int, Store) -> Void = { _, _ in }
  ) async throws -> (recorded: [String], played: [String], bytes: [UInt8]) {
    let memory = Memory()
    let recorder = Recorder(into: memory)
    let first = RecordedSession(portfolio, feeds: feeds.map { RecordingFeed($0, recorder: recorder) }, at: start)
    recorder.begin(
      RecordingHeader(
        program: "test", start: start, spotVenue: feeds[0].identity.name, feeds: feeds.map(\.identity),
        instruments: Array(portfolio.instruments.values)))
    let recorded = await first.play(instants, step)
    let recording = try Recording(bytes: memory.bytes, file: "memory")
    let second = RecordedSession(portfolio, feeds: recording.feeds(), at: recording.header.start)
    return (recorded, await second.play(instants, step), memory.bytes)
  }

  private func play(_ instants: [Timestamp], _ step: @MainActor (Int, Store) -> Void) async -> [String] {
    await loadHistory()
    return instants.enumerated().map { index, instant in
      step(index, store)
      return snapshot(at: instant)
    }
  }
}

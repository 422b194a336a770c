import HedgeModel
import Synchronization

/// A feed whose events are written down on their way to the inbox.
///
/// It takes what has come at each ``advance(to:)``, so what is recorded is what a refresh was given: of updates the
/// latest of each sort, whatever the feed sent between two refreshes.
public final class RecordingFeed: PriceFeed {
  private let feed: any PriceFeed
  private let recorder: Recorder
  private let arrivals = Inbox()
  private let inbox = Mutex<Inbox?>(nil)

  /// Records `feed`, which must not be started by anybody else.
  public init(_ feed: any PriceFeed, recorder: Recorder) {
    self.feed = feed
    self.recorder = recorder
  }

  /// Of the feed that is recorded.
  public var identity: FeedIdentity { feed.identity }

  /// Of the feed that is recorded.
  public func instruments() async throws -> [Instrument] { try await feed.instruments() }

  /// Asks the feed and records its answer, or why it has none; nothing when nobody wants it any more.
  public func history(_ request: HistoryRequest) async throws -> [Bar] {
    do {
      let bars = try await feed.history(request)
      recorder.record(.bars(request, bars), of: identity.name)
      return bars
    } catch {
      let reason = Self.reason(error, of: request.instrument)
      if !Task.isCancelled { recorder.record(.noBars(request, reason), of: identity.name) }
      throw reason
    }
  }

  /// Asks the feed and records its answer, or why it has none; nothing when nobody wants it any more.
  public func fundingHistory(of instrument: InstrumentID, since: Timestamp) async throws -> [FundingStamp] {
    do {
      let stamps = try await feed.fundingHistory(of: instrument, since: since)
      recorder.record(.payments(instrument, since: since, stamps), of: identity.name)
      return stamps
    } catch {
      let reason = Self.reason(error, of: instrument)
      if !Task.isCancelled { recorder.record(.noPayments(instrument, since: since, reason), of: identity.name) }
      throw reason
    }
  }

  /// Starts the feed.
  public func start(_ instruments: [InstrumentID], into inbox: Inbox) {
    self.inbox.withLock { $0 = inbox }
    feed.start(instruments, into: arrivals)
  }

  /// Tells the feed.
  public func watchDepth(of instruments: [InstrumentID]) { feed.watchDepth(of: instruments) }

  /// Tells the feed the time, writes down what has come, and hands it on.
  public func advance(to now: Timestamp) {
    feed.advance(to: now)
    let events = arrivals.drain().events
    guard !events.isEmpty else { return }
    recorder.record(.events(events), of: identity.name, at: now)
    inbox.withLock { $0 }?.post(contentsOf: events)
  }

  /// Stops the feed.
  public func stop() { feed.stop() }

  /// The words are recorded as they are told: an error of another kind is put into the kind that can be kept.
  private static func reason(_ error: any Error, of instrument: InstrumentID) -> FeedError {
    (error as? FeedError) ?? FeedError(place: "\(instrument)", message: String(describing: error))
  }
}

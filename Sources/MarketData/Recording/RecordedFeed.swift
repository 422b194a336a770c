import HedgeModel
import Synchronization

/// One feed of a recording, played again.
///
/// At each instant everything is told that the recorder had been told by then, in its order, so the same instants give
/// the same snapshots. The past is what the recorder was told of it: no network is needed. Made by
/// ``Recording/feeds(speed:)``.
public final class RecordedFeed: PriceFeed {
  /// The recorded name and limits; the label is `REPLAY`, with the speed where it is not 1.
  public let identity: FeedIdentity
  private let specifications: [Instrument]
  private let session: Mutex<RecordedSession>

  init(_ recording: Recording, of feed: FeedIdentity, speed: Double) {
    identity = FeedIdentity(
      name: feed.name, label: speed == 1 ? "REPLAY" : "REPLAY \(speedLabel(speed))", isLive: false,
      staleAfter: feed.staleAfter, givesDepth: feed.givesDepth)
    specifications = recording.header.instruments
    session = Mutex(RecordedSession(recording, of: feed.name))
  }

  /// Everything that was subscribed to, with the specifications of that time.
  public func instruments() async throws -> [Instrument] { specifications }

  /// Bars the recorder asked for, and those that have closed since.
  public func history(_ request: HistoryRequest) async throws -> [Bar] {
    try session.withLock { try $0.past.history(request) }
  }

  /// Payments the recorder asked for, and those made since.
  public func fundingHistory(of instrument: InstrumentID, since: Timestamp) async throws -> [FundingStamp] {
    try session.withLock { try $0.past.payments(of: instrument, since: since) }
  }

  /// Replaces the instruments and the inbox; names the recording does not have are left out with a warning.
  public func start(_ instruments: [InstrumentID], into inbox: Inbox) {
    session.withLock { $0.start(instruments, into: inbox) }
  }

  /// Lets recorded order books of these be told from now on.
  public func watchDepth(of instruments: [InstrumentID]) {
    session.withLock { $0.depth = Set(instruments) }
  }

  /// Tells everything that was recorded up to `now`; after the last refresh that the recording has ended.
  public func advance(to now: Timestamp) {
    session.withLock { $0.advance(to: now) }
  }

  /// Tells nothing more.
  public func stop() {
    session.withLock { $0.stop() }
  }
}

import HedgeModel
import Synchronization

/// A recorded market, played again at any speed.
///
/// Column `BTC` is `replay:BTC`; column `BTC_PERP`, or the perpetual's price of symbol `BTCUSDT`, is
/// `replay:BTC-PERP`. What is told at an instant is what was known then: the close of the newest closed bar, the last
/// funding payment made. Nothing is told where the recording has a gap, so values grow old and are shown as stale.
///
/// - The mark price is the recorded one where the recording has mark prices, else the perpetual's own close.
/// - The index is the recorded spot price of the same bar.
/// - The funding rate is that of the last payment, its interval the real time between the last two; it counts as
///   current until the next payment is due.
/// - The files hold no specifications. Those not given in the configuration are permissive: linear, one coin a
///   contract, prices on 0.00000001, lots of 0.001 contracts (spot 0.00000001), no minimum.
///
///     let feed = try ReplayFeed(configuration: ReplayConfiguration(files: ["hourly.csv"]))
///     feed.start(instruments, into: inbox)
///     feed.advance(to: clock.now())
public final class ReplayFeed: PriceFeed {
  /// Market time at the beginning: the first instant of the clock that drives the feed.
  public let start: Timestamp
  /// Market time at the end, when the feed says ``FeedSignal/ended``.
  public let end: Timestamp
  private let label: String
  private let specifications: [Instrument]
  private let session: Mutex<ReplaySession>

  /// Reads the configuration's files.
  ///
  /// - Throws: ``FeedError`` at the place that is not understood, or when nothing lies between start and end.
  public convenience init(configuration: ReplayConfiguration) throws(FeedError) {
    try self.init(recording: ReplayRecording(files: configuration.files), configuration: configuration)
  }

  /// Plays tables already read; the configuration's files are ignored.
  ///
  /// - Throws: ``FeedError`` when there are no prices, or none between start and end.
  public init(recording: ReplayRecording, configuration: ReplayConfiguration) throws(FeedError) {
    guard let first = recording.prices.map(\.firstClose).min(), let last = recording.prices.map(\.lastClose).max()
    else { throw FeedError(place: "replay", message: "has no prices; name a file of prices") }
    start = configuration.start ?? first
    end = configuration.end ?? last
    guard start <= end, start <= last, end >= first else {
      throw FeedError(
        place: "replay",
        message: "nothing lies between \(start.iso8601) and \(end.iso8601); the recording goes from \(first.iso8601) "
          + "to \(last.iso8601)")
    }
    label = configuration.speed == 1 ? "REPLAY" : "REPLAY \(speedLabel(configuration.speed))"
    let listings = ReplayCatalogue(recording, configuration).listings()
    specifications = listings.map(\.instrument)
    session = Mutex(ReplaySession(recording, listings, start: start, end: end))
  }

  /// `REPLAY` with its speed; a value is stale one and a half bars after it closed, by the longest bars that any
  /// instrument in use is quoted from.
  public var identity: FeedIdentity {
    FeedIdentity(
      name: ReplayCatalogue.venue, label: label, isLive: false, staleAfter: session.withLock { $0.staleAfter })
  }

  /// One for each column of prices; see the type for those not in the configuration.
  public func instruments() async throws -> [Instrument] { specifications }

  /// Bars closed by `request.end` and by the instant last told; day bars also from hourly prices at midnight.
  public func history(_ request: HistoryRequest) async throws -> [Bar] {
    try session.withLock { try $0.history(request) }
  }

  /// Recorded payments in (`since`, the instant last told].
  public func fundingHistory(of instrument: InstrumentID, since: Timestamp) async throws -> [FundingStamp] {
    try session.withLock { try $0.fundingHistory(of: instrument, since: since) }
  }

  /// Replaces the instruments and the inbox; names the recording does not have are left out with a warning.
  public func start(_ instruments: [InstrumentID], into inbox: Inbox) {
    session.withLock { $0.start(instruments, into: inbox) }
  }

  /// Tells every bar and payment that `now` has passed, and the newest value of each sort.
  public func advance(to now: Timestamp) {
    session.withLock { $0.advance(to: now) }
  }

  /// Tells nothing more.
  public func stop() {
    session.withLock { $0.stop() }
  }
}

import HedgeModel

/// What is known of a feed's condition: a pure state machine fed with its signals, its events and the time.
///
/// | from | input | to |
/// |---|---|---|
/// | any | signal `connecting` | connecting |
/// | failed, ended | signal `connected` | connecting, until a value arrives |
/// | connecting, live, stale | event | live |
/// | live | time, `staleAfter` after the last event | stale |
/// | any | signal `failed` | failed |
/// | any | signal `ended` | ended |
///
/// An event alone does not leave `failed` or `ended`: what arrives late belongs to the connection that is gone, and a
/// feed that tries again says so first.
public struct FeedHealth: Hashable, Sendable {
  /// The condition of a feed.
  public enum State: Hashable, Sendable {
    /// No value has arrived since the connection was begun, at `since`.
    case connecting(since: Timestamp)
    /// Values arrive; the newest is of this instant.
    case live(lastEvent: Timestamp)
    /// Nothing has arrived for too long; the newest value is of this instant.
    case stale(since: Timestamp)
    /// The connection is gone; the feed tries again at `retryAt`, or never when nil.
    case failed(message: String, retryAt: Timestamp?)
    /// The recording is over.
    case ended
  }

  /// Something the feed did not understand.
  public struct Warning: Hashable, Sendable {
    /// What it says.
    public let message: String
    /// When it was received.
    public let at: Timestamp
  }

  /// The condition now.
  public private(set) var state: State
  /// The instant of the newest value ever received; nil before the first.
  public private(set) var lastEvent: Timestamp?
  /// The newest warning; nil when there has been none.
  public private(set) var lastWarning: Warning?
  /// Warnings so far.
  public private(set) var warningCount = 0

  /// The health of a feed that begins to connect at `start`.
  public init(connectingSince start: Timestamp) {
    state = .connecting(since: start)
  }

  /// Takes what the feed said of itself at `instant`.
  public mutating func receive(_ signal: FeedSignal, at instant: Timestamp) {
    switch signal {
    case .connecting: state = .connecting(since: instant)
    case .connected: connect(at: instant)
    case .failed(let message, let retryAt): state = .failed(message: printable(message), retryAt: retryAt)
    case .ended: state = .ended
    case .warning(let message):
      lastWarning = Warning(message: printable(message), at: instant)
      warningCount += 1
    }
  }

  /// Takes the arrival of a value of `instant`, the market's time of it.
  public mutating func receiveEvent(at instant: Timestamp) {
    let newest = max(instant, lastEvent ?? instant)
    lastEvent = newest
    switch state {
    case .connecting, .live: state = .live(lastEvent: newest)
    case .stale(let since): if newest > since { state = .live(lastEvent: newest) }
    case .failed, .ended: break
    }
  }

  /// Takes the time: a live feed whose newest value is more than `staleAfter` old is stale.
  public mutating func tick(now: Timestamp, staleAfter: Duration) {
    guard case .live(let newest) = state, now - newest > staleAfter else { return }
    state = .stale(since: newest)
  }

  private mutating func connect(at instant: Timestamp) {
    switch state {
    case .connecting, .live, .stale: break
    case .failed, .ended: state = .connecting(since: instant)
    }
  }
}

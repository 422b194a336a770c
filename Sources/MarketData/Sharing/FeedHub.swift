import HedgeModel
import Synchronization

/// A feed that several portfolios share, so that a market is connected once whatever the number of those that watch it.
///
/// The feed delivers what any of them asked for into an inbox of the hub. At each ``PriceFeed/advance(to:)`` of one of
/// them the hub empties it and hands every event to whom it concerns: values, bars and payments to those that asked for
/// the instrument, signals to all.
public final class FeedHub: Sendable {
  fileprivate struct Member: Sendable {
    var instruments: Set<InstrumentID> = []
    var depth: [InstrumentID] = []
    var inbox: Inbox?
  }

  fileprivate struct State: Sendable {
    var members: [ObjectIdentifier: Member] = [:]
    /// What the feed was started with.
    var started: Set<InstrumentID> = []
    /// The newest values, for those that come later.
    var latest = InboxContents()
    /// The last word on the connection, for those that come later.
    var signal: FeedSignal?
  }

  let feed: any PriceFeed
  private let inbox = Inbox()
  private let state = Mutex(State())

  /// A hub of a feed that nobody else starts.
  public init(_ feed: any PriceFeed) {
    self.feed = feed
  }

  /// A part in the feed.
  public func share() -> SharedFeed { SharedFeed(self) }

  func start(_ id: ObjectIdentifier, _ instruments: [InstrumentID], into inbox: Inbox) {
    let wanted = Set(instruments)
    let all = state.withLock { state -> Set<InstrumentID>? in
      state.members[id, default: Member()].instruments = wanted
      state.members[id, default: Member()].inbox = inbox
      let all = state.members.values.reduce(into: Set<InstrumentID>()) { $0.formUnion($1.instruments) }
      guard all.isSubset(of: state.started), !state.started.isEmpty else {
        state.started = all
        return all
      }
      inbox.post(contentsOf: state.signal.map { [.signal($0)] } ?? [])
      inbox.post(contentsOf: state.latest.events.filter { $0.concerns(wanted) })
      return nil
    }
    if let all { feed.start(all.sorted(), into: self.inbox) }
  }

  func watchDepth(_ id: ObjectIdentifier, of instruments: [InstrumentID]) {
    let all = state.withLock { state in
      state.members[id, default: Member()].depth = instruments
      return state.members.values.reduce(into: Set<InstrumentID>()) { $0.formUnion($1.depth) }
    }
    feed.watchDepth(of: all.sorted())
  }

  func advance(to now: Timestamp) {
    feed.advance(to: now)
    let events = inbox.drain().events
    guard !events.isEmpty else { return }
    state.withLock { state in
      for event in events { state.remember(event) }
      for member in state.members.values {
        member.inbox?.post(contentsOf: events.filter { $0.concerns(member.instruments) })
      }
    }
  }

  func stop(_ id: ObjectIdentifier) {
    let isLast = state.withLock { state in
      guard state.members.removeValue(forKey: id) != nil, state.members.isEmpty else { return false }
      state.started = []
      return true
    }
    if isLast { feed.stop() }
  }
}

extension FeedHub.State {
  /// Keeps what those that come later must be told.
  fileprivate mutating func remember(_ event: FeedEvent) {
    switch event {
    case .update: latest.insert(event)
    case .signal(.warning), .bar, .fundingStamp: break
    case .signal(let signal): self.signal = signal
    }
  }
}

extension FeedEvent {
  /// Whether it is of one of these instruments, or of the feed itself.
  fileprivate func concerns(_ instruments: Set<InstrumentID>) -> Bool {
    switch self {
    case .update(let update): instruments.contains(update.instrument)
    case .bar(let instrument, _, _), .fundingStamp(let instrument, _): instruments.contains(instrument)
    case .signal: true
    }
  }
}

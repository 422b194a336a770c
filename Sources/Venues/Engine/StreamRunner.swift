import HedgeModel
import MarketData
import Synchronization

/// Runs one stream of a venue over a transport: the thin shell around ``StreamState``.
///
/// Messages are taken apart on the connection's thread, under the stream's own lock, and go into the inbox from there.
/// What is to be done with sockets is done outside of the lock, in the order it was decided, by whoever finds nobody
/// at it: a transport may call back while it is told something.
final class StreamRunner: Sendable {
  private let state: Mutex<StreamState>
  private let sockets: any WebSocketTransport
  private let clock: VenueClock

  init(
    _ stream: any VenueStream, of profile: VenueProfile, over sockets: any WebSocketTransport, clock: VenueClock,
    into inbox: Inbox, seed: UInt64
  ) {
    self.sockets = sockets
    self.clock = clock
    state = Mutex(StreamState(stream, of: profile, into: inbox, at: clock.local.now(), seed: seed))
  }

  func start(after delay: Duration) {
    let now = clock.local.now()
    change { $0.add($0.machine.start(at: now, delay: delay)) }
  }

  /// Takes the time.
  func tick() -> StreamReport {
    let now = clock.local.now()
    let venueTime = clock.venueTime(of: now)
    return change { $0.tick(at: now, venueTime) }
  }

  /// Takes the times between fundings that an answer told.
  func learn(_ fundingIntervals: [InstrumentID: Duration]) {
    state.withLock { $0.learn(fundingIntervals) }
  }

  /// Closes everything; nothing is delivered afterwards.
  func stop() {
    change { state in
      state.inbox = nil
      state.add(state.machine.stop())
    }
  }

  // MARK: Told by a connection

  func opened(_ id: Int, _ socket: any WebSocketConnection) {
    let now = clock.local.now()
    let venueTime = clock.venueTime(of: now)
    change { state in
      if let place = state.links.firstIndex(where: { $0.id == id }) { state.links[place].socket = socket }
      state.opened(id, at: now, venueTime)
    }
  }

  func received(_ message: [UInt8], on id: Int) {
    let now = clock.local.now()
    let venueTime = clock.venueTime(of: now)
    change { $0.receive(message, on: id, at: now, venueTime) }
  }

  func heartbeat(on id: Int) {
    let now = clock.local.now()
    change { $0.heard(id, at: now) }
  }

  func closed(_ id: Int, _ closure: WebSocketClosure) {
    let now = clock.local.now()
    change { $0.closed(id, closure, at: now) }
  }

  // MARK: Doing what was decided

  private func change<Value: Sendable>(_ body: (inout StreamState) -> Value) -> Value {
    let (value, wantsAction) = state.withLock { state in
      let value = body(&state)
      return (value, state.wantsAction)
    }
    if wantsAction { act() }
    return value
  }

  private func act() {
    let isMine = state.withLock { state in
      defer { state.isActing = true }
      return !state.isActing
    }
    guard isMine else { return }
    while let action = next() { carryOut(action) }
  }

  private func next() -> ConnectionAction? {
    state.withLock { state in
      guard !state.pending.isEmpty else {
        state.isActing = false
        return nil
      }
      return state.pending.removeFirst()
    }
  }

  private func carryOut(_ action: ConnectionAction) {
    switch action {
    case .open(let id): open(id)
    case .send(let id, let text): socket(id)?.send(text)
    case .ping(let id): socket(id)?.ping()
    case .close(let id):
      let socket = socket(id)
      state.withLock { $0.links.removeAll { $0.id == id } }
      socket?.close()
    case .log, .fetchSnapshot: break  // done when they were decided
    }
  }

  private func open(_ id: Int) {
    let isWanted = state.withLock { $0.machine.owns(id) }
    guard isWanted else { return }
    let socket = sockets.open(state.withLock { $0.prototype.url }, observer: StreamObserver(self, id))
    // When it is not wanted any more by now, its close is pending and comes next.
    state.withLock { state in
      if let place = state.links.firstIndex(where: { $0.id == id }) { state.links[place].socket = socket }
    }
  }

  private func socket(_ id: Int) -> (any WebSocketConnection)? {
    state.withLock { state in state.links.first { $0.id == id }?.socket }
  }
}

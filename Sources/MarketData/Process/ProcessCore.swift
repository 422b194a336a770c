import Dispatch
import HedgeModel
import Synchronization

/// The part of a ``ProcessFeed`` that its reading thread shares with it.
///
/// Each start of the program is a run with a number of its own. What a run that is no longer the current one still
/// delivers is dropped, so nothing arrives after `stop` and no late failure hides a new beginning.
final class ProcessCore: Sendable {
  /// A run that lasted this long begins the waits anew.
  private static let steady = Duration.seconds(60)

  private struct State {
    var inbox: Inbox?
    var wanted: [InstrumentID] = []
    var depth: [InstrumentID] = []
    /// True once the running program is to be told of a change of ``depth`` and has not been yet.
    var depthIsUntold = false
    var run = 0
    var switchOff: ProcessSwitch?
    var startedAt = Timestamp(milliseconds: 0)
    var retryAt: Timestamp?
    var hasEnded = false
    var backoff: Backoff
    var memory: ProcessMemory
  }

  private let configuration: ProcessConfiguration
  private let clock: any MarketClock
  private let state: Mutex<State>

  init(_ configuration: ProcessConfiguration, clock: any MarketClock) {
    self.configuration = configuration
    self.clock = clock
    state = Mutex(
      State(
        backoff: Backoff(seed: configuration.seed),
        memory: ProcessMemory(specifications: configuration.specifications)))
  }

  var specifications: [Instrument] { state.withLock { $0.memory.specifications } }

  func history(_ request: HistoryRequest) throws(FeedError) -> [Bar] {
    let memory = state.withLock { $0.memory }
    return try memory.history(request)
  }

  func stamps(of instrument: InstrumentID, since: Timestamp) -> [FundingStamp] {
    state.withLock { $0.memory.stamps(of: instrument, since: since) }
  }

  // MARK: Told from outside

  func start(_ instruments: [InstrumentID], into inbox: Inbox) {
    endRun()
    state.withLock { state in
      state.inbox = inbox
      state.wanted = instruments
      state.hasEnded = false
    }
    launch()
  }

  func advance(to now: Timestamp) {
    let isDue = state.withLock { state in
      guard let retryAt = state.retryAt, retryAt <= now, state.inbox != nil else { return false }
      state.retryAt = nil
      return true
    }
    if isDue { launch() }
  }

  func watchDepth(of instruments: [InstrumentID]) {
    let switchOff = state.withLock { state -> ProcessSwitch? in
      guard state.depth != instruments else { return nil }
      state.depth = instruments
      guard !state.depthIsUntold else { return nil }
      state.depthIsUntold = true
      return state.switchOff
    }
    switchOff?.call()
  }

  func stop() {
    endRun()
    state.withLock { $0.inbox = nil }
  }

  private func endRun() {
    let switchOff = state.withLock { state in
      state.run += 1
      state.retryAt = nil
      defer { state.switchOff = nil }
      return state.switchOff
    }
    switchOff?.turn(waiting: configuration.grace + .seconds(1))
  }

  private func launch() {
    guard let switchOff = ProcessSwitch() else {
      let run = state.withLock { $0.run }
      return finished(run, reason: "no more files can be opened")
    }
    let (run, wanted) = state.withLock { state in
      state.run += 1
      state.switchOff = switchOff
      state.startedAt = clock.now()
      state.depthIsUntold = !state.depth.isEmpty
      state.inbox?.post(.signal(.connecting))
      return (state.run, state.wanted)
    }
    let runner = ProcessRunner(
      core: self, run: run, configuration: configuration, wanted: wanted, clock: clock, switchOff: switchOff)
    DispatchQueue(label: "hedgetop.process-feed").async { runner.start() }
  }

  // MARK: Told by a run

  /// What a run has yet to tell its program to watch; nil when it knows.
  func untoldDepth(_ run: Int) -> [InstrumentID]? {
    state.withLock { state in
      guard state.run == run, state.depthIsUntold else { return nil }
      state.depthIsUntold = false
      return state.depth
    }
  }

  /// Takes what a run has read.
  func deliver(_ run: Int, _ messages: [ProcessMessage]) {
    state.withLock { state in
      guard state.run == run, let inbox = state.inbox else { return }
      for message in messages {
        switch message {
        case .event(.update(let update)) where update.isBook && !state.depth.contains(update.instrument): break
        case .event(let event):
          state.memory.remember(event)
          inbox.post(event)
        case .instrument(let instrument): state.memory.remember(instrument)
        case .status(let signal):
          state.hasEnded = signal == .ended
          inbox.post(.signal(signal))
        case .warning(let text): inbox.post(.signal(.warning(text)))
        case .unwanted: break
        }
      }
    }
  }

  /// Takes the end of a run: a failure with a time to try again, unless the program had said that it was done.
  func finished(_ run: Int, reason: String) {
    state.withLock { state in
      guard state.run == run else { return }
      state.switchOff = nil
      if state.hasEnded { return }
      let now = clock.now()
      if now - state.startedAt >= Self.steady { state.backoff.reset() }
      let retryAt = now + state.backoff.next()
      state.retryAt = retryAt
      state.inbox?.post(.signal(.failed(message: printable(reason), retryAt: retryAt)))
    }
  }
}

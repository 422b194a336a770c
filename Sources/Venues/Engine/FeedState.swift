import HedgeModel
import MarketData

/// What a ``VenueFeed`` keeps under its lock.
struct FeedState: Sendable {
  /// Counts beginnings and ends: what belongs to an earlier one is dropped.
  var session = 0
  /// Where events go; nil while stopped.
  var inbox: Inbox?
  var plan: FeedPlan
  var runners: [StreamRunner] = []
  /// Questions under way.
  var tasks: [Int: Task<Void, Never>] = [:]
  /// Books somebody looks at, also across a new beginning.
  var depth: [InstrumentID] = []
  private var nextTask = 0
  private var told: FeedSignal?

  init(_ plan: FeedPlan) {
    self.plan = plan
  }

  /// Ends what there is and begins with another plan, or with none when `inbox` is nil; gives the streams to stop.
  mutating func begin(_ plan: FeedPlan, into inbox: Inbox?) -> [StreamRunner] {
    session += 1
    for task in tasks.values { task.cancel() }
    tasks.removeAll()
    self.plan = plan
    self.inbox = inbox
    told = nil
    defer { runners = [] }
    return runners
  }

  /// Tells how the feed stands when that has changed.
  mutating func tellSignal(_ clock: VenueClock) {
    guard told != plan.signal else { return }
    told = plan.signal
    if case .failed(let message, let retryAt) = plan.signal {
      inbox?.post(.signal(.failed(message: message, retryAt: retryAt.map(clock.wallTime))))
    } else {
      inbox?.post(.signal(plan.signal))
    }
  }

  mutating func launch(_ work: @escaping @Sendable (Int) async -> Void) {
    nextTask += 1
    let id = nextTask
    tasks[id] = Task { await work(id) }
  }
}

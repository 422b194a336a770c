import Alerting
import Dispatch
import HedgeAnalytics
import HedgeModel
import MarketData

/// Holds the state, lets actions in one at a time, and hands out snapshots.
///
/// The one writer: everything happens on the main actor. A Dispatch timer drains the inbox and refreshes; keys and
/// loaded history come in as actions between two refreshes. Whoever shows, keeps or tells something is a
/// ``StoreObserver``.
@MainActor
public final class Store {
  /// The newest snapshot.
  public private(set) var snapshot: HedgeSnapshot

  /// The feeds it refreshes from.
  public private(set) var lines: [FeedLine]

  /// The time between two refreshes of the timer; nil until it runs.
  public private(set) var refreshInterval: Duration?

  private var state: State
  private let journal: any DecisionJournal
  private let clock: any MarketClock
  private var timer: (any DispatchSourceTimer)?
  private var observers: [any StoreObserver] = []
  private var viewers: [ObjectIdentifier: Set<StudyTopic>] = [:]

  /// A store that has not begun to refresh.
  ///
  /// - Parameters:
  ///   - state: the state to begin with, the journal's decisions applied.
  ///   - lines: sources of prices, each with its inbox.
  ///   - journal: keeps decisions.
  ///   - clock: the time the feeds live in.
  public init(
    state: State, lines: [FeedLine], journal: any DecisionJournal, clock: any MarketClock
  ) {
    self.state = state
    self.lines = lines
    self.journal = journal
    self.clock = clock
    snapshot = state.snapshot
  }

  /// Applies an action, carries its effects out, and publishes the snapshot.
  public func send(_ action: Action) {
    var pending = [action]
    while !pending.isEmpty {
      for effect in state.reduce(pending.removeFirst()) {
        if let answer = perform(effect) { pending.append(answer) }
      }
    }
    snapshot = state.snapshot
    for observer in observers { observer.storeDidPublish(snapshot) }
  }

  /// Has `observer` hear of everything from now on, until it is removed; adding it again changes nothing.
  public func add(_ observer: any StoreObserver) {
    if !observers.contains(where: { $0 === observer }) { observers.append(observer) }
  }

  /// Has `observer` hear of nothing more, and forgets what it looks at.
  public func remove(_ observer: any StoreObserver) {
    observers.removeAll { $0 === observer }
    look(at: [], for: observer)
  }

  /// Makes the studies that `viewer` shows, beside those that others do, until it looks at something else.
  public func look(at topics: Set<StudyTopic>, for viewer: AnyObject) {
    let before = viewers.updateValue(topics, forKey: ObjectIdentifier(viewer)) ?? []
    if topics.isEmpty { viewers[ObjectIdentifier(viewer)] = nil }
    if topics != before { send(.study(viewers.values.reduce(into: []) { $0.formUnion($1) })) }
  }

  /// Refreshes from these feeds from now on; those that are no longer among them are stopped. Tell the state of the
  /// others by ``Action/reconfigure(_:reason:)``.
  public func refresh(from new: [FeedLine]) {
    let kept = Set(new.map { ObjectIdentifier($0.inbox) })
    for line in lines where !kept.contains(ObjectIdentifier(line.inbox)) { line.feed.stop() }
    lines = new
  }

  /// Tells the feeds the time, takes what has arrived, and refreshes.
  public func refresh() {
    let now = clock.now()
    for line in lines { line.feed.advance(to: now) }
    send(.refresh(now: now, arrived: lines.map(\.arrivals)))
  }

  /// Instruments whose order books were asked for, whose feed has them, and that have not come yet.
  public var missingDepth: [InstrumentID] { state.missingDepth }

  /// What `scenarios`, by default all that are configured, would do to the book as it stands; see
  /// ``State/stressTable(_:volatilities:)``.
  public func stressTable(
    _ scenarios: [StressScenario]? = nil, volatilities: [Asset: Reading<Double>] = [:]
  ) -> StressTable {
    state.stressTable(scenarios, volatilities: volatilities)
  }

  /// The funding that is known now, to be worked out where there is time.
  public var fundingBook: FundingBook { state.fundingBook }

  /// Refreshes every `interval` from now on; a running timer is replaced.
  public func startTimer(every interval: Duration) {
    timer?.cancel()
    refreshInterval = interval
    let timer = DispatchSource.makeTimerSource(queue: .main)
    let milliseconds = Int(max(1, interval.wholeMilliseconds))
    timer.schedule(
      deadline: .now() + .milliseconds(milliseconds), repeating: .milliseconds(milliseconds),
      leeway: .milliseconds(milliseconds / 20))
    timer.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.refresh() }
    }
    timer.activate()
    self.timer = timer
  }

  /// Stops the timer and the feeds.
  public func stop() {
    timer?.cancel()
    timer = nil
    for line in lines { line.feed.stop() }
  }

  private func perform(_ effect: Effect) -> Action? {
    switch effect {
    case .tell(let transition):
      for observer in observers { observer.storeDidTell(transition) }
      return nil
    case .watchDepth(let instruments):
      for line in lines {
        line.feed.watchDepth(of: instruments.filter { $0.venue == line.feed.identity.name })
      }
      return nil
    case .record(let decision):
      do {
        return .recorded(try journal.record(decision))
      } catch {
        return .recordingFailed(decision, reason: String(describing: error))
      }
    }
  }
}

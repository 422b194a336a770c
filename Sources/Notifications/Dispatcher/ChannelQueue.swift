import Alerting
import HedgeModel
import MarketData

/// What is to be told to one channel, and when: a state machine of its own, so that no channel waits for another.
struct ChannelQueue: Sendable {
  let policy: ChannelPolicy
  /// Waiting, oldest first.
  private(set) var waiting: [Delivery] = []
  /// On their way; empty for a message that only tells again what lasts.
  private(set) var underway: [Delivery] = []
  private(set) var isSending = false
  private(set) var state = ChannelState.idle
  private var rate: RateWindow
  private var backoff: Backoff
  private var retryAt: Timestamp?
  private var lastFailure = ""
  private var firing: [Notice] = []
  private var lastTold: Timestamp?
  private let quiet: QuietHours?

  /// A queue with nothing to tell.
  init(_ policy: ChannelPolicy, quiet: QuietHours?, seed: UInt64) {
    self.policy = policy
    self.quiet = quiet
    rate = RateWindow(limit: policy.ratePerMinute)
    backoff = Backoff(first: policy.firstRetry, longest: policy.longestRetry, seed: seed)
  }

  /// Adds what is to be told.
  mutating func add(_ delivery: Delivery) { waiting.append(delivery) }

  /// Takes the alerts that last.
  mutating func watch(_ firing: [Notice]) { self.firing = firing }

  /// Does what is due.
  mutating func step(at now: Timestamp) -> [DispatchEffect] {
    giveUpOld(now) + send(now)
  }

  /// Takes what became of the message underway.
  mutating func finish(_ outcome: ChannelOutcome, at now: Timestamp) -> [DispatchEffect] {
    guard isSending else { return [] }
    isSending = false
    let sent = underway
    underway = []
    let before = state
    switch outcome {
    case .delivered:
      settle()
      state = .ok
      return forget(sent) + (before == .idle || before == .ok ? [] : [report("delivered again")])
    case .refused(let reason):
      settle()
      state = .gaveUp(reason: reason)
      return forget(sent) + [report("gave up \(count(sent.count)): \(reason)")]
    case .failed(let reason, let retryAfter):
      waiting = sent + waiting
      let wait = max(backoff.next(), min(retryAfter ?? .zero, policy.longestRetry))
      let next = now + wait
      retryAt = next
      lastFailure = reason
      lastTold = nil
      state = .retrying(at: next, reason: reason)
      if case .retrying(_, reason) = before { return [] }
      return [report(state.words(at: now))]
    }
  }

  /// When ``step(at:)`` should be called next, if nothing else happens; nil for never.
  func deadline(after now: Timestamp) -> Timestamp? {
    var instants = waiting.map { since($0) + policy.givesUpAfter }
    if !isSending { instants += [nextSend(now)].compactMap { $0 } }
    return instants.min().map { max($0, now) }
  }

  private func nextSend(_ now: Timestamp) -> Timestamp? {
    let pauses = [retryAt, rate.opensAt].compactMap { $0 }.max() ?? now
    if let first = waiting.map({ dueAt($0, now) }).min() { return max(first, pauses) }
    guard let interval = policy.resendInterval, !firing.isEmpty else { return nil }
    return max(lastTold.map { $0 + interval } ?? now, pauses)
  }

  // MARK: Sending

  private mutating func send(_ now: Timestamp) -> [DispatchEffect] {
    guard !isSending, !isPaused(now) else { return [] }
    let room = rate.room(at: now)
    guard room > 0 else { return [] }
    let due = waiting.indices.filter { dueAt(waiting[$0], now) <= now }
    guard !due.isEmpty || isResendDue(now) else { return [] }
    // The last message of a minute sums up all that is left; one that tells all that lasts needs no second.
    let batch = take(policy.resendInterval != nil || room == 1 ? due : Array(due.prefix(1)))
    underway = batch
    isSending = true
    retryAt = nil
    lastTold = now
    rate.note(now)
    let lasting = policy.resendInterval == nil ? [] : firing
    return [.send(policy.name, Message(batch.map(\.notice), firing: lasting, at: now))]
  }

  /// A clock that was set back must not make a pause endless.
  private func isPaused(_ now: Timestamp) -> Bool {
    retryAt.map { now < $0 && $0 - now <= policy.longestRetry } ?? false
  }

  private func isResendDue(_ now: Timestamp) -> Bool {
    guard let interval = policy.resendInterval, !firing.isEmpty else { return false }
    return lastTold.map { now - $0 >= interval || $0 > now } ?? true
  }

  /// When a delivery may be sent: at once, or when the quiet hours of this instant are over.
  private func dueAt(_ delivery: Delivery, _ now: Timestamp) -> Timestamp {
    guard let quiet, quiet.holds(delivery.notice, at: now) else { return now }
    return quiet.end(after: now)
  }

  // MARK: Giving up

  /// From when a delivery's age counts: when it came up, or when the quiet hours it came up in were over.
  private func since(_ delivery: Delivery) -> Timestamp {
    guard let quiet, quiet.holds(delivery.notice, at: delivery.at) else { return delivery.at }
    return quiet.end(after: delivery.at)
  }

  private mutating func giveUpOld(_ now: Timestamp) -> [DispatchEffect] {
    let old = take(waiting.indices.filter { now - since(waiting[$0]) >= policy.givesUpAfter })
    guard !old.isEmpty else { return [] }
    let reason = lastFailure.isEmpty ? "not sent in time" : lastFailure
    if waiting.isEmpty { retryAt = nil }
    state = .gaveUp(reason: reason)
    let hours = Int(policy.givesUpAfter.inHours)
    let age = hours > 0 ? "\(hours) h" : "\(Int(policy.givesUpAfter.inSeconds / 60)) min"
    return forget(old) + [report("gave up \(count(old.count)) after \(age): \(reason)")]
  }

  /// Takes the deliveries at these places out of the queue, in their order.
  private mutating func take(_ places: [Int]) -> [Delivery] {
    let taken = places.map { waiting[$0] }
    for place in places.reversed() { waiting.remove(at: place) }
    return taken
  }

  private mutating func settle() {
    backoff.reset()
    retryAt = nil
    lastFailure = ""
  }

  private func forget(_ deliveries: [Delivery]) -> [DispatchEffect] {
    let ids = deliveries.map(\.id).filter { $0 > 0 }
    return ids.isEmpty ? [] : [.forget(ids)]
  }

  private func report(_ words: String) -> DispatchEffect {
    .report(ChannelReport(channel: policy.name, state: state, words: "\(policy.name): \(words)"))
  }

  private func count(_ messages: Int) -> String { messages == 1 ? "a message" : "\(messages) messages" }
}

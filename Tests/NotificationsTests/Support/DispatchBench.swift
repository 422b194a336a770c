import Alerting
import HedgeModel

@testable import Notifications

/// A dispatcher with a journal and receivers around it, on a clock that is set: what it says is done at once and written
/// down. It can be broken off at any moment, as `kill -9` would, and begun anew on the same journal.
struct DispatchBench {
  /// What a receiver was sent.
  struct Sent: Hashable {
    let channel: String
    let at: Timestamp
    let messages: [String]
    let firing: [String]
  }

  let policies: [ChannelPolicy]
  let quiet: QuietHours?
  private(set) var dispatcher: Dispatcher
  private(set) var now: Timestamp
  /// What is kept, by number.
  private(set) var journal: [Int64: KeptDelivery] = [:]
  private(set) var sent: [Sent] = []
  private(set) var reports: [String] = []
  /// Messages that are on their way, by channel.
  private(set) var underway: [String: Message] = [:]
  private var last: Int64 = 0

  init(
    _ policies: [ChannelPolicy], quiet: QuietHours? = nil, at start: Timestamp = Timestamp(seconds: 1_700_000_000)
  ) {
    self.policies = policies
    self.quiet = quiet
    now = start
    dispatcher = Dispatcher(policies, quiet: quiet, seed: 7)
  }

  static func notice(
    _ message: String, _ severity: Alert.Severity = .warning, _ event: Notice.Event = .raised, alert: String? = nil
  ) -> Notice {
    Notice(
      event, portfolio: "Book", alert: alert ?? message, severity: severity, message: message,
      raisedAt: Timestamp(seconds: 1_700_000_000))
  }

  mutating func tell(_ notice: Notice) {
    perform(dispatcher.tell(notice, at: now))
    step()
  }

  mutating func watch(_ lasting: [Notice]) {
    perform(dispatcher.watch(lasting, at: now))
    step()
  }

  mutating func advance(_ duration: Duration) {
    now = now + duration
    step()
  }

  /// Moves to the next instant at which the dispatcher wants to be asked; false when there is none.
  mutating func advanceToDeadline() -> Bool {
    guard let deadline = dispatcher.deadline(after: now) else { return false }
    now = max(now, deadline)
    step()
    return true
  }

  mutating func step() { perform(dispatcher.step(at: now)) }

  mutating func finish(_ channel: String, _ outcome: ChannelOutcome) {
    underway[channel] = nil
    perform(dispatcher.finish(channel, outcome, at: now))
    step()
  }

  /// The program is killed and started again.
  mutating func restart() {
    underway = [:]
    dispatcher = Dispatcher(policies, quiet: quiet, seed: 8)
    perform(dispatcher.restore(journal.values.sorted { $0.id < $1.id }))
    step()
  }

  /// Performs effects; after `limit` of them the program is killed, and this returns true.
  @discardableResult
  mutating func perform(_ effects: [DispatchEffect], killedAfter limit: Int = .max) -> Bool {
    for (index, effect) in effects.enumerated() {
      if index >= limit { return true }
      switch effect {
      case .keep(let deliveries): for delivery in deliveries { keep(delivery) }
      case .send(let channel, let message):
        underway[channel] = message
        sent.append(
          Sent(
            channel: channel, at: now, messages: message.notices.map(\.message), firing: message.firing.map(\.message)))
      case .forget(let ids): for id in ids { journal[id] = nil }
      case .report(let report): reports.append(report.words)
      }
    }
    return effects.count > limit
  }

  private mutating func keep(_ delivery: Delivery) {
    last += 1
    let kept = Delivery(id: last, channel: delivery.channel, at: delivery.at, notice: delivery.notice)
    journal[last] = kept.kept
    dispatcher.queue(kept)
  }
}

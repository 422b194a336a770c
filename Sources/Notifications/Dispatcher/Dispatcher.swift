import Alerting
import HedgeModel

/// Decides what is told to which channel and when: a value without I/O and without a clock.
///
/// It is told what happened and the time, and answers with what is to be done. What is to be told is kept in the journal
/// before it is tried and forgotten when it was told, so each is told at least once however the program ends. Of one
/// channel the order is kept, but for what is severe enough to break through quiet hours.
public struct Dispatcher: Sendable {
  private var queues: [ChannelQueue]
  /// Alerts each channel has heard of and not yet that they are over.
  private var told: [String: Set<String>] = [:]
  private var firing: [Notice] = []

  /// A dispatcher with nothing to tell.
  ///
  /// - Parameters:
  ///   - channels: the channels; of two with one name the first counts.
  ///   - quiet: hours in which only what is severe is told.
  ///   - seed: what the waits between two tries are drawn from.
  public init(_ channels: [ChannelPolicy], quiet: QuietHours? = nil, seed: UInt64 = 1) {
    var names = Set<String>()
    queues = channels.filter { names.insert($0.name).inserted }.enumerated().map { index, policy in
      ChannelQueue(policy, quiet: quiet, seed: seed &+ UInt64(index))
    }
  }

  /// Takes what an earlier run of the program left in the journal. What is for a channel there no longer is, or is not
  /// understood, is forgotten, and said.
  public mutating func restore(_ kept: [KeptDelivery]) -> [DispatchEffect] {
    var lost: [KeptDelivery] = []
    for item in kept {
      guard let delivery = Delivery(item), queue(delivery) else {
        lost.append(item)
        continue
      }
    }
    guard !lost.isEmpty else { return [] }
    let names = Set(lost.map(\.channel)).sorted().joined(separator: ", ")
    let words = "\(lost.count) kept for \(PlainText.of(names)) cannot be delivered: no such channel is configured"
    return [
      .forget(lost.map(\.id)), .report(ChannelReport(channel: "", state: .gaveUp(reason: words), words: words)),
    ]
  }

  /// Something is to be told. Channels that are told what lasts hear of it by ``watch(_:at:)`` instead, unless it is a
  /// test.
  public mutating func tell(_ notice: Notice, at now: Timestamp) -> [DispatchEffect] {
    let names = queues.map(\.policy).filter { wants($0, notice) }.map(\.name)
    return enqueue(names.map { Delivery(channel: $0, at: now, notice: notice) })
  }

  /// These alerts last now, and no others. An alert that has changed its severity is over as what it was.
  public mutating func watch(_ lasting: [Notice], at now: Timestamp) -> [DispatchEffect] {
    guard queues.contains(where: { $0.policy.resendInterval != nil }) else { return [] }
    let before = Dictionary(firing.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(lasting.map(\.identity))
    let begun = lasting.filter { before[$0.identity] == nil }
    let over = firing.filter { !after.contains($0.identity) }.map { $0.over(at: now) }
    firing = lasting
    var deliveries: [Delivery] = []
    for index in queues.indices where queues[index].policy.resendInterval != nil {
      let policy = queues[index].policy
      queues[index].watch(lasting.filter { $0.severity >= policy.minimumSeverity })
      deliveries += (over + begun).filter { $0.severity >= policy.minimumSeverity }.map {
        Delivery(channel: policy.name, at: now, notice: $0)
      }
    }
    return enqueue(deliveries)
  }

  /// Takes a delivery that is kept, or cannot be. False when there is no such channel.
  @discardableResult
  public mutating func queue(_ delivery: Delivery) -> Bool {
    guard let index = queues.firstIndex(where: { $0.policy.name == delivery.channel }) else { return false }
    queues[index].add(delivery)
    return true
  }

  /// Does what is due.
  public mutating func step(at now: Timestamp) -> [DispatchEffect] {
    queues.indices.flatMap { queues[$0].step(at: now) }
  }

  /// Takes what became of the message a channel was sent.
  public mutating func finish(_ channel: String, _ outcome: ChannelOutcome, at now: Timestamp) -> [DispatchEffect] {
    guard let index = queues.firstIndex(where: { $0.policy.name == channel }) else { return [] }
    return queues[index].finish(outcome, at: now)
  }

  /// When ``step(at:)`` should be called next, if nothing else happens; nil for never.
  public func deadline(after now: Timestamp) -> Timestamp? { queues.compactMap { $0.deadline(after: now) }.min() }

  /// How each channel fares, in the order they were given, with how many messages it has not had yet.
  public var states: [(channel: String, state: ChannelState, waiting: Int)] {
    queues.map { ($0.policy.name, $0.state, $0.waiting.count + $0.underway.count) }
  }

  /// What is kept goes to the journal first; what is not is queued at once.
  private mutating func enqueue(_ deliveries: [Delivery]) -> [DispatchEffect] {
    let keeping = Set(queues.map(\.policy).filter(\.isKept).map(\.name))
    for delivery in deliveries where !keeping.contains(delivery.channel) { queue(delivery) }
    let kept = deliveries.filter { keeping.contains($0.channel) }
    return kept.isEmpty ? [] : [.keep(kept)]
  }

  private mutating func wants(_ policy: ChannelPolicy, _ notice: Notice) -> Bool {
    if notice.event == .test { return true }
    guard policy.resendInterval == nil else { return false }
    let isSevere = notice.severity >= policy.minimumSeverity
    guard notice.event == .cleared else {
      if isSevere { told[policy.name, default: []].insert(notice.alert) }
      return isSevere
    }
    // Who has heard that it began hears that it is over, though it was less severe by then.
    let hasHeard = told[policy.name]?.remove(notice.alert) != nil
    return policy.sendsRecovery && (hasHeard || isSevere)
  }
}

extension Notice {
  /// What makes two notices be of the same trouble.
  fileprivate var identity: [String] { [alert, severity.word] }

  fileprivate func over(at now: Timestamp) -> Notice {
    Notice(
      .cleared, portfolio: portfolio, alert: alert, severity: severity, message: message, raisedAt: raisedAt,
      clearedAt: now)
  }
}

import HedgeModel
import MarketData

/// The thin shell of the ``Dispatcher``: keeps, sends and forgets what it says, and asks it again when something is due.
///
/// Messages are sent in tasks of their own: a receiver that is slow or dead holds up neither the caller nor another
/// channel.
@MainActor
public final class Notifier {
  private var dispatcher: Dispatcher
  private let channels: [String: any AlertChannel]
  private let journal: any DeliveryJournal
  private let clock: any MarketClock
  private let report: @MainActor (ChannelReport) -> Void
  private var alarm: Task<Void, Never>?
  private var sending: [String: Task<Void, Never>] = [:]
  private var isStopped = false

  /// A notifier that has told nothing yet.
  ///
  /// - Parameters:
  ///   - channels: the ways, by the names the dispatcher has policies for.
  ///   - journal: keeps what is to be told until it was.
  ///   - clock: the clock of the wall.
  ///   - report: hears when a channel fares otherwise.
  public init(
    _ dispatcher: Dispatcher, channels: [String: any AlertChannel], journal: any DeliveryJournal,
    clock: any MarketClock, report: @escaping @MainActor (ChannelReport) -> Void
  ) {
    self.dispatcher = dispatcher
    self.channels = channels
    self.journal = journal
    self.clock = clock
    self.report = report
  }

  /// Takes up what an earlier run left, and begins to tell it.
  public func start() {
    do {
      perform(dispatcher.restore(try journal.deliveries()))
    } catch {
      complain("what was still to be told cannot be read: \(error)")
    }
    advance()
  }

  /// Something is to be told.
  public func tell(_ notice: Notice) {
    perform(dispatcher.tell(notice, at: clock.now()))
    advance()
  }

  /// These alerts last now, and no others.
  public func watch(_ lasting: [Notice]) {
    let effects = dispatcher.watch(lasting, at: clock.now())
    guard !effects.isEmpty else { return }
    perform(effects)
    advance()
  }

  /// Sends nothing more. What was not told stays in the journal for the next start.
  public func stop() {
    isStopped = true
    alarm?.cancel()
    for task in sending.values { task.cancel() }
    sending = [:]
  }

  /// How each channel fares, with how many messages it has not had yet.
  public var states: [(channel: String, state: ChannelState, waiting: Int)] { dispatcher.states }

  private func advance() {
    guard !isStopped else { return }
    perform(dispatcher.step(at: clock.now()))
    alarm?.cancel()
    let now = clock.now()
    guard let deadline = dispatcher.deadline(after: now) else { return }
    let wait = min(max(deadline - now, .milliseconds(20)), .seconds(60))
    alarm = Task { [weak self] in
      try? await Task.sleep(for: wait)
      guard !Task.isCancelled else { return }
      self?.advance()
    }
  }

  private func perform(_ effects: [DispatchEffect]) {
    for effect in effects {
      switch effect {
      case .keep(let deliveries): keep(deliveries)
      case .send(let channel, let message): send(message, to: channel)
      case .forget(let ids): forget(ids)
      case .report(let change): tellOf(change)
      }
    }
  }

  /// What cannot be kept is told all the same, as long as the program lives.
  private func keep(_ deliveries: [Delivery]) {
    do {
      let kept = try journal.keep(deliveries.map(\.kept))
      for (delivery, kept) in zip(deliveries, kept) {
        dispatcher.queue(
          Delivery(id: kept.id, channel: delivery.channel, at: delivery.at, notice: delivery.notice))
      }
    } catch {
      complain("what is to be told cannot be kept, and is told as long as this runs: \(error)")
      for delivery in deliveries { dispatcher.queue(delivery) }
    }
  }

  private func forget(_ ids: [Int64]) {
    do {
      try journal.forget(deliveries: ids)
    } catch {
      complain("what was told stays kept, and will be told again: \(error)")
    }
  }

  private func send(_ message: Message, to name: String) {
    guard let channel = channels[name] else { return finish(name, .refused("there is no such channel")) }
    sending[name] = Task { [weak self] in
      let outcome = await channel.send(message)
      guard !Task.isCancelled else { return }
      self?.finish(name, outcome)
    }
  }

  private func finish(_ name: String, _ outcome: ChannelOutcome) {
    guard !isStopped else { return }
    sending[name] = nil
    let before = dispatcher.states.first { $0.channel == name }?.state
    perform(dispatcher.finish(name, outcome, at: clock.now()))
    if before?.word == "idle" { noteState(of: name) }
    advance()
  }

  private func tellOf(_ change: ChannelReport) {
    report(change)
    noteState(of: change.channel)
  }

  /// For programs that start later and ask how channels fare. What cannot be noted is no harm.
  private func noteState(of name: String) {
    guard let state = dispatcher.states.first(where: { $0.channel == name })?.state else { return }
    let now = clock.now()
    try? journal.note(KeptChannelState(name: name, state: state.word, words: state.words(at: now), at: now))
  }

  private func complain(_ words: String) {
    report(ChannelReport(channel: "", state: .gaveUp(reason: words), words: PlainText.of(words)))
  }
}

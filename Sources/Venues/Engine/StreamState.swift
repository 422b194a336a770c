import HedgeModel
import MarketData

/// What a ``StreamRunner`` keeps under its lock.
struct StreamState: Sendable {
  /// A connection: its stream, which begins anew with it, and the socket once there is one.
  struct Link: Sendable {
    let id: Int
    var stream: any VenueStream
    var socket: (any WebSocketConnection)?
  }

  /// Without a connection for so long the stream's instruments are asked for by REST.
  private static let longestGap = Duration.seconds(10)

  let prototype: any VenueStream
  var machine: ConnectionMachine
  var links: [Link] = []
  /// Where events go; nil once stopped.
  var inbox: Inbox?
  /// What is to be done outside of the lock, in order.
  var pending: [ConnectionAction] = []
  var isActing = false
  private var watch: SilenceWatch
  private var complaints = Complaints()
  private var output = StreamOutput()
  private var missed = StreamReport.Scope()
  private var funding: [InstrumentID: FundingRate] = [:]
  /// Times between fundings as they are known by now, told by the stream or by an answer.
  private var fundingIntervals: [InstrumentID: Duration] = [:]
  private var lastLive: Timestamp

  init(_ prototype: any VenueStream, of profile: VenueProfile, into inbox: Inbox, at now: Timestamp, seed: UInt64) {
    self.prototype = prototype
    self.inbox = inbox
    machine = ConnectionMachine(ConnectionSettings(prototype, of: profile), seed: seed)
    watch = SilenceWatch(prototype.channels, at: now)
    lastLive = now
  }

  /// True when somebody has to do what is pending.
  var wantsAction: Bool { !pending.isEmpty && !isActing }

  mutating func add(_ actions: [ConnectionAction]) {
    for action in actions {
      switch action {
      case .open(let id):
        var stream = prototype
        for (instrument, interval) in fundingIntervals { stream.learn(fundingInterval: interval, of: instrument) }
        links.append(Link(id: id, stream: stream))
        pending.append(action)
      case .send, .ping, .close: pending.append(action)
      case .log(let words): warn(words)
      case .fetchSnapshot:
        for channel in prototype.channels { missed.insert(channel) }
      }
    }
  }

  mutating func opened(_ id: Int, at now: Timestamp, _ venueTime: Timestamp) {
    let greeting = links.firstIndex { $0.id == id }.map { links[$0].stream.greeting(at: venueTime) }
    add(machine.opened(id, greeting: greeting ?? [], at: now))
  }

  mutating func heard(_ id: Int, at now: Timestamp) {
    let actions = machine.heard(id, at: now)
    if !actions.isEmpty { add(actions) }
  }

  mutating func closed(_ id: Int, _ closure: WebSocketClosure, at now: Timestamp) {
    links.removeAll { $0.id == id }
    add(machine.closed(id, closure, at: now))
  }

  /// Takes a message of a connection that is wanted.
  mutating func receive(_ message: [UInt8], on id: Int, at now: Timestamp, _ venueTime: Timestamp) {
    guard let inbox, machine.owns(id), let place = links.firstIndex(where: { $0.id == id }) else { return }
    output.removeAll()
    do throws(DecodingFault) {
      try links[place].stream.receive(message, at: venueTime, into: &output)
    } catch {
      warn("a message is not understood: \(error)", at: now)
    }
    heard(id, at: now)
    for place in output.heard { watch.heard(place, at: now) }
    for case .update(let update) in output.events {
      if case .funding(let rate) = update.value, funding[update.instrument] != rate {
        funding[update.instrument] = rate
        fundingIntervals[update.instrument] = rate.interval
      }
    }
    inbox.post(contentsOf: output.events)
    if !output.replies.isEmpty { add(machine.reply(output.replies, on: id, at: now)) }
    if !output.broken.isEmpty { mend(output.broken, on: place, at: now, venueTime) }
    for words in output.complaints { warn(words, at: now) }
    if let reason = output.reconnectReason { add(machine.reconnect(id, because: reason, at: now)) }
  }

  /// Takes the times between fundings that an answer told.
  mutating func learn(_ intervals: [InstrumentID: Duration]) {
    fundingIntervals.merge(intervals) { $1 }
    for (instrument, interval) in intervals {
      for place in links.indices { links[place].stream.learn(fundingInterval: interval, of: instrument) }
    }
  }

  /// Takes the time, and tells how the stream stands.
  mutating func tick(at now: Timestamp, _ venueTime: Timestamp) -> StreamReport {
    add(machine.tick(at: now))
    var report = StreamReport(condition: machine.condition)
    if report.condition == .live {
      lastLive = now
      watch.connected(at: now)
    } else {
      watch.disconnected()
    }
    let findings = watch.tick(at: now)
    for words in findings.warnings { warn(words) }
    if !findings.resubscribed.isEmpty, let last = links.indices.last {
      resubscribe(findings.resubscribed, on: last, at: now, venueTime)
    }
    let isGone = now - lastLive > Self.longestGap
    for place in prototype.channels.indices where isGone || watch.silent.contains(place) {
      report.polled.insert(prototype.channels[place])
    }
    report.missed = missed
    report.funding = funding
    missed = StreamReport.Scope()
    funding.removeAll(keepingCapacity: true)
    return report
  }

  private mutating func mend(_ places: [Int], on link: Int, at now: Timestamp, _ venueTime: Timestamp) {
    let mended = watch.broke(places, at: now)
    guard !mended.isEmpty else { return }
    for place in mended { missed.insert(prototype.channels[place]) }
    resubscribe(mended, on: link, at: now, venueTime)
  }

  private mutating func resubscribe(_ places: [Int], on link: Int, at now: Timestamp, _ venueTime: Timestamp) {
    let messages = links[link].stream.resubscription(of: places, at: venueTime)
    add(machine.say(messages, on: links[link].id, at: now))
  }

  private func warn(_ words: String) {
    inbox?.post(.signal(.warning(words)))
  }

  private mutating func warn(_ words: String, at now: Timestamp) {
    if let words = complaints.take(words, at: now) { warn(words) }
  }
}

import HedgeModel
import MarketData

/// Keeps one stream of a venue connected: a pure state machine that is told what happens and the time, and answers
/// with what is to be done.
///
/// A connection is live once everything was subscribed to and something was heard. It ends by the venue, by silence
/// that no ping breaks, or because its life is nearly over or the venue asks for a new one: then the new one is opened
/// first, and the old one closed when the new is live. After an end the next is made after a wait that doubles, with
/// chance in it, and begins anew only after a connection that held; a venue that refuses says itself how long.
public struct ConnectionMachine: Sendable {
  let settings: ConnectionSettings
  /// The connections there are, the oldest first: one, or two during a handover.
  var links: [ConnectionLink] = []
  var retryAt: Timestamp?
  private var message = ""
  private var nextID = 1
  private var isStopped = false
  private var backoff: Backoff
  private var random: SplitMix64

  /// A stream that is not connected.
  ///
  /// - Parameter seed: what waits are drawn from.
  public init(_ settings: ConnectionSettings, seed: UInt64) {
    self.settings = settings
    backoff = Backoff(first: settings.firstWait, longest: settings.longestWait, seed: seed)
    random = SplitMix64(seed: ~seed)
  }

  /// How the stream stands.
  public var condition: ConnectionCondition {
    if links.contains(where: { $0.live != nil }) { return .live }
    if !links.isEmpty { return .connecting }
    return retryAt.map { message.isEmpty ? .connecting : .waiting(message: message, retryAt: $0) } ?? .idle
  }

  /// True when the connection of this number is wanted.
  public func owns(_ id: Int) -> Bool { links.contains { $0.id == id } }

  /// Begins, at once or a little later: venues count the connections made in a second.
  public mutating func start(at now: Timestamp, delay: Duration = .zero) -> [ConnectionAction] {
    guard links.isEmpty, retryAt == nil, !isStopped else { return [] }
    if delay <= .zero { return [open(at: now)] }
    retryAt = now + delay
    return []
  }

  /// Ends for good.
  public mutating func stop() -> [ConnectionAction] {
    isStopped = true
    retryAt = nil
    defer { links.removeAll() }
    return links.map { .close($0.id) }
  }

  /// The connection is open; `greeting` is what it has to say.
  public mutating func opened(_ id: Int, greeting: [String], at now: Timestamp) -> [ConnectionAction] {
    guard let place = place(of: id), links[place].opened == nil else { return owns(id) ? [] : [.close(id)] }
    links[place].open(greeting, at: now)
    return sendings(of: place, at: now)
  }

  /// Something was heard on the connection, be it only a pong.
  public mutating func heard(_ id: Int, at now: Timestamp) -> [ConnectionAction] {
    guard let place = place(of: id), links[place].hear(at: now) else { return [] }
    let replaced = links[..<place].map { ConnectionAction.close($0.id) }
    links.removeSubrange(..<place)
    let born = links[0].born
    links[0].renewal = settings.life.map { born + $0 * Double.random(in: 0.92...0.97, using: &random) }
    return replaced + [.fetchSnapshot]
  }

  /// The connection is gone, or could not be made.
  public mutating func closed(_ id: Int, _ closure: WebSocketClosure, at now: Timestamp) -> [ConnectionAction] {
    guard let place = place(of: id) else { return [] }
    let link = links.remove(at: place)
    if let live = link.live, now - live >= settings.steady { backoff.reset() }
    if links.isEmpty {
      message = closure.description
      retryAt = now + wait(after: closure)
    } else if link.live == nil, place > 0 {
      // The one that was to take over failed; the old one goes on, and it is tried again.
      links[0].renewal = now + wait(after: closure)
      return [.log("a new connection to \(settings.host) is not to be had yet: \(closure)")]
    }
    return []
  }

  /// The venue asks for a new connection: it is opened beside this one, at once when this one held.
  public mutating func reconnect(_ id: Int, because reason: String, at now: Timestamp) -> [ConnectionAction] {
    guard let place = place(of: id), place == links.count - 1, links.count < 2, links[place].live != nil else {
      return []
    }
    let isSteady = now - links[place].born >= settings.steady
    let renewal = isSteady ? now : now + backoff.next()
    guard links[place].renewal.map({ renewal < $0 }) ?? true else { return [] }
    links[place].renewal = renewal
    return [.log("\(settings.host) asks to connect anew: \(reason)")] + tick(at: now)
  }

  /// Says something more on a connection, in its turn.
  public mutating func say(_ messages: [String], on id: Int, at now: Timestamp) -> [ConnectionAction] {
    guard let place = place(of: id), links[place].opened != nil else { return [] }
    links[place].pacer.enqueue(messages)
    return sendings(of: place, at: now)
  }

  /// Answers the venue at once.
  public mutating func reply(_ messages: [String], on id: Int, at now: Timestamp) -> [ConnectionAction] {
    guard let place = place(of: id), links[place].opened != nil else { return [] }
    links[place].pacer.note(messages.count, at: now)
    return messages.map { .send(id, $0) }
  }

  /// Takes the time.
  public mutating func tick(at now: Timestamp) -> [ConnectionAction] {
    guard !isStopped else { return [] }
    var actions: [ConnectionAction] = []
    for link in links {
      guard let failure = link.failure(at: now, settings) else { continue }
      actions.append(.close(link.id))
      actions += closed(link.id, failure, at: now)
    }
    for place in links.indices {
      actions += sendings(of: place, at: now)
      actions += links[place].beats(at: now, settings)
    }
    if links.count == 1, let renewal = links[0].renewal, renewal <= now {
      links[0].renewal = nil
      actions.append(open(at: now))
    }
    if let retryAt, retryAt <= now, links.isEmpty { actions.append(open(at: now)) }
    return actions
  }

  private func place(of id: Int) -> Int? { links.firstIndex { $0.id == id } }

  private mutating func open(at now: Timestamp) -> ConnectionAction {
    retryAt = nil
    defer { nextID += 1 }
    links.append(ConnectionLink(id: nextID, at: now, settings))
    return .open(nextID)
  }

  private mutating func sendings(of place: Int, at now: Timestamp) -> [ConnectionAction] {
    let id = links[place].id
    return links[place].pacer.next(at: now).map { .send(id, $0) }
  }

  private mutating func wait(after closure: WebSocketClosure) -> Duration {
    let wait = backoff.next()
    guard case .refused(let response) = closure, (400..<500).contains(response.status) else { return wait }
    let unstated = response.status == 403 ? settings.forbiddenWait : settings.refusedWait
    return max(wait, response.retryAfter ?? unstated)
  }
}

import HedgeModel

/// One connection as a ``ConnectionMachine`` sees it.
struct ConnectionLink: Sendable {
  let id: Int
  let born: Timestamp
  /// Open since; nil while it is being made.
  private(set) var opened: Timestamp?
  /// Heard of after everything was subscribed to, since; nil before.
  private(set) var live: Timestamp?
  /// When it is made anew; nil when it may stay.
  var renewal: Timestamp?
  var pacer: StreamPacer
  private var lastHeard: Timestamp
  private var lastBeat: Timestamp
  /// When something was sent that must be answered; nil when something was heard since.
  private var asked: (at: Timestamp, patience: Duration)?

  init(id: Int, at now: Timestamp, _ settings: ConnectionSettings) {
    self.id = id
    born = now
    lastHeard = now
    lastBeat = now
    pacer = StreamPacer(settings.pace)
  }

  mutating func open(_ greeting: [String], at now: Timestamp) {
    opened = now
    lastHeard = now
    lastBeat = now
    pacer.enqueue(greeting)
  }

  /// Takes a sign of life; true when it made the connection live.
  mutating func hear(at now: Timestamp) -> Bool {
    lastHeard = max(lastHeard, now)
    asked = nil
    guard live == nil, opened != nil, pacer.isEmpty else { return false }
    live = now
    return true
  }

  /// What the time asks for: beats of the venue's own, and pings when it is quiet.
  mutating func beats(at now: Timestamp, _ settings: ConnectionSettings) -> [ConnectionAction] {
    guard opened != nil else { return [] }
    var actions: [ConnectionAction] = []
    if let keepAlive = settings.keepAlive, now - lastBeat >= keepAlive.interval {
      lastBeat = now
      actions.append(action(of: keepAlive.beat, at: now))
      asked = asked ?? (now, keepAlive.patience)
    }
    if asked == nil, now - lastHeard >= settings.quietLimit {
      pacer.note(at: now)
      actions.append(.ping(id))
      asked = (now, settings.patience)
    }
    return actions
  }

  /// Why the connection is as good as gone; nil when it may be well.
  func failure(at now: Timestamp, _ settings: ConnectionSettings) -> WebSocketClosure? {
    if opened == nil, now - born > settings.openTimeout {
      return .fault(TransportFault(.timedOut, host: settings.host))
    }
    guard let asked, now - asked.at > asked.patience else { return nil }
    let silence = Int((now - lastHeard).inSeconds)
    return .fault(TransportFault(.broken, host: settings.host, detail: "nothing heard for \(silence) s"))
  }

  private mutating func action(of beat: KeepAlive.Beat, at now: Timestamp) -> ConnectionAction {
    pacer.note(at: now)
    return switch beat {
    case .ping: .ping(id)
    case .message(let text): .send(id, text)
    }
  }
}

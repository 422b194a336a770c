import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite struct ConnectionMachineTests {
  private let start = Timestamp(milliseconds: 1_700_000_000_000)
  private let lost = WebSocketClosure.fault(TransportFault(.broken, host: "stream.test"))

  private func machine(
    keepAlive: KeepAlive? = nil, life: Duration? = nil, pace: StreamPace = StreamPace(100, per: .seconds(1))
  ) -> ConnectionMachine {
    ConnectionMachine(
      ConnectionSettings(host: "stream.test", pace: pace, keepAlive: keepAlive, life: life), seed: 3)
  }

  /// A machine whose first connection is live.
  private func live(keepAlive: KeepAlive? = nil, life: Duration? = nil) -> ConnectionMachine {
    var machine = machine(keepAlive: keepAlive, life: life)
    _ = machine.start(at: start)
    _ = machine.opened(1, greeting: ["hello"], at: start)
    _ = machine.heard(1, at: start)
    return machine
  }

  @Test("a connection is live once all was said and something was heard, and what was missed is fetched then")
  func beginning() {
    var machine = machine()
    #expect(machine.condition == .idle)
    #expect(machine.start(at: start) == [.open(1)])
    #expect(machine.start(at: start) == [])
    #expect(machine.condition == .connecting)
    #expect(machine.opened(1, greeting: ["a", "b"], at: start) == [.send(1, "a"), .send(1, "b")])
    #expect(machine.condition == .connecting)
    #expect(machine.heard(1, at: start) == [.fetchSnapshot])
    #expect(machine.condition == .live)
    #expect(machine.heard(1, at: start) == [])
  }

  @Test("no window holds more messages than the pace allows, answers and beats counted, and all are sent in order")
  func pace() {
    var machine = machine(pace: StreamPace(3, per: .seconds(1)))
    _ = machine.start(at: start)
    var sent = machine.opened(1, greeting: (1...8).map(String.init), at: start).map { (start, $0) }
    #expect(machine.heard(1, at: start) == [])
    sent += machine.reply(["pong"], on: 1, at: start + .milliseconds(990)).map { (start + .milliseconds(990), $0) }
    for tenth in 1...60 {
      let now = start + .milliseconds(100 * tenth)
      sent += machine.tick(at: now).map { (now, $0) }
    }
    #expect(sent.map(\.1).filter { $0 != .send(1, "pong") } == (1...8).map { .send(1, "\($0)") })
    for (first, _) in sent {
      #expect(sent.count { $0.0 >= first && $0.0 - first < .seconds(1) } <= 3 + 1)
    }
    #expect(machine.heard(1, at: start + .seconds(7)) == [.fetchSnapshot])
  }

  @Test("connecting that takes too long is given up")
  func openTimeout() {
    var machine = machine()
    _ = machine.start(at: start)
    #expect(machine.tick(at: start + .seconds(10)) == [])
    #expect(machine.tick(at: start + .milliseconds(10_001)) == [.close(1)])
    guard case .waiting(let message, let retryAt) = machine.condition else { return #expect(Bool(false)) }
    #expect(message == "stream.test did not answer in time")
    #expect(retryAt - start <= .milliseconds(11_001))
    #expect(machine.tick(at: retryAt) == [.open(2)])
  }

  @Test("waits double from a second to a minute, and begin anew only after a connection that held")
  func backoff() {
    var machine = machine()
    var now = start
    _ = machine.start(at: now)
    var waits: [Double] = []
    for id in 1...9 {
      _ = machine.opened(id, greeting: [], at: now)
      _ = machine.heard(id, at: now)
      _ = machine.closed(id, lost, at: now)
      guard case .waiting(_, let retryAt) = machine.condition else { return #expect(Bool(false)) }
      waits.append((retryAt - now).inSeconds)
      now = retryAt
      #expect(machine.tick(at: now) == [.open(id + 1)])
    }
    for (place, wait) in waits.enumerated() {
      let whole = min(Double(1 << place), 60)
      #expect(wait >= whole * 0.75 - 0.001 && wait <= whole)
    }
    _ = machine.opened(10, greeting: [], at: now)
    _ = machine.heard(10, at: now)
    _ = machine.closed(10, lost, at: now + .seconds(60))
    guard case .waiting(_, let retryAt) = machine.condition else { return #expect(Bool(false)) }
    #expect(retryAt - now <= .seconds(61))
  }

  @Test(
    "a venue that refuses a connection is left alone as long as it says, or long where it forbids",
    arguments: [
      (429, "90", 90.0), (429, nil, 60), (418, "600", 600), (403, nil, 600), (404, nil, 60), (503, nil, 0.7),
    ] as [(Int, String?, Double)])
  func refused(_ status: Int, _ retryAfter: String?, _ seconds: Double) {
    let headers = retryAfter.map { [VenueRequest.Parameter("Retry-After", $0)] } ?? []
    let response = HTTPResponse(status: status, headers: headers)
    var machine = machine()
    _ = machine.start(at: start)
    #expect(machine.closed(1, .refused(response), at: start) == [])
    guard case .waiting(let message, let retryAt) = machine.condition else { return #expect(Bool(false)) }
    #expect((retryAt - start).inSeconds >= seconds && (retryAt - start).inSeconds < seconds + 2)
    #expect(message.contains("HTTP \(status)"))
  }

  @Test("a quiet connection is pinged, and one that does not answer is dead though nobody closed it")
  func halfOpen() {
    var machine = live()
    #expect(machine.tick(at: start + .seconds(19)) == [])
    #expect(machine.tick(at: start + .seconds(20)) == [.ping(1)])
    #expect(machine.tick(at: start + .seconds(30)) == [])
    #expect(machine.tick(at: start + .milliseconds(30_001)) == [.close(1)])
    guard case .waiting(let message, _) = machine.condition else { return #expect(Bool(false)) }
    #expect(message.contains("nothing heard for 30 s"))
  }

  @Test("an answer to the ping keeps a quiet connection")
  func quiet() {
    var machine = live()
    for second in 1...600 {
      let actions = machine.tick(at: start + .seconds(second))
      if actions == [.ping(1)] { _ = machine.heard(1, at: start + .milliseconds(second * 1000 + 50)) }
      #expect(actions.isEmpty || actions == [.ping(1)])
    }
    #expect(machine.condition == .live)
  }

  @Test("the venue's own beat is sent as often as it asks for, and its silence after one is the end")
  func keepAlive() {
    var machine = live(keepAlive: KeepAlive(.message("ping"), every: .seconds(15), patience: .seconds(5)))
    #expect(machine.tick(at: start + .seconds(14)) == [])
    #expect(machine.tick(at: start + .seconds(15)) == [.send(1, "ping")])
    _ = machine.heard(1, at: start + .seconds(16))
    #expect(machine.tick(at: start + .seconds(30)) == [.send(1, "ping")])
    #expect(machine.tick(at: start + .seconds(35)) == [])
    #expect(machine.tick(at: start + .milliseconds(35_001)) == [.close(1)])
  }

  @Test("before a day is over the new connection is opened first, and the old one closed when the new is live")
  func plannedHandover() {
    var machine = live(life: .days(1))
    var now = start
    var actions: [ConnectionAction] = []
    while actions.isEmpty, now - start < .days(1) {
      now = now + .seconds(10)
      _ = machine.heard(1, at: now)
      actions = machine.tick(at: now)
    }
    #expect(actions == [.open(2)])
    #expect(now - start >= .hours(22) && now - start <= .hours(23.5))
    #expect(machine.condition == .live)
    #expect(machine.opened(2, greeting: ["hello"], at: now) == [.send(2, "hello")])
    #expect(machine.heard(1, at: now) == [])
    #expect(machine.heard(2, at: now) == [.close(1), .fetchSnapshot])
    #expect(machine.closed(1, .byUs, at: now) == [])
    #expect(machine.condition == .live && machine.owns(2) && !machine.owns(1))
  }

  @Test("a handover that fails leaves the old connection, and is tried again after a wait")
  func failedHandover() {
    var machine = live(life: .seconds(1000))
    let due = start + .seconds(980)
    _ = machine.heard(1, at: due)
    #expect(machine.tick(at: due) == [.open(2)])
    guard case .log = machine.closed(2, lost, at: due).first else { return #expect(Bool(false)) }
    #expect(machine.condition == .live)
    #expect(machine.tick(at: due + .seconds(1)) == [.open(3)])
    #expect(machine.closed(1, .byVenue(code: 1001, reason: ""), at: due + .seconds(2)) == [])
    #expect(machine.condition == .connecting)
    _ = machine.opened(3, greeting: [], at: due + .seconds(3))
    #expect(machine.heard(3, at: due + .seconds(3)) == [.fetchSnapshot])
  }

  @Test("a venue that asks to connect anew is obeyed at once after a while, and not without end when it repeats it")
  func reconnectNotice() {
    var machine = live()
    let later = start + .seconds(100)
    _ = machine.heard(1, at: later)
    let actions = machine.reconnect(1, because: "upgrade", at: later)
    #expect(actions == [.log("stream.test asks to connect anew: upgrade"), .open(2)])
    #expect(machine.reconnect(1, because: "upgrade", at: later) == [])
    _ = machine.opened(2, greeting: [], at: later)
    _ = machine.heard(2, at: later)
    #expect(machine.reconnect(2, because: "upgrade", at: later).count == 1)
    #expect(machine.reconnect(2, because: "upgrade", at: later).isEmpty)
    #expect(machine.tick(at: later + .seconds(1)) == [.open(3)])
  }

  @Test("a stop while connecting closes, and what opens late is closed at once")
  func stopDuringConnect() {
    var machine = machine()
    _ = machine.start(at: start)
    #expect(machine.stop() == [.close(1)])
    #expect(machine.opened(1, greeting: ["hello"], at: start) == [.close(1)])
    #expect(machine.closed(1, lost, at: start) == [])
    #expect(machine.tick(at: start + .days(1)) == [])
    #expect(machine.condition == .idle)
  }

  @Test("what is heard of a connection that is gone changes nothing")
  func late() {
    var machine = live()
    _ = machine.closed(1, lost, at: start)
    let before = machine.condition
    #expect(machine.heard(1, at: start) == [] && machine.closed(1, lost, at: start) == [])
    #expect(machine.say(["x"], on: 1, at: start) == [] && machine.reply(["x"], on: 1, at: start) == [])
    #expect(machine.reconnect(1, because: "x", at: start) == [])
    #expect(machine.condition == before)
  }
}

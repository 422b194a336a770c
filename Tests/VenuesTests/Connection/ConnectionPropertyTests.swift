import HedgeModel
import MarketData
import Testing

@testable import Venues

/// A venue that does anything at any time, and the laws a ``ConnectionMachine`` keeps whatever it does.
@Suite struct ConnectionPropertyTests {
  /// What the network has of one connection.
  private struct Peer {
    var isOpen = false
    var isMute = false
    let born: Timestamp
  }

  private struct World {
    var machine: ConnectionMachine
    var random: SplitMix64
    var now = Timestamp(milliseconds: 1_700_000_000_000)
    var peers: [Int: Peer] = [:]
    var bothSince: Timestamp?
    var violations: [String] = []

    init(seed: UInt64) {
      random = SplitMix64(seed: seed)
      let keepAlive = seed.isMultiple(of: 2) ? KeepAlive(.message("beat"), every: .seconds(15)) : nil
      machine = ConnectionMachine(
        ConnectionSettings(
          host: "stream.test", pace: StreamPace(3, per: .seconds(1)), keepAlive: keepAlive, life: .seconds(900)),
        seed: seed)
    }

    mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    mutating func take(_ actions: [ConnectionAction]) {
      for action in actions {
        switch action {
        case .open(let id):
          if peers[id] != nil { violations.append("\(id) is opened twice") }
          peers[id] = Peer(born: now)
        case .send(let id, _), .ping(let id):
          if peers[id]?.isOpen != true { violations.append("sent on \(id), which is not open") }
        case .close(let id): peers[id] = nil
        case .log, .fetchSnapshot: break
        }
      }
      look()
    }

    mutating func look() {
      if peers.count > 2 { violations.append("\(peers.count) connections") }
      let open = peers.values.count { $0.isOpen }
      bothSince = open > 1 ? bothSince ?? now : nil
      if let since = bothSince, now - since > .seconds(60) { violations.append("two open since \(now - since)") }
    }

    /// Something happens at random.
    mutating func happen() {
      guard let id = peers.keys.sorted().randomElement(using: &random) else { return }
      switch Int.random(in: 0..<8, using: &random) {
      case 0: end(id, .byVenue(code: 1006, reason: ""))
      case 1: end(id, .refused(HTTPResponse(status: [429, 403, 500].randomElement(using: &random)!)))
      case 2, 3: open(id)
      case 4: peers[id]?.isMute = true
      case 5: take(machine.reconnect(id, because: "maintenance", at: now))
      default: if peers[id]?.isMute == false { take(machine.heard(id, at: now)) }
      }
      if chance(10) { take(machine.heard(id - 1, at: now)) }
      if chance(10) { take(machine.closed(id - 1, .byUs, at: now)) }
    }

    /// The venue is well: connections open within a second, and are heard each second.
    mutating func beWell() {
      for id in peers.keys.sorted() {
        peers[id]?.isMute = false
        open(id)
        if peers[id] != nil { take(machine.heard(id, at: now)) }
      }
    }

    mutating func open(_ id: Int) {
      guard peers[id]?.isOpen == false else { return }
      peers[id]?.isOpen = true
      take(machine.opened(id, greeting: ["a", "b", "c", "d"], at: now))
    }

    mutating func end(_ id: Int, _ closure: WebSocketClosure) {
      if case .refused = closure, peers[id]?.isOpen == true { return }
      peers[id] = nil
      take(machine.closed(id, closure, at: now))
    }

    mutating func pass(_ duration: Duration) {
      now = now + duration
      take(machine.tick(at: now))
    }
  }

  @Test("whatever happens: nothing is sent before open, two are open only for a handover, and it always recovers")
  func laws() {
    for seed in 1...300 {
      var world = World(seed: UInt64(seed))
      world.take(world.machine.start(at: world.now))
      for _ in 0..<400 {
        world.happen()
        world.pass(.milliseconds(Int64.random(in: 50...4000, using: &world.random)))
      }
      // The longest wait a refusal may have asked for, and what it takes to notice that nobody answers.
      let limit = world.now + .seconds(600 + 60)
      var retryAt = world.now
      if case .waiting(_, let at) = world.machine.condition { retryAt = at }
      while world.machine.condition != .live, world.now < limit {
        world.beWell()
        world.pass(.milliseconds(250))
      }
      #expect(world.machine.condition == .live, "seed \(seed)")
      #expect(world.now - retryAt <= .seconds(60), "seed \(seed): \(world.now - retryAt)")
      #expect(world.violations.isEmpty, "seed \(seed): \(world.violations.prefix(3))")
    }
  }

  @Test("for a day with a healthy venue there is always a live connection, and never a wait")
  func day() {
    var world = World(seed: 5)
    world.take(world.machine.start(at: world.now))
    world.beWell()
    world.pass(.seconds(2))
    world.beWell()
    var opened: Set<Int> = []
    for _ in 0..<(24 * 3600 / 5) {
      world.pass(.seconds(5))
      world.beWell()
      opened.formUnion(world.peers.keys)
      #expect(world.machine.condition == .live)
    }
    #expect(world.violations.isEmpty)
    #expect((96...110).contains(opened.count), "a new one each 900 s: \(opened.count)")
  }

  @Test("a venue that refuses everybody for an hour is not asked more than every minute, and found again within one")
  func storm() {
    var world = World(seed: 9)
    world.take(world.machine.start(at: world.now))
    let end = world.now + .hours(1)
    var attempts = 0
    while world.now < end {
      for id in world.peers.keys.sorted() {
        attempts += 1
        world.end(id, .fault(TransportFault(.unreachable, host: "stream.test")))
      }
      world.pass(.milliseconds(250))
    }
    #expect((60...90).contains(attempts))
    let well = world.now
    while world.machine.condition != .live, world.now - well < .seconds(120) {
      world.beWell()
      world.pass(.milliseconds(250))
    }
    #expect(world.now - well <= .seconds(62))
  }
}

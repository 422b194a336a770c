import SeededRandom
import TerminalCells
import Testing

@testable import ScreenWire

@Suite("What waits for a viewer")
struct OutgoingScreenTests {
  private let start = ContinuousClock.now

  /// A viewer's end: reads what was written, draws it.
  private struct Viewer {
    var reader = MessageReader(limit: WireLimit.hostMessage)
    var grid: Grid?
    var messages: [HostMessage] = []

    mutating func take(_ bytes: some Sequence<UInt8>) throws {
      reader.feed(bytes)
      while let bytes = try reader.next() {
        let message = try HostMessage(bytes)
        messages.append(message)
        if case .picture(let update) = message { grid = update.applied(to: grid) }
      }
    }
  }

  @Test("a viewer that takes bytes at any pace ends with the newest picture, whatever was shown between")
  func newest() throws {
    var random = SeededGenerator(seed: 8)
    var screen = OutgoingScreen()
    var viewer = Viewer()
    var last: Grid?
    for step in 0..<3000 {
      let now = start + .milliseconds(step)
      if Int.random(in: 0..<3, using: &random) == 0 {
        let grid = WireSamples.grid(seed: UInt64(step), size: Size(columns: step % 500 < 250 ? 23 : 30, rows: 7))
        last = grid
        screen.show(grid, at: now)
      }
      let portion = screen.bytes.prefix(Int.random(in: 0...400, using: &random))
      try viewer.take(portion)
      screen.wrote(portion.count, at: now)
    }
    while screen.isBusy {
      try viewer.take(screen.bytes)
      screen.wrote(screen.bytes.count, at: start + .seconds(4))
    }
    #expect(viewer.grid == last)
  }

  @Test("a viewer that takes nothing costs the bytes of one message, however much is shown")
  func bounded() {
    var screen = OutgoingScreen()
    screen.show(WireSamples.grid(seed: 0), at: start)
    let held = screen.heldBytes
    for step in 1...10_000 {
      screen.show(WireSamples.grid(seed: UInt64(step % 50)), at: start)
      screen.ring(at: start)
      screen.setTitle("title \(step)", at: start)
      screen.pulse(at: start)
      screen.pause(at: start)
      screen.resume(at: start)
    }
    #expect(screen.heldBytes == held && held > 0)
  }

  @Test("a viewer that takes nothing is given up when its time is over, not before, and not one that is stopped")
  func patience() {
    var screen = OutgoingScreen()
    screen.show(WireSamples.grid(seed: 0), at: start)
    let late = start + OutgoingScreen.patience + .milliseconds(1)
    #expect(!screen.isGivenUp(at: start + OutgoingScreen.patience) && screen.isGivenUp(at: late))
    screen.wrote(1, at: start + .seconds(5))
    #expect(!screen.isGivenUp(at: late))
    var stopped = OutgoingScreen()
    stopped.pause(at: start)
    #expect(!stopped.isGivenUp(at: start + .seconds(3600)))
    stopped.resume(at: start + .seconds(3600))
    #expect(!stopped.isGivenUp(at: start + .seconds(3601)))
    screen.wrote(screen.heldBytes, at: late)
    #expect(!screen.isGivenUp(at: start + .seconds(3600)))
  }

  @Test("while it is stopped nothing is drawn, and when it goes on everything is")
  func stopped() throws {
    var screen = OutgoingScreen()
    var viewer = Viewer()
    func drain() throws {
      while screen.isBusy {
        try viewer.take(screen.bytes)
        screen.wrote(screen.bytes.count, at: start)
      }
    }
    screen.show(WireSamples.grid(seed: 1), at: start)
    screen.pause(at: start)
    try drain()
    screen.show(WireSamples.grid(seed: 2), at: start)
    screen.pulse(at: start)
    #expect(!screen.isBusy && viewer.messages.last == .suspend)
    screen.resume(at: start)
    try drain()
    #expect(viewer.grid == WireSamples.grid(seed: 2))
    #expect(viewer.messages.dropLast().last == .redraw)
    guard case .picture(let update) = viewer.messages.last else {
      Issue.record("no picture")
      return
    }
    #expect(update.rowCount == 7)
  }

  @Test("the desk is one viewer's until it goes, and tells others whose")
  func desk() {
    var desk = ControlDesk<Int>()
    #expect(desk.take(1, words: "one") == nil)
    #expect(desk.take(2, words: "two") == "one" && desk.take(1, words: "one") == nil)
    desk.leave(2)
    #expect(desk.holds(1) && !desk.holds(2))
    desk.leave(1)
    #expect(desk.take(2, words: "two") == nil && desk.holds(2))
  }

  @Test("a viewer that hears nothing says so, tries again in growing steps, and is well once something comes")
  func attaching() {
    var state = AttachState(connectedAt: start)
    #expect(state.tick(at: start + AttachState.silence) == .none && state.loss == nil)
    #expect(state.tick(at: start + AttachState.silence + .milliseconds(1)) == .none && state.loss != nil)
    state.heard(at: start + .seconds(10))
    #expect(state.loss == nil)
    var now = start + .seconds(11)
    state.lost("the service has gone", at: now)
    var waits: [Duration] = []
    for _ in 0..<7 {
      let before = now
      while state.tick(at: now) == .none { now += .milliseconds(50) }
      waits.append(now - before)
      state.lost("nobody answers", at: now)
      #expect(state.loss == "the service has gone")
    }
    #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 <= $1 } && waits[6] == .seconds(3))
    while state.tick(at: now) == .none { now += .milliseconds(50) }
    state.connected(at: now)
    #expect(state.loss != nil)
    state.heard(at: now)
    #expect(state.loss == nil && state.tick(at: now) == .none)
  }
}

import Dispatch
import Glibc
import HedgeModel
import MarketData
import NcursesTerminal
import Panels
import ScreenSocket
import ScreenWire
import TerminalCells

/// A terminal that shows the screen of a service: pictures come, input goes. Where the service goes away the last
/// picture is marked with the time, and the screen attaches again by itself.
@MainActor
final class AttachedScreen {
  /// How it ended.
  enum Ending {
    /// With an exit code.
    case code(Int32)
    /// The service does not let it in, with the reason.
    case refused(String)
  }

  private let terminal: any Terminal
  private let hello: ViewerHello
  private let connect: @MainActor () throws -> SocketConnection
  private var connection: SocketConnection?
  private var reader = MessageReader(limit: WireLimit.hostMessage)
  private var state: AttachState
  private var lastHeard = WallClock().now()
  private var grid: Grid?
  private var isFresh = false
  private var startUp = StartUpRounds()
  private var unsent: [UInt8] = []
  private var timer: (any DispatchSourceTimer)?
  private var finish: CheckedContinuation<Ending, Never>?

  /// A screen on a terminal that has shown nothing.
  ///
  /// - Parameters:
  ///   - hello: what the service is asked for; the size is the terminal's of then.
  ///   - connection: the first connection.
  ///   - connect: makes another.
  init(
    terminal: any Terminal, hello: ViewerHello, connection: SocketConnection,
    connect: @escaping @MainActor () throws -> SocketConnection
  ) {
    self.terminal = terminal
    self.hello = hello
    self.connection = connection
    self.connect = connect
    state = AttachState(connectedAt: .now)
  }

  /// Shows the service's screen until the user leaves.
  func run() async -> Ending {
    terminal.setInputHandler { [weak self] in self?.handle($0) }
    if let connection { begin(connection) }
    let timer = DispatchSource.makeTimerSource(queue: .main)
    timer.schedule(deadline: .now() + .milliseconds(250), repeating: .milliseconds(250))
    timer.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.tick() }
    }
    timer.activate()
    self.timer = timer
    let ending = await withCheckedContinuation { finish = $0 }
    timer.cancel()
    connection?.close()
    connection = nil
    return ending
  }

  private func end(_ ending: Ending) {
    finish?.resume(returning: ending)
    finish = nil
  }

  // MARK: The service

  private func begin(_ new: SocketConnection) {
    connection = new
    reader = MessageReader(limit: WireLimit.hostMessage)
    unsent = []
    new.start(
      receive: { [weak self] in self?.receive($0) }, hasRoom: { [weak self] in self?.flush() },
      hasEnded: { [weak self] in self?.lose("the service has gone") })
    var hello = hello
    hello.size = terminal.size
    send(.hello(hello))
  }

  private func receive(_ bytes: ArraySlice<UInt8>) {
    reader.feed(bytes)
    state.heard(at: .now)
    lastHeard = WallClock().now()
    isFresh = false
    do {
      while connection != nil, let message = try reader.next() { carryOut(try HostMessage(message)) }
    } catch {
      return lose("the service is not understood: \(error)")
    }
    guard isFresh, let grid else { return }
    terminal.present(grid)
    startUp.came()
  }

  private func carryOut(_ message: HostMessage) {
    switch message {
    case .welcome, .pulse: isFresh = grid != nil
    case .refused(let words): end(.refused(words))
    case .picture(let update):
      grid = update.applied(to: grid)
      isFresh = true
    case .ring: terminal.ring()
    case .title(let title): terminal.setTitle(title)
    case .copy(let text): terminal.copy(text)
    case .suspend: terminal.suspend()
    case .redraw: terminal.redraw()
    case .ended(let code): end(.code(code))
    case .leaving(let words): lose(words)
    }
  }

  private func lose(_ reason: String) {
    connection?.close()
    connection = nil
    state.lost(reason, at: .now)
    showLoss()
  }

  private func send(_ message: ViewerMessage) {
    // What a service does not take in time is not typed into another moment.
    guard unsent.count < WireLimit.viewerMessage else { return }
    unsent += message.encoded
    flush()
  }

  private func flush() {
    guard let connection, !unsent.isEmpty else { return }
    unsent.removeFirst(connection.write(unsent[...]))
  }

  // MARK: Time

  private func tick() {
    if state.tick(at: .now) == .connect { tryAgain() }
    showLoss()
  }

  private func tryAgain() {
    do {
      let new = try connect()
      grid = nil
      state.connected(at: .now)
      begin(new)
    } catch {
      state.lost(state.loss ?? String(describing: error), at: .now)
    }
  }

  private func showLoss() {
    guard let loss = state.loss else { return }
    let doing = state.isConnected ? "waiting for it" : "trying again"
    terminal.present(
      LossNotice.grid(
        over: grid, size: terminal.size, words: "\(loss); last heard at \(lastHeard.iso8601)",
        remedy: "\(doing); q ends this screen"))
  }

  // MARK: The terminal

  private func handle(_ event: InputEvent) {
    switch event {
    case .hangUp: return end(.code(128 + 1))
    case .terminate(let signal): return end(.code(128 + signal))
    default: break
    }
    guard state.loss == nil else { return handleAlone(event) }
    send(.input(event))
  }

  /// What a key does while nobody answers: it ends or stops the program; the rest would be typed blindly.
  private func handleAlone(_ event: InputEvent) {
    switch event {
    case .key(KeyPress(.character("q"))), .key(.control("c")): end(.code(0))
    case .key(.control("z")), .suspend: terminal.suspend()
    case .resize, .resumed:
      terminal.redraw()
      showLoss()
    default: break
    }
  }
}

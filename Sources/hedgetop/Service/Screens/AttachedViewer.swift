import HedgeConfiguration
import Panels
import ScreenSocket
import ScreenWire
import TerminalCells

/// One viewer of a service: takes its hello, shows it a screen of its own, and hears what is typed there.
@MainActor
final class AttachedViewer {
  /// The process at the other end in words.
  let words: String
  /// Which of the host's portfolios it is shown first.
  let portfolio: Int
  /// Whether it has been let in.
  var isAttached: Bool { terminal != nil }
  private let connection: SocketConnection
  private let host: ScreenHost
  private var reader = MessageReader(limit: WireLimit.viewerMessage)
  private var terminal: RemoteTerminal?
  private var watcher: Watcher?
  private var isOpen = true
  private let connectedAt = ContinuousClock.now

  /// How long a process may be connected without saying hello.
  private static let helloLimit = Duration.seconds(10)
  /// The most bytes taken at once: keys, each of which may draw a screen.
  private static let portion = 512

  /// A viewer that has said nothing yet.
  init(_ connection: SocketConnection, host: ScreenHost, portfolio: Int) {
    self.connection = connection
    self.portfolio = portfolio
    self.host = host
    words = connection.peer.words
  }

  /// Begins to hear it.
  func start() {
    connection.start(
      portion: Self.portion, receive: { [weak self] in self?.receive($0) },
      hasRoom: { [weak self] in self?.terminal?.flush() }, hasEnded: { [weak self] in self?.close() })
  }

  /// A look every few seconds: a sign of life for the viewer, and the end of one that takes nothing or says nothing.
  func beat() {
    terminal?.pulse()
    let isMute = terminal == nil && .now - connectedAt > Self.helloLimit
    if isMute || terminal?.isGivenUp == true { close() }
  }

  /// The service ends: the viewer is told, as far as it listens.
  func dismiss(saying reason: String) {
    terminal?.tell(.leaving(reason))
    close()
  }

  /// Ends it.
  func close() {
    guard isOpen else { return }
    isOpen = false
    terminal?.close()
    watcher?.leave()
    watcher = nil
    connection.close()
    host.hasGone(self)
  }

  private func receive(_ bytes: ArraySlice<UInt8>) {
    reader.feed(bytes)
    do {
      while isOpen, let message = try reader.next() { try answer(ViewerMessage(message)) }
    } catch {
      // Whoever speaks otherwise than a viewer does is none.
      refuse("not understood: \(error)")
    }
  }

  private func answer(_ message: ViewerMessage) throws(WireError) {
    switch message {
    case .hello(let hello): if terminal == nil { greet(hello) }
    case .input(let event): terminal?.receive(event)
    }
  }

  private func greet(_ hello: ViewerHello) {
    switch host.admit(self, hello) {
    case .failure(let refusal): refuse(refusal.words)
    case .success(let admission): show(hello, admission)
    }
  }

  private func show(_ hello: ViewerHello, _ admission: ScreenHost.Admission) {
    let terminal = RemoteTerminal(size: hello.size, capabilities: hello.capabilities) { [connection] in
      connection.write($0)
    }
    self.terminal = terminal
    terminal.tell(.welcome(admission.welcome))
    let watcher = host.watcher(of: self, on: terminal, admission)
    self.watcher = watcher
    Task {
      let code = await watcher.run()
      guard isOpen else { return }
      terminal.tell(.ended(code: code))
      close()
    }
  }

  private func refuse(_ words: String) {
    var outgoing = OutgoingScreen()
    outgoing.append(.refused(words), at: .now)
    _ = connection.write(outgoing.bytes)
    close()
  }
}

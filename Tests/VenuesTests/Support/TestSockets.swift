import HedgeModel
import Synchronization
import Venues

/// Connections that are opened, heard of and closed by the test.
final class TestSockets: WebSocketTransport {
  final class Socket: WebSocketConnection {
    let observer: any WebSocketObserver
    private let state = Mutex((sent: [String](), pings: 0, isOpen: false, isClosed: false))

    init(_ observer: any WebSocketObserver) {
      self.observer = observer
    }

    var sent: [String] { state.withLock { $0.sent } }
    var pings: Int { state.withLock { $0.pings } }
    var isClosed: Bool { state.withLock { $0.isClosed } }

    func send(_ text: String) {
      state.withLock { state in
        state.sent.append(state.isOpen ? text : "sent while not open: \(text)")
      }
    }

    func ping() { state.withLock { $0.pings += 1 } }

    /// As the network does, tells of the end, here even before it returns.
    func close() {
      let isFirst = state.withLock { state in
        defer { state.isClosed = true }
        return !state.isClosed
      }
      if isFirst { observer.closed(.byUs) }
    }

    // MARK: What the test lets happen

    func open() {
      state.withLock { $0.isOpen = true }
      observer.opened(self)
    }

    func deliver(_ text: String) { observer.received(Array(text.utf8)) }

    func fail(_ closure: WebSocketClosure) {
      let isFirst = state.withLock { state in
        defer { state.isClosed = true }
        return !state.isClosed
      }
      if isFirst { observer.closed(closure) }
    }
  }

  private let made = Mutex<[Socket]>([])
  private let meanwhile = Mutex<(@Sendable () -> Void)?>(nil)
  private let opensAtOnce: Bool

  /// - Parameter opensAtOnce: connections are open before ``open(_:observer:)`` returns.
  init(opensAtOnce: Bool = false) {
    self.opensAtOnce = opensAtOnce
  }

  /// Does something each time before ``open(_:observer:)`` returns.
  func whileOpening(_ body: @escaping @Sendable () -> Void) { meanwhile.withLock { $0 = body } }

  var all: [Socket] { made.withLock { $0 } }
  var last: Socket? { all.last }
  var unclosed: Int { all.count { !$0.isClosed } }

  /// Lets go of all connections there were.
  func forget() { made.withLock { $0 = [] } }

  func open(_ url: String, observer: any WebSocketObserver) -> any WebSocketConnection {
    let socket = Socket(observer)
    made.withLock { $0.append(socket) }
    if opensAtOnce { socket.open() }
    meanwhile.withLock { $0 }?()
    return socket
  }
}

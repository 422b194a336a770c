/// Connects the streams of one market over another transport, and has a tap hear what they are told.
public struct TappedSockets: WebSocketTransport {
  private let sockets: any WebSocketTransport
  private let feed: String
  private let tap: any StreamTap

  /// Taps what comes over `sockets` for the market named `feed`.
  public init(_ sockets: any WebSocketTransport, of feed: String, tap: any StreamTap) {
    self.sockets = sockets
    self.feed = feed
    self.tap = tap
  }

  /// Connects as the transport below does; each message is heard before the observer has it.
  public func open(_ url: String, observer: any WebSocketObserver) -> any WebSocketConnection {
    sockets.open(url, observer: Observer(observer, feed, url, tap))
  }

  private final class Observer: WebSocketObserver {
    private let observer: any WebSocketObserver
    private let feed: String
    private let url: String
    private let tap: any StreamTap

    init(_ observer: any WebSocketObserver, _ feed: String, _ url: String, _ tap: any StreamTap) {
      self.observer = observer
      self.feed = feed
      self.url = url
      self.tap = tap
    }

    func opened(_ connection: any WebSocketConnection) { observer.opened(connection) }

    func received(_ message: [UInt8]) {
      tap.received(message, of: feed, from: url)
      observer.received(message)
    }

    func heartbeat() { observer.heartbeat() }
    func closed(_ closure: WebSocketClosure) { observer.closed(closure) }
  }
}

import Synchronization
import Testing

@testable import Venues

@Suite("A tap on streams")
struct StreamTapTests {
  private final class Heard: StreamTap {
    let lines = Mutex<[String]>([])
    func received(_ message: [UInt8], of feed: String, from url: String) {
      lines.withLock { $0.append("\(feed) \(url) \(String(decoding: message, as: UTF8.self))") }
    }
  }

  private final class Observer: WebSocketObserver {
    let events = Mutex<[String]>([])
    func opened(_ connection: any WebSocketConnection) { note("opened") }
    func received(_ message: [UInt8]) { note(String(decoding: message, as: UTF8.self)) }
    func heartbeat() { note("heartbeat") }
    func closed(_ closure: WebSocketClosure) { note("closed") }
    private func note(_ event: String) { events.withLock { $0.append(event) } }
  }

  private struct Silent: WebSocketConnection {
    func send(_ text: String) {}
    func ping() {}
    func close() {}
  }

  /// Tells two messages at once.
  private struct Talking: WebSocketTransport {
    func open(_ url: String, observer: any WebSocketObserver) -> any WebSocketConnection {
      let connection = Silent()
      observer.opened(connection)
      observer.received(Array("{\"a\":1}".utf8))
      observer.heartbeat()
      observer.received(Array("b".utf8))
      return connection
    }
  }

  @Test("hears every message as it came, and nothing that is sent; the stream hears the same as without it")
  func hears() {
    let (heard, observer) = (Heard(), Observer())
    let connection = TappedSockets(Talking(), of: "okx", tap: heard).open("wss://h/ws", observer: observer)
    connection.send("{\"op\":\"login\",\"sign\":\"secret\"}")
    #expect(heard.lines.withLock { $0 } == ["okx wss://h/ws {\"a\":1}", "okx wss://h/ws b"])
    #expect(observer.events.withLock { $0 } == ["opened", "{\"a\":1}", "heartbeat", "b"])
  }
}

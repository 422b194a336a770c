/// Passes what happens on one connection on to its stream, with the connection's number.
final class StreamObserver: WebSocketObserver {
  private let runner: StreamRunner
  private let id: Int

  init(_ runner: StreamRunner, _ id: Int) {
    self.runner = runner
    self.id = id
  }

  func opened(_ connection: any WebSocketConnection) { runner.opened(id, connection) }
  func received(_ message: [UInt8]) { runner.received(message, on: id) }
  func heartbeat() { runner.heartbeat(on: id) }
  func closed(_ closure: WebSocketClosure) { runner.closed(id, closure) }
}

import NIOCore
import NIOWebSocket
import Venues

/// One WebSocket connection. All it knows belongs to the network's thread; calls from others are passed on to it.
final class NetworkConnection: WebSocketConnection, Sendable {
  private enum Phase {
    case opening
    case open
    case closing
    case closed
  }

  private struct Life {
    var phase = Phase.opening
    /// Nil once it was told the end: so it is told no more, and let go.
    var observer: (any WebSocketObserver)?
    var channel: (any Channel)?
    /// What happens when the phase lasts too long.
    var alarm: Scheduled<Void>?
    /// The refusal whose body is on its way.
    var refusal: HTTPResponse?
  }

  let loop: any EventLoop
  private let life: NIOLoopBoundBox<Life>
  private let limits: NetworkLimits

  init(observer: any WebSocketObserver, limits: NetworkLimits) {
    loop = NetworkLoop.loop
    life = .makeBoxSendingValue(Life(observer: observer), eventLoop: loop)
    self.limits = limits
  }

  func send(_ text: String) {
    onLoop { self.write(.text, ByteBuffer(string: text)) }
  }

  func ping() {
    onLoop { self.write(.ping, ByteBuffer()) }
  }

  func close() {
    // Not at once even on the network's own thread: an observer that closes is not called while it is at it.
    loop.execute {
      switch self.life.value.phase {
      case .opening: self.finish(.byUs)
      case .open: self.beginFarewell()
      case .closing, .closed: break
      }
    }
  }

  private func onLoop(_ body: @escaping @Sendable () -> Void) {
    if loop.inEventLoop { body() } else { loop.execute(body) }
  }

  private func write(_ opcode: WebSocketOpcode, _ data: ByteBuffer) {
    guard life.value.phase == .open, let channel = life.value.channel else { return }
    channel.writeAndFlush(Self.frame(opcode, data), promise: nil)
  }

  /// A frame as a client sends it: masked with a fresh key (RFC 6455, section 5.3).
  private static func frame(_ opcode: WebSocketOpcode, _ data: ByteBuffer) -> WebSocketFrame {
    WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: data)
  }

  private func sendFarewell(code: UInt16?) {
    var data = ByteBuffer()
    if let code { data.writeInteger(code) }
    life.value.channel?.writeAndFlush(Self.frame(.connectionClose, data), promise: nil)
  }

  private func beginFarewell() {
    sendFarewell(code: 1000)
    life.value.phase = .closing
    life.value.alarm = loop.scheduleTask(in: TimeAmount(limits.closing)) { self.finish(.byUs) }
  }
}

/// What happens to it, told by its handlers on the network's thread.
extension NetworkConnection {
  /// Begins to open, unless it was closed meanwhile.
  func open(_ opening: Opening) {
    loop.execute {
      guard self.life.value.phase == .opening else { return }
      self.life.value.alarm = self.loop.scheduleTask(in: TimeAmount(self.limits.opening)) {
        let timeout = TransportFault(.timedOut, host: opening.address.authority)
        self.finish(self.life.value.refusal.map(WebSocketClosure.refused) ?? .fault(timeout))
      }
      opening.begin(for: self)
    }
  }

  /// Takes the channel; false when it is wanted no more.
  ///
  /// - Parameter lost: what happened when the channel is gone and no handler said why.
  func take(_ channel: any Channel, lost: TransportFault) -> Bool {
    guard life.value.phase == .opening else { return false }
    life.value.channel = channel
    channel.closeFuture.whenComplete { _ in self.broke(lost) }
    return true
  }

  /// The server agreed.
  func opened() {
    guard life.value.phase == .opening, let observer = life.value.observer else { return }
    life.value.phase = .open
    life.value.alarm?.cancel()
    life.value.alarm = nil
    observer.opened(self)
  }

  /// The server refuses, with `response` as far as it came.
  func hears(refusal response: HTTPResponse) {
    life.value.refusal = response
  }

  func received(_ message: ByteBuffer) {
    guard life.value.phase == .open, let observer = life.value.observer else { return }
    observer.received(Array(message.readableBytesView))
  }

  func receivedPing(_ data: ByteBuffer) {
    write(.pong, data)
    receivedPong()
  }

  func receivedPong() {
    guard life.value.phase == .open else { return }
    life.value.observer?.heartbeat()
  }

  /// The server says farewell, or answers ours.
  func receivedFarewell(code: Int?, reason: String) {
    guard life.value.phase == .open else { return finish(.byUs) }
    sendFarewell(code: code.flatMap(UInt16.init(exactly:)))
    // 1005: there was no code (RFC 6455, section 7.4.1).
    finish(.byVenue(code: code ?? 1005, reason: PlainText.of(reason)))
  }

  /// It broke; `farewell` is the code for the server, if it is to be told.
  func broke(_ fault: TransportFault, farewell: WebSocketErrorCode? = nil) {
    let isOpen = life.value.phase == .open
    if let farewell, isOpen { sendFarewell(code: UInt16(webSocketErrorCode: farewell)) }
    finish(life.value.phase == .closing ? .byUs : .fault(fault))
  }

  /// It ends without having begun, from any thread.
  func end(_ closure: WebSocketClosure) {
    loop.execute { self.finish(closure) }
  }

  /// Tells the end, once, and lets everything go.
  func finish(_ closure: WebSocketClosure) {
    guard let observer = life.value.observer else { return }
    let ended = life.value
    life.value = Life(phase: .closed)
    ended.alarm?.cancel()
    ended.channel?.close(promise: nil)
    observer.closed(closure)
  }
}

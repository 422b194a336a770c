import NIOCore
import NIOPosix
import Synchronization

/// A client that sends bytes as a test writes them and keeps all it is sent.
final class TestClient: Sendable {
  private final class Collector: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    let received = Mutex("")

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let text = String(buffer: Self.unwrapInboundIn(data))
      received.withLock { $0 += text }
    }
  }

  struct TimedOut: Error, CustomStringConvertible {
    let description: String
  }

  private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  private let channel: any Channel
  private let collector: Collector

  init(port: Int, reads: Bool = true) async throws {
    let collector = Collector()
    self.collector = collector
    channel = try await ClientBootstrap(group: Self.group)
      .channelOption(.autoRead, value: reads)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(collector) }
      }
      .connect(host: "127.0.0.1", port: port).get()
  }

  var received: String { collector.received.withLock { $0 } }
  var isClosed: Bool { !channel.isActive }

  func send(_ text: String) {
    channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
  }

  /// True when the server takes no more: it has closed the connection, as one finds out who does not read.
  var isWriteRefused: Bool {
    if channel.isActive { channel.writeAndFlush(ByteBuffer(string: "x"), promise: nil) }
    return !channel.isActive
  }

  func close() { channel.close(promise: nil) }

  /// Waits for something to become true of what was received; fails after ten seconds.
  @discardableResult
  func wait(for words: String, until isTrue: (TestClient) -> Bool) async throws -> String {
    let limit = ContinuousClock.now + .seconds(10)
    while !isTrue(self) {
      guard ContinuousClock.now < limit else { throw TimedOut(description: "no \(words); received: \(received)") }
      try await Task.sleep(for: .milliseconds(5))
    }
    return received
  }

  /// Sends and waits for so many answers whose bodies are as the server of these tests writes them.
  func ask(_ text: String, answers: Int = 1) async throws -> String {
    send(text)
    return try await wait(for: "\(answers) answers") { $0.count(of: "HTTP/1.1 ") >= answers && $0.isComplete }
  }

  func count(of text: String) -> Int { received.split(separator: text, omittingEmptySubsequences: false).count - 1 }

  /// True when the last answer has come with as many bytes as it announced.
  private var isComplete: Bool {
    let text = received
    guard let last = text.ranges(of: #/HTTP/1\.1 \d\d\d /#).last,
      let end = text[last.lowerBound...].firstRange(of: "\r\n\r\n"),
      let length = text[last.lowerBound..<end.lowerBound].firstMatch(of: /Content-Length: (\d+)/)
    else { return false }
    return text[end.upperBound...].utf8.count >= Int(length.1) ?? .max
  }
}

import NIOCore
import NIOHTTP1
import NIOWebSocket

/// Answers requests of HTTP as the scripts say, and writes down what was asked.
final class RequestHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let scripts: ServerScripts
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []

  init(scripts: ServerScripts) {
    self.scripts = scripts
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch Self.unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      body = []
    case .body(let part): body += part.readableBytesView
    case .end:
      guard let head else { return }
      self.head = nil
      answer(RecordedRequest(head, body: body), keepAlive: head.isKeepAlive, context: context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // A path that plays no session is one to answer.
    if error as? NIOWebSocketUpgradeError != .unsupportedWebSocketTarget { context.close(promise: nil) }
  }

  private func answer(_ request: RecordedRequest, keepAlive: Bool, context: ChannelHandlerContext) {
    let answer = scripts.answer(to: request)
    let channel = context.channel
    guard answer.delay > .zero else { return Self.write(answer.content, keepAlive: keepAlive, on: channel) }
    channel.eventLoop.scheduleTask(in: TimeAmount(answer.delay)) {
      Self.write(answer.content, keepAlive: keepAlive, on: channel)
    }
  }

  private static func write(_ content: ScriptedAnswer.Content, keepAlive: Bool, on channel: any Channel) {
    switch content {
    case .silence: break
    case .raw(let bytes):
      channel.writeBelow(HTTPResponseEncoder.self, bytes)
      channel.close(promise: nil)
    case .http(let status, let given, let body):
      var headers = HTTPHeaders(given.map { ($0.name, $0.value) })
      if !headers.contains(name: "Content-Length") { headers.add(name: "Content-Length", value: "\(body.count)") }
      if !keepAlive { headers.replaceOrAdd(name: "Connection", value: "close") }
      let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: headers)
      channel.write(HTTPServerResponsePart.head(head), promise: nil)
      channel.write(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: body))), promise: nil)
      let done = channel.writeAndFlush(HTTPServerResponsePart.end(nil))
      if !keepAlive { done.whenComplete { _ in channel.close(promise: nil) } }
    }
  }
}

import NIOCore
import NIOHTTP1
import Venues

/// Hears the answer to the request to open: only when it is a refusal, as an agreement removes this handler.
final class AnswerHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPClientResponsePart

  private let opening: Opening
  private let connection: NetworkConnection
  private var head: HTTPResponseHead?
  private var body: [UInt8] = []

  init(opening: Opening, connection: NetworkConnection) {
    self.opening = opening
    self.connection = connection
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch Self.unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      if let refusal { connection.hears(refusal: refusal) }
    case .body(let part):
      body += part.readableBytesView.prefix(opening.limits.refusalBody - body.count)
      if body.count >= opening.limits.refusalBody { finish(orElse: ChannelError.eof) }
    case .end: finish(orElse: ChannelError.eof)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    finish(orElse: error)
  }

  func channelInactive(context: ChannelHandlerContext) {
    finish(orElse: ChannelError.eof)
    context.fireChannelInactive()
  }

  private var refusal: HTTPResponse? {
    head.map { HTTPResponse(status: Int($0.status.code), headers: $0.headers.parameters, body: body) }
  }

  private func finish(orElse error: any Error) {
    if let refusal { connection.finish(.refused(refusal)) } else { connection.broke(opening.fault(error)) }
  }
}

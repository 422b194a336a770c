import NIOCore
import NIOHTTP1

/// Asks a proxy for a tunnel and leaves once it is there.
///
/// No library of ours offers it with the proxy's status, which says whether a password or a permission is missing.
final class TunnelHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundOut = HTTPClientRequestPart

  private let address: ServerAddress
  private let proxy: Proxy
  private let done: EventLoopPromise<Void>
  private var isDone = false

  init(to address: ServerAddress, through proxy: Proxy, done: EventLoopPromise<Void>) {
    self.address = address
    self.proxy = proxy
    self.done = done
  }

  /// Writes the question; to be called once the handler is in place.
  static func ask(_ address: ServerAddress, through proxy: Proxy, on channel: any Channel) {
    var headers: HTTPHeaders = ["Host": address.authority]
    if let credentials = proxy.credentials { headers.add(name: "Proxy-Authorization", value: "Basic \(credentials)") }
    let head = HTTPRequestHead(version: .http1_1, method: .CONNECT, uri: address.authority, headers: headers)
    channel.write(HTTPClientRequestPart.head(head), promise: nil)
    channel.writeAndFlush(HTTPClientRequestPart.end(nil), promise: nil)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch Self.unwrapInboundIn(data) {
    case .head(let head) where !(200..<300).contains(head.status.code):
      finish(.failure(ProxyRefusal("the proxy \(proxy) answered \(head.status.code) \(head.status.reasonPhrase)")))
    case .head, .body: break
    case .end: finish(.success(()))
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    finish(.failure(ProxyRefusal("the proxy \(proxy) answered what is not HTTP")))
  }

  func channelInactive(context: ChannelHandlerContext) {
    finish(.failure(ProxyRefusal("the proxy \(proxy) ended the connection")))
    context.fireChannelInactive()
  }

  private func finish(_ result: Result<Void, any Error>) {
    guard !isDone else { return }
    isDone = true
    done.completeWith(result)
  }
}

import NIOCore
import NIOPosix
import Synchronization

/// Reads the head of a request, connects to what it names, and passes everything on.
final class ProxyHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let refusal: String?
  private let record: ProxyRecord
  private var head = ""
  private var peer: (any Channel)?

  init(refusal: String?, record: ProxyRecord) {
    self.refusal = refusal
    self.record = record
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let buffer = Self.unwrapInboundIn(data)
    if let peer { return peer.writeAndFlush(buffer, promise: nil) }
    head += String(buffer: buffer)
    guard head.hasSuffix("\r\n\r\n") else { return }
    record.requests.withLock { $0.append(head) }
    let words = head.split(separator: " ")
    let target = words.count > 1 ? words[1].split(separator: ":") : []
    guard refusal == nil, words.first == "CONNECT", target.count == 2, let port = Int(target[1]) else {
      return refuse(context)
    }
    connect(String(target[0]), port, context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    peer?.close(promise: nil)
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func refuse(_ context: ChannelHandlerContext) {
    let answer = "HTTP/1.1 \(refusal ?? "400 Bad Request")\r\nContent-Length: 0\r\n\r\n"
    let channel = context.channel
    channel.writeAndFlush(ByteBuffer(string: answer)).whenComplete { _ in channel.close(promise: nil) }
  }

  private func connect(_ host: String, _ port: Int, _ context: ChannelHandlerContext) {
    let channel = context.channel
    let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
    ClientBootstrap(group: context.eventLoop)
      .channelInitializer { peer in
        peer.eventLoop.makeCompletedFuture { try peer.pipeline.syncOperations.addHandler(RelayHandler(to: channel)) }
      }
      .connect(host: host, port: port)
      .whenComplete { result in
        guard case .success(let peer) = result else { return channel.close(promise: nil) }
        handler.value.peer = peer
        channel.writeAndFlush(ByteBuffer(string: "HTTP/1.1 200 Connection established\r\n\r\n"), promise: nil)
      }
  }
}

/// Passes on what the server says.
final class RelayHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let client: any Channel

  init(to client: any Channel) {
    self.client = client
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    client.writeAndFlush(Self.unwrapInboundIn(data), promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    client.close(promise: nil)
    context.fireChannelInactive()
  }
}

import NIOCore

/// Tells the request handler that bytes have come, before anything is understood of them: whoever sends a request byte
/// by byte is on the clock from the first.
final class ArrivalHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  /// Bytes have come.
  struct Arrival: Sendable {}

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    context.fireUserInboundEventTriggered(Arrival())
    context.fireChannelRead(data)
  }
}

import NIOCore

/// Stands where bytes come in. It tells the request handler that some have come, before anything is understood of them:
/// whoever sends a request byte by byte is on the clock from the first. Once nothing more is answered it drops them.
final class ArrivalHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = ByteBuffer

  /// Bytes have come.
  struct Arrival: Sendable {}

  /// Nothing more is answered.
  struct Farewell: Sendable {}

  private var isDropping = false

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if isDropping { return }
    context.fireUserInboundEventTriggered(Arrival())
    context.fireChannelRead(data)
  }

  func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
    guard event is Farewell else { return context.triggerUserOutboundEvent(event, promise: promise) }
    isDropping = true
    promise?.succeed()
  }
}

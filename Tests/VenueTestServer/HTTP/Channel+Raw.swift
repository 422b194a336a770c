import NIOCore

extension Channel {
  /// Sends `bytes` as they are, past the encoder of sort `encoder`. On the channel's own thread.
  func writeBelow<Encoder: ChannelHandler>(_ encoder: Encoder.Type, _ bytes: [UInt8]) {
    guard let context = try? pipeline.syncOperations.context(handlerType: encoder) else { return }
    context.writeAndFlush(NIOAny(ByteBuffer(bytes: bytes)), promise: nil)
  }
}

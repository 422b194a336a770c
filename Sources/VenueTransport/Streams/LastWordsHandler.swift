import NIOCore

/// Holds the news that the connection ended back for one turn of the loop.
///
/// After an upgrade HTTP's decoder leaves one turn late, and when it knows of the end it drops what came with the
/// upgrade: the words a venue says before it closes at once.
final class LastWordsHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  func channelInactive(context: ChannelHandlerContext) {
    context.eventLoop.assumeIsolated().execute { context.fireChannelInactive() }
  }
}

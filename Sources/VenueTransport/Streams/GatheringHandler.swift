import NIOCore

/// Lets what a server sends gather for a moment before it is read: waking the thread for each message costs more than
/// the message, and nobody looks at prices several hundred times a second.
///
/// The instants of reading are the same for all connections of a thread, so that it wakes once for all of them. Where
/// more has come than a stream of prices sends in so short a time the rest is read at once.
final class GatheringHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = Never

  /// Bytes of one reading behind which more are taken to be waiting.
  private static let much = 32 << 10

  private let interval: Int64
  private var next = NIODeadline.uptimeNanoseconds(0)
  private var bytes = 0
  private var isWaiting = false

  /// A handler for one connection.
  ///
  /// - Parameter interval: how long messages gather; zero reads them as they come.
  init(every interval: TimeAmount) {
    self.interval = interval.nanoseconds
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    bytes += Self.unwrapInboundIn(data).readableBytes
    context.fireChannelRead(data)
  }

  func read(context: ChannelHandlerContext) {
    guard !isWaiting else { return }
    let loop = context.eventLoop
    guard interval > 0, bytes < Self.much, loop.now < next else { return pass(context) }
    isWaiting = true
    loop.assumeIsolated().scheduleTask(deadline: next) {
      self.isWaiting = false
      self.pass(context)
    }
  }

  /// Reads, and not again before the next of the instants that all connections share.
  private func pass(_ context: ChannelHandlerContext) {
    bytes = 0
    if interval > 0 {
      let place = context.eventLoop.now.uptimeNanoseconds / UInt64(interval)
      next = .uptimeNanoseconds((place + 1) * UInt64(interval))
    }
    context.read()
  }
}

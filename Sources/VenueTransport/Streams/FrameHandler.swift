import NIOCore
import NIOWebSocket
import Venues

/// Takes frames apart for the connection and answers the server's pings and farewell.
final class FrameHandler: ChannelInboundHandler {
  typealias InboundIn = WebSocketFrame
  typealias OutboundOut = WebSocketFrame

  private let opening: Opening
  private let connection: NetworkConnection

  init(opening: Opening, connection: NetworkConnection) {
    self.opening = opening
    self.connection = connection
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let frame = Self.unwrapInboundIn(data)
    if frame.rsv1 || frame.rsv2 || frame.rsv3 { return fail(FrameFault.reservedBits) }
    if frame.maskKey != nil { return fail(FrameFault.masked) }
    switch frame.opcode {
    case .text, .binary: connection.received(frame.data)
    case .ping: connection.receivedPing(frame.data)
    case .pong: connection.receivedPong()
    case .connectionClose:
      var data = frame.data
      let code = data.readInteger(as: UInt16.self).map(Int.init)
      connection.receivedFarewell(code: code, reason: String(buffer: data))
    default: fail(FrameFault.reservedOpcode)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    fail(error)
  }

  func channelInactive(context: ChannelHandlerContext) {
    fail(ChannelError.eof)
    context.fireChannelInactive()
  }

  private func fail(_ error: any Error) {
    let code: WebSocketErrorCode? =
      switch error {
      case NIOWebSocketError.invalidFrameLength, NIOWebSocketFrameAggregator.Error.accumulatedFrameSizeIsTooLarge,
        NIOWebSocketFrameAggregator.Error.tooManyFragments:
        .messageTooLarge
      case is NIOWebSocketError, is NIOWebSocketFrameAggregator.Error, is FrameFault: .protocolError
      default: nil
      }
    connection.broke(opening.fault(error), farewell: code)
  }
}

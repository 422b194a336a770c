import NIOCore
import NIOHTTP1

/// What a connection of a port is made of.
struct PortPipeline {
  let access: PortAccess
  let limits: PortLimits
  let roster: ConnectionRoster
  let pages: PortServer.Pages

  /// Puts the handlers in, on the connection's thread.
  func configure(_ channel: any Channel) throws {
    let decoder = HTTPRequestDecoder(
      leftOverBytesStrategy: .dropBytes, informationalResponseStrategy: .drop, limitConfiguration: decoderLimits)
    let requests = RequestHandler(
      gate: RequestGate(access: access, targetBytes: limits.headerBytes), limits: limits, roster: roster, pages: pages)
    let pipeline = channel.pipeline.syncOperations
    try pipeline.addHandler(ArrivalHandler())
    try pipeline.addHandler(HTTPResponseEncoder())
    try pipeline.addHandler(
      ByteToMessageHandler(decoder, maximumBufferSize: limits.headerBytes + limits.headerListBytes))
    try pipeline.addHandler(requests)
  }

  private var decoderLimits: NIOHTTPDecoderLimitConfiguration {
    var configuration = NIOHTTPDecoderLimitConfiguration()
    configuration.maxHeaderFieldSize = limits.headerBytes
    configuration.maxHeaderListSize = limits.headerListBytes
    configuration.maxHeaderFieldCount = limits.headerCount
    return configuration
  }
}

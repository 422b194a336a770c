import NIOCore
import NIOEmbedded

@testable import HTTPPort

/// A connection without a socket, closed when nobody holds it: its handlers hold each other until then.
final class EmbeddedPort {
  let channel = EmbeddedChannel()

  init(token: String? = nil) throws {
    let access = PortAccess(
      token: token.map(BearerToken.init), hosts: PortAccess.loopbackHosts(and: "127.0.0.1"))
    let limits = PortLimits()
    let pipeline = PortPipeline(
      access: access, limits: limits, roster: ConnectionRoster(limit: limits.connections), pages: TestPort.pages)
    try pipeline.configure(channel)
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
  }

  deinit {
    _ = try? channel.finish(acceptAlreadyClosed: true)
  }

  /// Hands bytes over, as they come from a client, and gives what is answered.
  func receive(_ bytes: some Sequence<UInt8>) -> String {
    _ = try? channel.writeInbound(ByteBuffer(bytes: bytes))
    var text = ""
    while let part = try? channel.readOutbound(as: ByteBuffer.self) { text += String(buffer: part) }
    return text
  }
}

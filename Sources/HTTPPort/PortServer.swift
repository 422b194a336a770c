import NIOCore
import NIOHTTP1
import NIOPosix

/// A port that answers GET and HEAD with pages it is given, and does nothing else.
///
/// It knows no hedge: whoever opens it says which pages there are. All connections live on one thread of its own, on
/// which pages are asked for too, so that nobody who asks can slow what the pages are made of. The thread starts with
/// the port and ends with it.
public final class PortServer: Sendable {
  /// The page at a path, asked for on the port's thread; nil when there is none.
  public typealias Pages = @Sendable (_ path: String) -> PortAnswer?

  /// Where it listens; the port is the one taken where a free one was asked for.
  public let address: PortAddress

  private let group: MultiThreadedEventLoopGroup
  private let listener: any Channel
  private let roster: NIOLoopBound<ConnectionRoster>

  /// Opens a port.
  ///
  /// - Parameters:
  ///   - address: where.
  ///   - access: who may ask.
  ///   - limits: how much a client may take.
  ///   - pages: what there is.
  /// - Throws: ``PortError`` when it cannot listen there.
  public static func open(
    at address: PortAddress, access: PortAccess, limits: PortLimits = PortLimits(), pages: @escaping Pages
  ) async throws -> PortServer {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let loop = group.next()
    let roster = try await loop.submit {
      NIOLoopBound(ConnectionRoster(limit: limits.connections), eventLoop: loop)
    }.get()
    do {
      let listener = try await bootstrap(group, limits) { channel in
        try PortPipeline(access: access, limits: limits, roster: roster.value, pages: pages).configure(channel)
      }
      .bind(to: SocketAddress(ipAddress: address.host, port: address.port)).get()
      return PortServer(group, listener, roster, host: address.host)
    } catch {
      try? await group.shutdownGracefully()
      throw PortError(error, at: address)
    }
  }

  private init(
    _ group: MultiThreadedEventLoopGroup, _ listener: any Channel, _ roster: NIOLoopBound<ConnectionRoster>,
    host: String
  ) {
    self.group = group
    self.listener = listener
    self.roster = roster
    address = PortAddress(host: host, port: listener.localAddress?.port ?? 0)
  }

  /// Closes it with all its connections, and ends its thread.
  public func close() async {
    try? await listener.close().get()
    try? await listener.eventLoop.submit { [roster] in roster.value.closeAll() }.get()
    try? await group.shutdownGracefully()
  }

  private static func bootstrap(
    _ group: MultiThreadedEventLoopGroup, _ limits: PortLimits,
    _ configure: @escaping @Sendable (any Channel) throws -> Void
  ) -> ServerBootstrap {
    ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 128)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.autoRead, value: false)
      .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 4096))
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelInitializer { channel in channel.eventLoop.makeCompletedFuture { try configure(channel) } }
  }
}

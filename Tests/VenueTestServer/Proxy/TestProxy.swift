import NIOCore
import NIOPosix
import Synchronization

/// A proxy on this machine that makes tunnels, or refuses to.
public final class TestProxy: Sendable {
  private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  /// The port it listens on, on 127.0.0.1.
  public let port: Int
  private let listener: any Channel
  private let record: ProxyRecord

  /// Starts to listen.
  ///
  /// - Parameter refusal: the status line with which every tunnel is refused, such as `407 Proxy Authentication
  ///   Required`; nil to make them.
  public init(refusal: String? = nil) async throws {
    let record = ProxyRecord()
    listener = try await ServerBootstrap(group: Self.group)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(ProxyHandler(refusal: refusal, record: record))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = listener.localAddress?.port ?? 0
    self.record = record
  }

  /// The heads of the requests it got, whole.
  public var requests: [String] { record.requests.withLock { $0 } }

  /// Stops to listen.
  public func stop() async {
    try? await listener.close()
  }
}

/// What a proxy was asked.
final class ProxyRecord: Sendable {
  let requests = Mutex<[String]>([])
}

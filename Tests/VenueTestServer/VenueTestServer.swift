import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket
import Synchronization

/// A server on this machine that plays a venue: answers of HTTP and WebSocket sessions by path, as they are scripted.
///
/// It writes down what its clients do. Paths without a script answer 404.
public final class VenueTestServer: Sendable {
  private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  /// The port it listens on, on 127.0.0.1.
  public let port: Int
  private let isSecure: Bool
  private let scripts: ServerScripts
  private let listener: any Channel
  private let connections: ConnectionList

  /// Starts to listen.
  ///
  /// - Parameters:
  ///   - certificate: what it shows of itself; nil for a server without TLS.
  ///   - isOutdated: whether it speaks no TLS newer than 1.1.
  public init(_ certificate: TestCertificate? = nil, isOutdated: Bool = false) async throws {
    let scripts = ServerScripts()
    let connections = ConnectionList()
    let context = try certificate.map { certificate in
      var configuration = try certificate.configuration()
      if isOutdated { configuration.maximumTLSVersion = .tlsv11 }
      return try NIOSSLContext(configuration: configuration)
    }
    listener = try await ServerBootstrap(group: Self.group)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        connections.add(channel)
        return channel.eventLoop.makeCompletedFuture {
          try ServerPipeline(scripts: scripts, connections: connections, context: context).configure(channel)
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = listener.localAddress?.port ?? 0
    isSecure = certificate != nil
    self.scripts = scripts
    self.connections = connections
  }

  /// The address of `path` for requests: `https://localhost:40123/fapi/v1/time`.
  public func url(_ path: String) -> String { "\(isSecure ? "https" : "http")://\(host):\(port)\(path)" }

  /// The address of `path` for WebSocket connections.
  public func streamURL(_ path: String) -> String { "\(isSecure ? "wss" : "ws")://\(host):\(port)\(path)" }

  private var host: String { isSecure ? "localhost" : "127.0.0.1" }

  /// Answers requests for `path`, with or without parameters, with these one after the other; the last stays.
  public func answer(_ path: String, _ answers: ScriptedAnswer...) {
    let left = Mutex(answers[...])
    scripts.set(path) { _ in
      left.withLock { left in left.count > 1 ? left.removeFirst() : left.first ?? ScriptedAnswer(404) }
    }
  }

  /// Answers requests for `path` by what they ask.
  public func answer(_ path: String, by answering: @escaping @Sendable (RecordedRequest) -> ScriptedAnswer) {
    scripts.set(path, answer: answering)
  }

  /// Accepts WebSocket connections at `path` and plays these scripts, one a connection; the last stays. None refuses
  /// connections, by the answer scripted for the path.
  public func play(_ path: String, _ sessions: [SessionStep]...) {
    scripts.set(path, sessions: sessions)
  }

  /// Goes on with `steps` on every connection open at `path`, after what is still to be played.
  public func perform(_ steps: [SessionStep], at path: String) {
    connections.perform(steps, at: path)
  }

  /// Ends all connections without a farewell, and goes on listening.
  public func dropConnections() {
    connections.closeAll()
  }

  /// Requests that came, in order, those for WebSocket connections too.
  public var requests: [RecordedRequest] { scripts.requests }

  /// WebSocket connections that came, in order.
  public var sessions: [SessionRecord] { scripts.records }

  /// The names clients asked for in TLS, a connection each; those that asked for none are left out.
  public var serverNames: [String] { scripts.serverNames }

  /// Connections that are open.
  public var connectionCount: Int { connections.count }

  /// Ends everything.
  public func stop() async {
    try? await listener.close()
    connections.closeAll()
    scripts.forget()
  }
}

import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket
import Venues

/// The way to an open WebSocket connection: connect, tunnel through a proxy, TLS, upgrade. On the network's thread.
struct Opening: Sendable {
  let address: ServerAddress
  let proxy: Proxy?
  let trust: TrustSettings
  let userAgent: String
  let limits: NetworkLimits

  func begin(for connection: NetworkConnection) {
    ClientBootstrap(group: connection.loop)
      .connectTimeout(TimeAmount(limits.connecting))
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelOption(
        .recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 1 << 10, initial: 16 << 10, maximum: 64 << 10)
      )
      .connect(host: proxy?.host ?? address.host, port: proxy?.port ?? address.port)
      .whenComplete { result in
        switch result {
        case .failure(let error): connection.finish(.fault(fault(error)))
        case .success(let channel) where connection.take(channel, lost: fault(ChannelError.eof)):
          step(for: connection) {
            if let proxy {
              try tunnel(channel, through: proxy, for: connection)
            } else {
              try secure(channel, for: connection)
            }
          }
        case .success(let channel): channel.close(promise: nil)
        }
      }
  }

  func fault(_ error: any Error) -> TransportFault {
    TransportFault(error, host: address.authority, proxy: proxy)
  }

  private func step(for connection: NetworkConnection, _ body: () throws -> Void) {
    do { try body() } catch { connection.finish(.fault(fault(error))) }
  }

  private func tunnel(_ channel: any Channel, through proxy: Proxy, for connection: NetworkConnection) throws {
    let done = channel.eventLoop.makePromise(of: Void.self)
    let encoder = HTTPRequestEncoder()
    let decoder = ByteToMessageHandler(HTTPResponseDecoder(leftOverBytesStrategy: .forwardBytes))
    let handler = TunnelHandler(to: address, through: proxy, done: done)
    let pipeline = channel.pipeline.syncOperations
    try pipeline.addHandlers([encoder, decoder, handler])
    TunnelHandler.ask(address, through: proxy, on: channel)
    // The decoder leaves a turn later. Nothing comes meanwhile: in a tunnel we speak first.
    let cleared = done.futureResult.assumeIsolated().flatMap {
      let leaving = ([handler, decoder, encoder] as [any RemovableChannelHandler]).map { pipeline.removeHandler($0) }
      return EventLoopFuture.andAllSucceed(leaving, on: channel.eventLoop)
    }
    cleared.whenComplete { result in
      step(for: connection) {
        try result.get()
        try secure(channel, for: connection)
      }
    }
  }

  private func secure(_ channel: any Channel, for connection: NetworkConnection) throws {
    if address.isSecure {
      let name = address.isNumeric ? nil : address.host
      let handler = try NIOSSLClientHandler(context: trust.context(), serverHostname: name)
      try channel.pipeline.syncOperations.addHandler(handler)
    }
    try upgrade(channel, for: connection)
  }

  private func upgrade(_ channel: any Channel, for connection: NetworkConnection) throws {
    let answer = AnswerHandler(opening: self, connection: connection)
    let encoder = HTTPRequestEncoder()
    let decoder = ByteToMessageHandler(HTTPResponseDecoder(leftOverBytesStrategy: .forwardBytes))
    let upgrader = NIOWebSocketClientUpgrader(maxFrameSize: limits.message, automaticErrorHandling: false) {
      channel, _ in
      channel.eventLoop.makeCompletedFuture { try speak(on: channel, for: connection) }
    }
    let handler = NIOHTTPClientUpgradeHandler(
      upgraders: [upgrader], httpHandlers: [encoder, decoder, answer], upgradeCompletionHandler: { _ in })
    try channel.pipeline.syncOperations.addHandlers([LastWordsHandler(), encoder, decoder, handler, answer])
    let headers: HTTPHeaders = ["Host": address.hostHeader, "User-Agent": userAgent]
    let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: address.target, headers: headers)
    channel.write(HTTPClientRequestPart.head(head), promise: nil)
    channel.writeAndFlush(HTTPClientRequestPart.end(nil), promise: nil)
  }

  private func speak(on channel: any Channel, for connection: NetworkConnection) throws {
    let pipeline = channel.pipeline.syncOperations
    try pipeline.addHandler(GatheringHandler(every: TimeAmount(limits.gathering)), position: .first)
    try pipeline.addHandlers([
      NIOWebSocketFrameAggregator(
        minNonFinalFragmentSize: 0, maxAccumulatedFrameCount: limits.fragments,
        maxAccumulatedFrameSize: limits.message),
      FrameHandler(opening: self, connection: connection),
    ])
    connection.opened()
  }
}

import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import Venues

extension NetworkTransport: HTTPTransport {
  /// Sends a request over a connection that is there or a new one, and gives the whole response, unpacked.
  ///
  /// - Throws: ``TransportFault``, also for a response that is larger than ``NetworkLimits/responseBody``, and when the
  ///   task is cancelled.
  public func send(_ request: HTTPRequest, timeout: Duration) async throws(TransportFault) -> HTTPResponse {
    guard let address = ServerAddress(request.url) else {
      throw TransportFault(.broken, host: "", detail: PlainText.of("not an address: \(request)"))
    }
    let proxy = try usableProxy(to: address)
    do {
      let response = try await exchange(request, through: proxy, timeout: timeout)
      return HTTPResponse(response)
    } catch {
      throw TransportFault(error, host: address.authority, proxy: proxy)
    }
  }

  /// The proxy that leads to `address`; nil for none.
  func usableProxy(to address: ServerAddress) throws(TransportFault) -> Proxy? {
    switch proxies.route(to: address) {
    case .direct: nil
    case .proxy(let proxy): proxy
    case .unusable(let reason): throw TransportFault(.proxyRefused, host: address.authority, detail: reason)
    }
  }

  private func exchange(
    _ request: HTTPRequest, through proxy: Proxy?, timeout: Duration
  ) async throws -> HTTPClient.Response {
    var headers = HTTPHeaders([("User-Agent", userAgent), ("Accept", "application/json")])
    for header in request.headers { headers.replaceOrAdd(name: header.name, value: header.value) }
    let outgoing = try HTTPClient.Request(
      url: request.url, method: HTTPMethod(rawValue: request.method.rawValue), headers: headers,
      body: request.body.map { .string($0) })
    return try await execute(outgoing, through: proxy, timeout: timeout)
  }

  /// Sends a request of the library and gives the whole response.
  func execute(
    _ outgoing: HTTPClient.Request, through proxy: Proxy?, timeout: Duration
  ) async throws -> HTTPClient.Response {
    // With this accumulator the deadline holds for the whole body, not only for its beginning.
    let accumulator = ResponseAccumulator(request: outgoing, maxBodySize: limits.responseBody)
    let task = client(through: proxy).execute(
      request: outgoing, delegate: accumulator, deadline: .now() + TimeAmount(timeout))
    return try await withTaskCancellationHandler {
      try await task.futureResult.get()
    } onCancel: {
      task.cancel()
    }
  }

  /// How requests are sent: over few connections that do not stay long, and as they are: a redirect is an answer, a
  /// connection that fails is tried anew by whoever counts the tries.
  func configuration(through proxy: Proxy?) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: trust.configuration, redirectConfiguration: .disallow,
      timeout: .init(connect: TimeAmount(limits.connecting), read: TimeAmount(limits.reading)),
      decompression: .enabled(limit: .size(limits.responseBody)))
    configuration.httpVersion = .http1Only
    configuration.connectionPool.idleTimeout = TimeAmount(limits.idling)
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = limits.connectionsPerHost
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.proxy = proxy.map { proxy in
      .server(
        host: proxy.host, port: proxy.port, authorization: proxy.credentials.map { .basic(credentials: $0) })
    }
    return configuration
  }
}

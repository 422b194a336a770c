import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL
import NIOWebSocket
import Venues

extension TransportFault {
  /// What an error of the libraries below means.
  ///
  /// - Parameters:
  ///   - host: the server that was meant.
  ///   - proxy: the proxy in between; nil for none.
  init(_ error: any Error, host: String, proxy: Proxy? = nil) {
    let (kind, detail) = Self.meaning(of: error)
    let isOfProxy = proxy.map { proxy in
      (error as? NIOConnectionError).map { $0.host == proxy.host && $0.port == proxy.port } ?? false
    }
    if isOfProxy == true, let proxy {
      let words = kind == .nameNotFound ? "its name is not found" : detail.isEmpty ? "no answer" : detail
      self.init(.proxyRefused, host: host, detail: PlainText.of("the proxy \(proxy): \(words)"))
    } else {
      self.init(kind, host: host, detail: PlainText.of(detail))
    }
  }

  private static func meaning(of error: any Error) -> (Kind, detail: String) {
    switch error {
    case let error as TransportFault: (error.kind, error.detail)
    case let error as NIOConnectionError: meaning(ofFailed: error)
    case let error as IOError: meaning(of: error)
    case let error as ChannelError: meaning(of: error)
    case let error as HTTPClientError: meaning(of: error)
    case let error as ProxyRefusal: (.proxyRefused, error.description)
    case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: meaning(ofSecurity: error)
    case is ResponseAccumulator.ResponseTooBigError, NIOHTTPDecompression.DecompressionError.limit:
      (.broken, "the response is too large")
    case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
      (.broken, "the response cannot be unpacked")
    case is HTTPParserError: (.broken, "the answer is not HTTP")
    case is NIOHTTPClientUpgradeError: (.broken, "the answer does not open a WebSocket")
    case NIOWebSocketError.invalidFrameLength: (.broken, "a message is too large")
    case is NIOWebSocketError, is NIOWebSocketFrameAggregator.Error: (.broken, "what came is not WebSocket")
    case let error as FrameFault: (.broken, error.description)
    case is CancellationError: (.broken, "it was given up")
    default: (.broken, String(describing: error))
    }
  }

  private static func meaning(ofFailed error: NIOConnectionError) -> (Kind, detail: String) {
    guard let failure = error.connectionErrors.first else {
      return error.dnsAError ?? error.dnsAAAAError != nil ? (.nameNotFound, "") : (.unreachable, "")
    }
    return meaning(of: failure.error)
  }

  private static func meaning(of error: IOError) -> (Kind, detail: String) {
    let words = error.reasonWords
    return switch error.errnoCode {
    case ETIMEDOUT: (.timedOut, "")
    case ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL, EACCES, EPERM: (.unreachable, words)
    default: (.broken, words)
    }
  }

  private static func meaning(of error: ChannelError) -> (Kind, detail: String) {
    switch error {
    case .connectTimeout: (.timedOut, "")
    case .eof, .ioOnClosedChannel, .alreadyClosed, .inputClosed, .outputClosed: (.broken, "it ended")
    default: (.broken, String(describing: error))
    }
  }

  private static func meaning(of error: HTTPClientError) -> (Kind, detail: String) {
    switch error {
    case .connectTimeout, .readTimeout, .writeTimeout, .deadlineExceeded, .tlsHandshakeTimeout,
      .getConnectionFromPoolTimeout:
      (.timedOut, "")
    case .proxyAuthenticationRequired: (.proxyRefused, "it asks for a name and a password")
    case .invalidProxyResponse, .httpProxyHandshakeTimeout, .socksHandshakeTimeout:
      (.proxyRefused, error.shortDescription)
    case .remoteConnectionClosed: (.broken, "it ended")
    case .cancelled: (.broken, "it was given up")
    default: (.broken, error.shortDescription)
    }
  }

  private static func meaning(ofSecurity error: any Error) -> (Kind, detail: String) {
    if let error = error as? NIOSSLExtraError {
      let isOfHost = error == .failedToValidateHostname || error == .serverHostnameImpossibleToMatch
      return isOfHost ? (.untrusted, "it is of another host") : (.broken, "TLS: \(error)")
    }
    if case NIOSSLError.uncleanShutdown = error { return (.broken, "it ended without a farewell") }
    let words = String(describing: error)
    if case NIOSSLError.noCertificateToValidate = error { return (.untrusted, "there is none") }
    if case NIOSSLError.unableToValidateCertificate = error { return (.untrusted, "") }
    if words.contains("CERTIFICATE_VERIFY_FAILED") { return (.untrusted, "") }
    return (.broken, "TLS: \(reason(in: words))")
  }

  /// The reason alone, `WRONG_VERSION_NUMBER`, of what comes with numbers and the library's source files.
  private static func reason(in words: String) -> Substring {
    let mark = "OPENSSL_internal:"
    guard let start = words.firstRange(of: mark)?.upperBound else { return words.prefix { $0 != "/" } }
    return words[start...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
  }
}

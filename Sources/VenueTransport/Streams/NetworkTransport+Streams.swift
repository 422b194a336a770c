import NIOCore
import Venues

extension NetworkTransport: WebSocketTransport {
  public func open(_ url: String, observer: any WebSocketObserver) -> any WebSocketConnection {
    let connection = NetworkConnection(observer: observer, limits: limits)
    do {
      guard let address = ServerAddress(url) else {
        throw TransportFault(.broken, host: "", detail: PlainText.of("not an address: \(url.prefix { $0 != "?" })"))
      }
      let proxy = try usableProxy(to: address)
      connection.open(Opening(address: address, proxy: proxy, trust: trust, userAgent: userAgent, limits: limits))
    } catch {
      connection.end(.fault(TransportFault(error, host: "")))
    }
    return connection
  }
}

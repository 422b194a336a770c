/// Opens WebSocket connections. The one that does so over the network is `NetworkTransport` in `VenueTransport`; tests
/// have their own.
public protocol WebSocketTransport: Sendable {
  /// Begins to connect to `url` (`wss://…`); everything that happens is told to `observer`, in order, one call at a
  /// time, until ``WebSocketObserver/closed(_:)``, which always comes last and exactly once.
  func open(_ url: String, observer: any WebSocketObserver) -> any WebSocketConnection
}

/// A connection being made or open. What is sent before it is open is not delivered.
public protocol WebSocketConnection: Sendable {
  /// Sends a text message.
  func send(_ text: String)

  /// Sends a ping frame; the pong is told as something heard.
  func ping()

  /// Ends the connection, politely when it is open.
  func close()
}

/// Is told what happens on a connection, on the connection's own thread.
public protocol WebSocketObserver: AnyObject, Sendable {
  /// The connection is open: messages may be sent.
  func opened(_ connection: any WebSocketConnection)

  /// A whole text or binary message came.
  func received(_ message: [UInt8])

  /// A ping or pong came; pings are answered below.
  func heartbeat()

  /// The connection is gone, or could not be made.
  func closed(_ closure: WebSocketClosure)
}

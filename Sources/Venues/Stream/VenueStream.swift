import HedgeModel

/// What is said and heard on one WebSocket connection of a venue: what to subscribe to, how to stay connected, and
/// what each message means. A value without a socket or a clock: it is told what came and when.
///
/// The connection makes a new one each time it is opened, so what it remembers (snapshots that deltas belong to,
/// sequence numbers) begins anew.
public protocol VenueStream: Sendable {
  /// Where it connects to: `wss://fstream.binance.com/public/stream`.
  var url: String { get }

  /// What is subscribed to. Each is expected to be heard of within its own limit; see ``StreamChannel/silenceLimit``.
  var channels: [StreamChannel] { get }

  /// What keeps the venue from closing a quiet connection; nil when WebSocket pings of the venue do.
  var keepAlive: KeepAlive? { get }

  /// Messages to send once open, in order; ``StreamPace`` says how fast they may go out.
  mutating func greeting(at now: Timestamp) -> [String]

  /// Messages that subscribe anew to the channels at these places of ``channels``.
  mutating func resubscription(of places: [Int], at now: Timestamp) -> [String]

  /// Takes a message apart.
  ///
  /// - Parameters:
  ///   - message: the bytes of one whole message.
  ///   - now: when it came, in the venue's time.
  ///   - output: what it means is added to it.
  /// - Throws: ``DecodingFault`` when it is not what the venue documents.
  mutating func receive(_ message: [UInt8], at now: Timestamp, into output: inout StreamOutput) throws(DecodingFault)

  /// Takes the time between fundings of an instrument as it is known by now: from an answer, or from the connection
  /// before. It may be none of the stream's own instruments.
  mutating func learn(fundingInterval: Duration, of instrument: InstrumentID)
}

extension VenueStream {
  /// Nothing is remembered: for venues whose messages tell the interval themselves, or that have only one.
  public mutating func learn(fundingInterval: Duration, of instrument: InstrumentID) {}
}

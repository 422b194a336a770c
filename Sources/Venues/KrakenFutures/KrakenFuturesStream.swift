import HedgeModel
import MarketData

/// Tickers of all instruments on one connection.
struct KrakenFuturesStream: VenueStream {
  /// Products that are subscribed to with one message.
  private static let chunk = 50
  /// A ticker bears mark and index, which never stand still for so long.
  private static let silenceLimit = Duration.seconds(30)

  let url: String
  let channels: [StreamChannel]
  /// The venue closes a connection on which it is not pinged for 60 seconds.
  let keepAlive: KeepAlive? = KeepAlive(.ping, every: .seconds(25))
  private let instruments: [Instrument]
  private let places: [String: Int]
  private var times: [Int64]

  init(url: String, instruments: [Instrument]) {
    self.url = url
    self.instruments = instruments
    times = instruments.map { _ in Int64.min }
    places = Dictionary(
      instruments.enumerated().map { ($1.id.symbol, $0) }, uniquingKeysWith: { first, _ in first })
    channels = instruments.map {
      StreamChannel("ticker:\($0.id.symbol)", of: $0.id, silenceLimit: Self.silenceLimit)
    }
  }

  func greeting(at now: Timestamp) -> [String] { messages("subscribe", Array(channels.indices)) }

  func resubscription(of places: [Int], at now: Timestamp) -> [String] {
    messages("unsubscribe", places) + messages("subscribe", places)
  }

  private func messages(_ event: String, _ places: [Int]) -> [String] {
    stride(from: 0, to: places.count, by: Self.chunk).map { start in
      let part = places[start..<min(start + Self.chunk, places.count)]
      let names = JSONQuoting.list(part.map { instruments[$0].id.symbol })
      return #"{"event":"\#(event)","feed":"ticker","product_ids":\#(names)}"#
    }
  }

  mutating func receive(
    _ message: [UInt8], at now: Timestamp, into output: inout StreamOutput
  ) throws(DecodingFault) {
    let root = try JSONText(message).root
    if let feed = root["feed"], root["event"] == nil {
      if feed.equals("ticker") { try ticker(root, at: now, into: &output) }
    } else if let event = root["event"] {
      if event.equals("error") || event.equals("alert") {
        output.complaints.append(String((root.string("message") ?? "an error").prefix(160)))
      }
    } else {
      throw root.fault("a feed or an event")
    }
  }

  private mutating func ticker(
    _ root: JSONValue, at now: Timestamp, into output: inout StreamOutput
  ) throws(DecodingFault) {
    guard let place = places[try root.needString("product_id")] else { return }
    output.heard.append(place)
    let time = try root.milliseconds("time") ?? now
    guard time.milliseconds >= times[place] else { return }
    let quote = Quote(last: try root.double("last"), bid: try root.double("bid"), ask: try root.double("ask"))
    let mark = try root.double("markPrice")
    let index = try root.double("index")
    let rate = try root.double("relative_funding_rate")
    let next = try root.milliseconds("next_funding_rate_time")
    times[place] = time.milliseconds
    let instrument = instruments[place]
    if let quote { output.add(.quote(quote), of: instrument.id, at: time) }
    if let mark, mark > 0 { output.add(.mark(mark), of: instrument.id, at: time) }
    if let index, index > 0 { output.add(.index(index), of: instrument.id, at: time) }
    guard instrument.paysFunding, let rate, let funding = KrakenFuturesMarket.funding(rate: rate, nextStamp: next)
    else { return }
    output.add(.funding(funding), of: instrument.id, at: time)
  }
}

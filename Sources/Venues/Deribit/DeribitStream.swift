import HedgeModel
import MarketData

/// Tickers every two seconds on one connection, kept open by answering the venue's own heartbeats.
struct DeribitStream: VenueStream {
  /// Channels that are subscribed to with one message.
  private static let chunk = 100
  /// A ticker bears the index, which never stands still for so long.
  private static let silenceLimit = Duration.seconds(30)
  private static let heartbeat =
    #"{"jsonrpc":"2.0","id":1,"method":"public/set_heartbeat","params":{"interval":30}}"#
  private static let answer = #"{"jsonrpc":"2.0","id":2,"method":"public/test","params":{}}"#
  /// The id of the first message that subscribes; the others follow.
  private static let firstID = 100

  let url: String
  let channels: [StreamChannel]
  /// The venue asks for signs of life itself.
  let keepAlive: KeepAlive? = nil
  private let instruments: [Instrument]
  private let places: [String: Int]
  private var times: [Int64]
  /// What was subscribed to by each message, by its id.
  private var asked: [Int64: [Int]] = [:]

  init(url: String, instruments: [Instrument]) {
    self.url = url
    self.instruments = instruments
    times = instruments.map { _ in Int64.min }
    places = Dictionary(
      instruments.enumerated().map { ($1.id.symbol, $0) }, uniquingKeysWith: { first, _ in first })
    channels = instruments.map {
      StreamChannel("ticker.\($0.id.symbol).agg2", of: $0.id, silenceLimit: Self.silenceLimit)
    }
  }

  mutating func greeting(at now: Timestamp) -> [String] {
    asked = [:]
    return [Self.heartbeat] + subscriptions(to: Array(channels.indices))
  }

  mutating func resubscription(of places: [Int], at now: Timestamp) -> [String] {
    let names = JSONQuoting.list(places.map { channels[$0].name })
    let end = #"{"jsonrpc":"2.0","id":3,"method":"public/unsubscribe","params":{"channels":\#(names)}}"#
    return [end] + subscriptions(to: places)
  }

  private mutating func subscriptions(to places: [Int]) -> [String] {
    stride(from: 0, to: places.count, by: Self.chunk).map { start in
      let part = Array(places[start..<min(start + Self.chunk, places.count)])
      let id = Int64(Self.firstID + asked.count)
      asked[id] = part
      let names = JSONQuoting.list(part.map { channels[$0].name })
      return #"{"jsonrpc":"2.0","id":\#(id),"method":"public/subscribe","params":{"channels":\#(names)}}"#
    }
  }

  mutating func receive(
    _ message: [UInt8], at now: Timestamp, into output: inout StreamOutput
  ) throws(DecodingFault) {
    let root = try JSONText(message).root
    if let method = root["method"] {
      if method.equals("subscription") {
        try ticker(root.need("params"), into: &output)
      } else if method.equals("heartbeat"), root["params"]?["type"]?.equals("test_request") == true {
        output.replies.append(Self.answer)
      }
    } else if let error = root["error"] {
      try refused(error, into: &output)
    } else if let id = try root.integer("id"), let places = asked[id] {
      subscribed(root["result"], places, into: &output)
    } else if !root.isObject {
      throw root.fault("a message of JSON-RPC")
    }
  }

  private mutating func ticker(_ params: JSONValue, into output: inout StreamOutput) throws(DecodingFault) {
    let data = try params.need("data")
    guard data.isObject, let name = data.string("instrument_name"), let place = places[name] else { return }
    output.heard.append(place)
    let ticker = try DeribitTicker(data, isPerpetual: instruments[place].paysFunding)
    guard ticker.at.milliseconds >= times[place] else { return }
    times[place] = ticker.at.milliseconds
    ticker.add(to: &output, of: instruments[place].id)
  }

  /// After too many requests the venue ends the session.
  private func refused(_ error: JSONValue, into output: inout StreamOutput) throws(DecodingFault) {
    let words = DeribitMarket.words(of: error)
    output.complaints.append(words)
    if try error.integer("code") == 10028 { output.reconnectReason = "the venue ends the session: \(words)" }
  }

  /// The answer names what is subscribed to; what the venue does not know is silently left out of it.
  private func subscribed(_ result: JSONValue?, _ places: [Int], into output: inout StreamOutput) {
    let names = Set(result?.elements.map(\.string) ?? [])
    for place in places where !names.contains(channels[place].name) {
      output.complaints.append("\(channels[place].name) is not subscribed to")
    }
  }
}

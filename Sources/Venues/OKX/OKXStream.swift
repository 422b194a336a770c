import HedgeModel
import MarketData

/// One public connection: tickers of everything, marks and funding of futures, and each index once.
struct OKXStream: VenueStream {
  let url: String
  let channels: [StreamChannel]
  let keepAlive: KeepAlive? = KeepAlive(.message("ping"), every: .seconds(20))
  private let subscriptions: [OKXSubscription]
  private let places: [OKXChannel: [String: Int]]
  private var memory: OKXStreamMemory

  /// Subscriptions in one message: far from its 64 KB, and few enough messages for the 480 an hour.
  private static let batch = 100

  init(url: String, instruments: [Instrument]) {
    self.url = url
    let subscriptions = OKXSubscription.all(for: instruments)
    channels = subscriptions.map {
      StreamChannel(
        "\($0.channel.rawValue):\($0.name)", of: $0.channel == .index ? nil : $0.instruments[0].id,
        silenceLimit: $0.channel.silenceLimit)
    }
    var places: [OKXChannel: [String: Int]] = [:]
    for (place, subscription) in subscriptions.enumerated() {
      places[subscription.channel, default: [:]][subscription.name] = place
    }
    self.places = places
    self.subscriptions = subscriptions
    memory = OKXStreamMemory(subscriptions)
  }

  mutating func greeting(at now: Timestamp) -> [String] { messages("subscribe", Array(subscriptions.indices)) }

  mutating func resubscription(of places: [Int], at now: Timestamp) -> [String] {
    messages("unsubscribe", places) + messages("subscribe", places)
  }

  private func messages(_ operation: String, _ places: [Int]) -> [String] {
    stride(from: 0, to: places.count, by: Self.batch).map { start in
      let arguments = places[start..<min(start + Self.batch, places.count)].map { subscriptions[$0].argument }
      return #"{"op":"\#(operation)","args":[\#(arguments.joined(separator: ","))]}"#
    }
  }

  mutating func receive(
    _ message: [UInt8], at now: Timestamp, into output: inout StreamOutput
  ) throws(DecodingFault) {
    if message.elementsEqual("pong".utf8) { return }
    let root = try JSONText(message).root
    guard let data = root["data"] else { return try take(event: root, into: &output) }
    let argument = try root.need("arg")
    guard let channel = OKXChannel(try argument.need("channel")),
      let place = places[channel]?[try argument.needString("instId")]
    else { return }
    for row in data.elements { try take(row, place, now, into: &output) }
  }

  private mutating func take(
    _ row: JSONValue, _ place: Int, _ now: Timestamp, into output: inout StreamOutput
  ) throws(DecodingFault) {
    let time = try row.milliseconds("ts") ?? now
    guard memory.isNews(place, at: time) else { return }
    let instruments = subscriptions[place].instruments
    switch subscriptions[place].channel {
    case .tickers:
      guard let quote = try OKXTicker(row).quote else { break }
      output.add(.quote(quote), of: instruments[0].id, at: time)
    case .mark:
      guard let price = try row.positiveDouble("markPx") else { break }
      output.add(.mark(price), of: instruments[0].id, at: time)
      memory.renew(beside: place, at: time, into: &output)
    case .index:
      memory.keep(try row.positiveDouble("idxPx").map { .index($0) }, place, at: time, into: &output)
    case .funding:
      let rate = try OKXFunding(row).rate(of: instruments[0].kind)
      memory.keep(rate.map { .funding($0) }, place, at: time, into: &output)
    }
    memory.heard(place, at: time)
    output.heard.append(place)
  }

  /// Answers to subscriptions, errors, and the notice that comes before the venue closes the connection.
  private func take(event root: JSONValue, into output: inout StreamOutput) throws(DecodingFault) {
    let event = try root.need("event")
    let words = String((root.string("msg") ?? "no words").prefix(200))
    if event.equals("error") {
      output.complaints.append("\(String((root.string("code") ?? "error").prefix(20))): \(words)")
    } else if event.equals("notice") {
      output.reconnectReason = words
    }
  }
}

import HedgeModel

/// Tickers of futures: a snapshot, then only what changes.
struct BybitTickerStream: VenueStream {
  let url: String
  let channels: [StreamChannel]
  let keepAlive: KeepAlive? = BybitMessages.keepAlive
  private let places: [String: Int]
  private var memories: [Memory]

  /// A value that did not change is said again after this long, as it is known to hold.
  private static let renewal: Int64 = 1000

  private struct Memory: Sendable {
    let instrument: InstrumentID
    let kind: Instrument.Kind
    var ticker: BybitTicker?
    var sequence: BybitSequence?
    var renewed: Int64 = .min
    var isReported = false
  }

  init(url: String, instruments: [Instrument]) {
    self.url = url
    channels = instruments.map {
      StreamChannel("tickers.\($0.id.symbol)", of: $0.id, silenceLimit: .seconds(15))
    }
    places = Dictionary(
      instruments.enumerated().map { ($0.element.id.symbol, $0.offset) }, uniquingKeysWith: { first, _ in first })
    memories = instruments.map { Memory(instrument: $0.id, kind: $0.kind) }
  }

  mutating func greeting(at now: Timestamp) -> [String] {
    BybitMessages.subscriptions(to: channels.indices, of: channels)
  }

  mutating func resubscription(of places: [Int], at now: Timestamp) -> [String] {
    for place in places {
      memories[place].ticker = nil
      memories[place].isReported = false
    }
    return BybitMessages.resubscriptions(to: places, of: channels)
  }

  mutating func receive(
    _ message: [UInt8], at now: Timestamp, into output: inout StreamOutput
  ) throws(DecodingFault) {
    let root = try JSONText(message).root
    guard root["topic"] != nil else { return try BybitMessages.take(answer: root, of: channels, into: &output) }
    let data = try root.need("data")
    guard let place = places[try data.needString("symbol")] else { return }
    let sequence = BybitSequence(
      number: try root.integer("cs"), time: Timestamp(milliseconds: try root.needInteger("ts")))
    if try root.need("type").equals("snapshot") {
      try takeSnapshot(data, sequence, place, &output)
    } else {
      try takeDelta(data, sequence, place, &output)
    }
  }

  /// A snapshot begins anew, also with lower numbers; one that is older than what is known is not taken.
  private mutating func takeSnapshot(
    _ data: JSONValue, _ sequence: BybitSequence, _ place: Int, _ output: inout StreamOutput
  ) throws(DecodingFault) {
    if let known = memories[place].sequence, sequence.time < known.time { return }
    var ticker = BybitTicker(memories[place].kind)
    _ = try ticker.take(data)
    memories[place].ticker = ticker
    memories[place].isReported = false
    say(.all, sequence, place, &output)
  }

  private mutating func takeDelta(
    _ data: JSONValue, _ sequence: BybitSequence, _ place: Int, _ output: inout StreamOutput
  ) throws(DecodingFault) {
    guard var ticker = memories[place].ticker, let known = memories[place].sequence else {
      if !memories[place].isReported { output.broken.append(place) }
      memories[place].isReported = true
      return
    }
    guard known.isBefore(sequence) else { return }
    let told = try ticker.take(data)
    memories[place].ticker = ticker
    let isDue = sequence.time.milliseconds &- memories[place].renewed >= Self.renewal
    say(isDue ? .all : told, sequence, place, &output)
  }

  private mutating func say(
    _ parts: BybitTicker.Parts, _ sequence: BybitSequence, _ place: Int, _ output: inout StreamOutput
  ) {
    memories[place].sequence = sequence
    if parts == .all { memories[place].renewed = sequence.time.milliseconds }
    memories[place].ticker?.add(parts, of: memories[place].instrument, at: sequence.time, to: &output)
    output.heard.append(place)
  }
}

import HedgeModel
import MarketData

/// Best bid and ask, which the venue repeats when nothing has changed for three seconds: its spot tickers tell neither.
struct BybitBookStream: VenueStream {
  let url: String
  let channels: [StreamChannel]
  let keepAlive: KeepAlive? = BybitMessages.keepAlive
  private let places: [String: Int]
  private var memories: [Memory]

  private struct Memory: Sendable {
    let instrument: InstrumentID
    var top: BybitTop?
    var sequence: BybitSequence?
    var isReported = false
  }

  init(url: String, instruments: [Instrument]) {
    self.url = url
    channels = instruments.map {
      StreamChannel("orderbook.1.\($0.id.symbol)", of: $0.id, silenceLimit: .seconds(10))
    }
    places = Dictionary(
      instruments.enumerated().map { ($0.element.id.symbol, $0.offset) }, uniquingKeysWith: { first, _ in first })
    memories = instruments.map { Memory(instrument: $0.id) }
  }

  mutating func greeting(at now: Timestamp) -> [String] {
    BybitMessages.subscriptions(to: channels.indices, of: channels)
  }

  mutating func resubscription(of places: [Int], at now: Timestamp) -> [String] {
    for place in places {
      memories[place].top = nil
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
    guard let place = places[try data.needString("s")] else { return }
    let sequence = BybitSequence(
      number: try data.needInteger("u"), time: Timestamp(milliseconds: try root.needInteger("ts")))
    let isSnapshot = try root.need("type").equals("snapshot")
    guard var top = try top(isSnapshot, sequence, place, &output) else { return }
    try top.take(data)
    memories[place].top = top
    memories[place].sequence = sequence
    memories[place].isReported = false
    output.heard.append(place)
    if let quote = top.quote { output.add(.quote(quote), of: memories[place].instrument, at: sequence.time) }
  }

  /// What a message is added to: nothing for a snapshot, what is known for the change that follows it. Nil for one that
  /// is old, or whose predecessor is missing.
  private mutating func top(
    _ isSnapshot: Bool, _ sequence: BybitSequence, _ place: Int, _ output: inout StreamOutput
  ) throws(DecodingFault) -> BybitTop? {
    let known = memories[place].sequence
    if isSnapshot {
      if let known, sequence.time < known.time { return nil }
      return BybitTop()
    }
    if let top = memories[place].top, let number = known?.number, let next = sequence.number {
      if next <= number { return nil }
      if next == number &+ 1 { return top }
    }
    memories[place].top = nil
    if !memories[place].isReported { output.broken.append(place) }
    memories[place].isReported = true
    return nil
  }
}

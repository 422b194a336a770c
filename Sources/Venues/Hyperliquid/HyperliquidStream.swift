import HedgeModel
import MarketData

/// State and best bid and ask of each instrument on one connection.
///
/// `bbo` comes only when it changes, the state of a perpetual each time its oracle speaks: while its mid is the one of
/// the last bid and ask, it tells that they still stand.
struct HyperliquidStream: VenueStream {
  /// What is remembered of an instrument.
  private struct Memory {
    let instrument: Instrument
    var time = Timestamp(milliseconds: .min)
    var quote: Quote?
  }

  /// The oracle speaks every three seconds.
  private static let silenceLimit = Duration.seconds(30)

  let url: String
  let channels: [StreamChannel]
  /// The venue closes what it has sent nothing on for 60 seconds; a ping makes it answer.
  let keepAlive: KeepAlive? = KeepAlive(.message(#"{"method":"ping"}"#), every: .seconds(25))
  private var memories: [Memory]
  private let places: [String: Int]

  init(url: String, instruments: [Instrument]) {
    self.url = url
    memories = instruments.map { Memory(instrument: $0) }
    places = Dictionary(
      instruments.enumerated().map { ($1.id.symbol, $0) }, uniquingKeysWith: { first, _ in first })
    channels = instruments.flatMap { instrument in
      [
        StreamChannel(
          "activeAssetCtx:\(instrument.id.symbol)", of: instrument.id,
          silenceLimit: instrument.isFuture ? Self.silenceLimit : nil),
        StreamChannel("bbo:\(instrument.id.symbol)", of: instrument.id, silenceLimit: nil),
      ]
    }
  }

  func greeting(at now: Timestamp) -> [String] { channels.indices.map { message("subscribe", $0) } }

  /// A second subscription to the same is refused, so the first is ended before.
  func resubscription(of places: [Int], at now: Timestamp) -> [String] {
    places.flatMap { [message("unsubscribe", $0), message("subscribe", $0)] }
  }

  private func message(_ method: String, _ place: Int) -> String {
    let type = place.isMultiple(of: 2) ? "activeAssetCtx" : "bbo"
    let coin = JSONQuoting.quote(memories[place / 2].instrument.id.symbol)
    return #"{"method":"\#(method)","subscription":{"type":"\#(type)","coin":\#(coin)}}"#
  }

  mutating func receive(
    _ message: [UInt8], at now: Timestamp, into output: inout StreamOutput
  ) throws(DecodingFault) {
    let root = try JSONText(message).root
    let channel = try root.need("channel")
    if channel.equals("bbo") {
      try book(root.need("data"), at: now, into: &output)
    } else if channel.equals("activeAssetCtx") || channel.equals("activeSpotAssetCtx") {
      try context(root.need("data"), at: now, into: &output)
    } else if channel.equals("error") {
      output.complaints.append(String((root.string("data") ?? "an error").prefix(160)))
    }
  }

  private mutating func book(
    _ data: JSONValue, at now: Timestamp, into output: inout StreamOutput
  ) throws(DecodingFault) {
    guard let place = places[try data.needString("coin")] else { return }
    output.heard.append(place * 2 + 1)
    let time = Timestamp(milliseconds: try data.needInteger("time"))
    let sides = try data.need("bbo")
    guard time >= memories[place].time else { return }
    memories[place].time = time
    guard let bid = try sides[0]?.needDouble("px"), let ask = try sides[1]?.needDouble("px") else {
      memories[place].quote = nil
      return
    }
    memories[place].quote = Quote(price: (bid + ask) / 2, bid: bid, ask: ask)
    guard let quote = memories[place].quote else { return }
    output.add(.quote(quote), of: memories[place].instrument.id, at: time)
  }

  private mutating func context(
    _ data: JSONValue, at now: Timestamp, into output: inout StreamOutput
  ) throws(DecodingFault) {
    guard let place = places[try data.needString("coin")] else { return }
    output.heard.append(place * 2)
    let context = try HyperliquidContext(data.need("ctx"))
    let instrument = memories[place].instrument
    if let quote = standing(context.mid, place) { output.add(.quote(quote), of: instrument.id, at: now) }
    guard instrument.isFuture else { return }
    if let mark = context.mark { output.add(.mark(mark), of: instrument.id, at: now) }
    if let oracle = context.oracle { output.add(.index(oracle), of: instrument.id, at: now) }
    if let rate = context.fundingRate(at: now) { output.add(.funding(rate), of: instrument.id, at: now) }
  }

  /// The last bid and ask when `mid` confirms them; the mid alone before any came. A mid that differs may be older than
  /// they are, as it bears no time: it says nothing.
  private func standing(_ mid: Double?, _ place: Int) -> Quote? {
    guard let mid else { return nil }
    guard let quote = memories[place].quote else {
      return memories[place].time.milliseconds == .min ? Quote(price: mid) : nil
    }
    return abs(quote.price - mid) <= mid * 1e-9 ? quote : nil
  }
}

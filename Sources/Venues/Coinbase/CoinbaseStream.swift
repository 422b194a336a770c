import HedgeModel
import MarketData

/// Prices every five seconds where something changed, and a heartbeat each second, of each product on one connection.
///
/// A heartbeat names the last trade: while it is the one of the last price, nothing has been traded since. Of bid and
/// ask, which move without a trade, it says nothing: it bears out a price for some minutes only. Then the product is
/// asked for by REST, which tells both sides as they are.
struct CoinbaseStream: VenueStream {
  /// What is remembered of a product.
  private struct Memory {
    let instrument: InstrumentID
    var sequence = Int64.min
    var trade: Int64?
    var price: Double?
    /// When the last price came.
    var heardAt = Timestamp(milliseconds: .min)
    /// When it was traded.
    var tradedAt = Timestamp(milliseconds: .min)
  }

  /// A price that has not come for so long is confirmed by heartbeats: two batches went by without it.
  private static let confirmationAfter = Duration.seconds(10)
  /// A price that was traded so long ago is no longer borne out by heartbeats but asked for: without a trade nothing
  /// says how far the market has moved on. Shorter would ask for every product that is quiet for a moment, a question
  /// each; longer would show a price of the past as one of now.
  private static let confirmationFor = Duration.seconds(180)

  let url: String
  let channels: [StreamChannel]
  /// Heartbeats come every second.
  let keepAlive: KeepAlive? = nil
  private var memories: [Memory]
  private let places: [String: Int]

  init(url: String, instruments: [Instrument]) {
    self.url = url
    memories = instruments.map { Memory(instrument: $0.id) }
    places = Dictionary(
      instruments.enumerated().map { ($1.id.symbol, $0) }, uniquingKeysWith: { first, _ in first })
    channels = instruments.flatMap { instrument in
      [
        StreamChannel("ticker_batch:\(instrument.id.symbol)", of: instrument.id, silenceLimit: Self.confirmationAfter),
        StreamChannel("heartbeat:\(instrument.id.symbol)", of: instrument.id, silenceLimit: .seconds(10)),
      ]
    }
  }

  /// A message for each product: the venue refuses a whole message for one product it does not know.
  func greeting(at now: Timestamp) -> [String] {
    memories.map { message("subscribe", $0.instrument.symbol, ["ticker_batch", "heartbeat"]) }
  }

  func resubscription(of places: [Int], at now: Timestamp) -> [String] {
    places.flatMap { place in
      let name = place.isMultiple(of: 2) ? "ticker_batch" : "heartbeat"
      let symbol = memories[place / 2].instrument.symbol
      return [message("unsubscribe", symbol, [name]), message("subscribe", symbol, [name])]
    }
  }

  private func message(_ type: String, _ product: String, _ channels: [String]) -> String {
    #"{"type":"\#(type)","product_ids":\#(JSONQuoting.list([product])),"channels":\#(JSONQuoting.list(channels))}"#
  }

  mutating func receive(
    _ message: [UInt8], at now: Timestamp, into output: inout StreamOutput
  ) throws(DecodingFault) {
    let root = try JSONText(message).root
    let type = try root.need("type")
    if type.equals("ticker") {
      try ticker(root, at: now, into: &output)
    } else if type.equals("heartbeat") {
      try heartbeat(root, at: now, into: &output)
    } else if type.equals("error") {
      let words = [root.string("message"), root.string("reason")].compactMap { $0 }.joined(separator: ": ")
      output.complaints.append(String((words.isEmpty ? "an error" : words).prefix(160)))
    }
  }

  private mutating func ticker(
    _ root: JSONValue, at now: Timestamp, into output: inout StreamOutput
  ) throws(DecodingFault) {
    guard let place = places[try root.needString("product_id")] else { return }
    output.heard.append(place * 2)
    let sequence = try root.needInteger("sequence")
    guard sequence > memories[place].sequence else { return }
    let quote = Quote(
      last: try root.needDouble("price"), bid: try root.double("best_bid"), ask: try root.double("best_ask"))
    let time = try root.instant("time") ?? now
    memories[place].sequence = sequence
    memories[place].trade = try root.integer("trade_id")
    memories[place].price = quote?.price
    memories[place].heardAt = now
    memories[place].tradedAt = min(time, now)
    if let quote { output.add(.quote(quote), of: memories[place].instrument, at: time) }
  }

  private mutating func heartbeat(
    _ root: JSONValue, at now: Timestamp, into output: inout StreamOutput
  ) throws(DecodingFault) {
    guard let place = places[try root.needString("product_id")] else { return }
    output.heard.append(place * 2 + 1)
    let memory = memories[place]
    guard let price = memory.price, let trade = memory.trade, try root.integer("last_trade_id") == trade,
      now - memory.tradedAt <= Self.confirmationFor
    else { return }
    // No batch came as nothing changed: the price is heard of all the same.
    output.heard.append(place * 2)
    guard now - memory.heardAt >= Self.confirmationAfter, let quote = Quote(price: price) else { return }
    output.add(.quote(quote), of: memory.instrument, at: try root.instant("time") ?? now)
  }
}

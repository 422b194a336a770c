import HedgeModel
import MarketData

/// A connection of Binance: best bids and asks, mark prices, or both.
struct BinanceStream: VenueStream {
  /// What is told of an instrument.
  enum Topic: Sendable {
    /// Best bid and ask, whenever they change.
    case book
    /// Mark price, index and funding, every second.
    case mark
  }

  /// What is remembered of an instrument, so that no older value comes after a newer one.
  struct Memory: Sendable {
    let instrument: Instrument
    /// Places in ``BinanceStream/channels``; nil for what is not subscribed to.
    var bookChannel: Int?
    var markChannel: Int?
    /// The number of the last change of the book.
    var bookChange: Int64 = .min
    /// The time of the last mark price, in milliseconds.
    var markTime: Int64 = .min
    /// When funding is paid next, in milliseconds.
    var nextFunding: Int64 = 0
    /// The time between fundings; nil for what has none.
    var fundingInterval: Duration?
  }

  /// Names in one message to subscribe.
  private static var namesInMessage: Int { 100 }

  let url: String
  private(set) var channels: [StreamChannel] = []
  /// The venue pings every few minutes only; this finds a dead connection sooner.
  let keepAlive: KeepAlive? = KeepAlive(.ping, every: .seconds(30))
  let symbolType: Int64
  var memories: [Memory] = []
  /// Places in ``memories`` by symbol.
  private(set) var places: [String: Int] = [:]
  private var lastIdentifier = 0

  init(url: String, topics: [Topic], symbolType: Int64, of instruments: [Instrument]) {
    self.url = url
    self.symbolType = symbolType
    for instrument in instruments where places[instrument.id.symbol] == nil {
      places[instrument.id.symbol] = memories.count
      var memory = Memory(instrument: instrument)
      if case .perpetual(let interval) = instrument.kind { memory.fundingInterval = interval }
      let name = instrument.id.symbol.lowercased()
      for topic in topics {
        switch topic {
        case .book:
          memory.bookChannel = channels.count
          channels.append(StreamChannel("\(name)@bookTicker", of: instrument.id, silenceLimit: nil))
        case .mark:
          memory.markChannel = channels.count
          channels.append(StreamChannel("\(name)@markPrice@1s", of: instrument.id, silenceLimit: .seconds(10)))
        }
      }
      memories.append(memory)
    }
  }

  mutating func greeting(at now: Timestamp) -> [String] {
    messages("SUBSCRIBE", channels.map(\.name))
  }

  /// To subscribe to what is subscribed to changes nothing, so it is given up first.
  mutating func resubscription(of places: [Int], at now: Timestamp) -> [String] {
    let names = places.filter(channels.indices.contains).map { channels[$0].name }
    return messages("UNSUBSCRIBE", names) + messages("SUBSCRIBE", names)
  }

  private mutating func messages(_ method: String, _ names: [String]) -> [String] {
    var messages: [String] = []
    for start in stride(from: 0, to: names.count, by: Self.namesInMessage) {
      lastIdentifier += 1
      let list = names[start..<min(start + Self.namesInMessage, names.count)].map { "\"\($0)\"" }
      messages.append(
        #"{"method":"\#(method)","params":[\#(list.joined(separator: ","))],"id":\#(lastIdentifier)}"#)
    }
    return messages
  }
}

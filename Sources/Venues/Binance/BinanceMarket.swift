import HedgeModel
import MarketData

/// One of Binance's markets.
///
/// USDⓈ-M contracts are counted in units of their base asset (`1000PEPE` is an asset of its own, a unit of which is a
/// thousand PEPE), COIN-M contracts in pieces of `contractSize` dollars.
public struct BinanceMarket: VenueMarket {
  /// Which market it is.
  public let segment: BinanceSegment
  /// What it is called and how it wants to be treated.
  public let profile: VenueProfile

  /// A market of Binance.
  ///
  /// - Parameters:
  ///   - segment: which one.
  ///   - restBase: scheme and host of its questions; nil for the live ones.
  ///   - streamBase: scheme and host of its streams; nil for the live ones.
  public init(_ segment: BinanceSegment, restBase: String? = nil, streamBase: String? = nil) {
    self.segment = segment
    profile = VenueProfile(
      name: segment.rawValue, title: segment.title, restBase: restBase ?? segment.restBase,
      streamBase: streamBase ?? segment.streamBase,
      limits: segment == .spot ? [segment.weightLimit, BinanceSegment.walletLimit] : [segment.weightLimit],
      pace: segment == .spot ? StreamPace(4, per: .seconds(1)) : StreamPace(8, per: .seconds(1)),
      connectionLife: .hours(23.5))
  }

  /// The venue's time.
  public func serverTime(_ client: any VenueClient) async throws -> Timestamp {
    let answer = try await client.read(VenueRequest(segment.time))
    return try BinanceAnswer.read { () throws(DecodingFault) in
      try answer.need("serverTime").milliseconds()
    }
  }

  /// The order book: 50 levels a side of futures, 100 of coins, which is what their cheapest question gives.
  public func book(of instrument: Instrument, _ client: any VenueClient) async throws -> OrderBook {
    let limit = segment == .spot ? "100" : "50"
    let answer = try await client.read(
      VenueRequest(segment.book, ["symbol": instrument.id.symbol, "limit": limit]))
    return try BinanceAnswer.read { () throws(DecodingFault) in try Self.book(in: answer) }
  }

  static func book(in answer: JSONValue) throws(DecodingFault) -> OrderBook {
    guard let book = OrderBook(bids: try levels("bids", of: answer), asks: try levels("asks", of: answer)) else {
      throw DecodingFault("", found: "a book that crosses or repeats", expected: "bids below asks")
    }
    return book
  }

  private static func levels(
    _ side: StaticString, of answer: JSONValue
  ) throws(DecodingFault) -> [OrderBook.Level] {
    var levels: [OrderBook.Level] = []
    for level in try BinanceAnswer.list(side, of: answer) {
      guard let price = level[0], let quantity = level[1] else { throw level.fault("a price and a quantity") }
      levels.append(OrderBook.Level(price: try price.decimal(), quantity: try quantity.decimal()))
    }
    return levels
  }

  func id(of symbol: String) -> InstrumentID { InstrumentID(venue: profile.name, symbol: symbol) }
}

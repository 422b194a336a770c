import FoundationEssentials
import HedgeModel
import MarketData

extension CoinbaseMarket {
  /// Levels that are kept of a side: a whole book has thousands.
  static let depth = 200

  /// Present prices, a question each: the venue has none that answers for several. What it does not know is left out.
  public func values(of instruments: [Instrument], _ client: any VenueClient) async throws -> [MarketUpdate] {
    var updates: [MarketUpdate] = []
    for instrument in instruments {
      do {
        let answer = try await client.read(VenueRequest(CoinbaseEndpoints.ticker(of: instrument.id.symbol)))
        if let update = try Self.update(answer, of: instrument.id, at: client.now) { updates.append(update) }
      } catch VenueFault.unknownInstrument { continue }
    }
    return updates
  }

  /// The quote in an answer to `ticker`: its bid and ask are of now, its `time` that of the last trade, so that a price
  /// without both sides is as old as its trade.
  static func update(
    _ answer: JSONValue, of instrument: InstrumentID, at now: Timestamp
  ) throws(DecodingFault) -> MarketUpdate? {
    let traded = try answer.instant("time")
    guard
      let quote = Quote(
        last: try answer.double("price"), bid: try answer.double("bid"), ask: try answer.double("ask"))
    else { return nil }
    let isOfNow = quote.bid != nil && quote.ask != nil
    return MarketUpdate(instrument: instrument, at: isOfNow ? now : traded ?? now, value: .quote(quote))
  }

  /// The order book, its first 200 levels a side.
  public func book(of instrument: Instrument, _ client: any VenueClient) async throws -> OrderBook {
    try Self.book(
      await client.read(VenueRequest(CoinbaseEndpoints.book(of: instrument.id.symbol), ["level": "2"])))
  }

  /// The book of an answer: `[price, size, orders]`, best first.
  static func book(_ answer: JSONValue) throws(DecodingFault) -> OrderBook {
    try OrderBook.of(bids: levels(answer.need("bids")), asks: levels(answer.need("asks")))
  }

  private static func levels(_ side: JSONValue) throws(DecodingFault) -> [OrderBook.Level] {
    var levels: [OrderBook.Level] = []
    for row in side.elements.prefix(depth) { levels.append(try OrderBook.Level.pair(row)) }
    return levels
  }
}

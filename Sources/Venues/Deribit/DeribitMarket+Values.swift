import FoundationEssentials
import HedgeModel
import MarketData

extension DeribitMarket {
  /// Present values, a question an instrument: the summary of a whole currency lacks the index. What the venue does not
  /// know is left out.
  public func values(of instruments: [Instrument], _ client: any VenueClient) async throws -> [MarketUpdate] {
    var output = StreamOutput()
    for instrument in instruments {
      do {
        let answer = try await client.read(
          VenueRequest(DeribitEndpoints.ticker, ["instrument_name": instrument.id.symbol]))
        let ticker = try DeribitTicker(answer.need("result"), isPerpetual: instrument.paysFunding)
        ticker.add(to: &output, of: instrument.id)
      } catch VenueFault.unknownInstrument { continue }
    }
    return output.events.compactMap { event in
      if case .update(let update) = event { update } else { nil }
    }
  }

  /// The order book, 50 levels a side; quantities are dollars of inverse futures, coins of linear ones.
  public func book(of instrument: Instrument, _ client: any VenueClient) async throws -> OrderBook {
    let answer = try await client.read(
      VenueRequest(DeribitEndpoints.book, ["instrument_name": instrument.id.symbol, "depth": "50"]))
    return try Self.book(answer.need("result"))
  }

  /// The book of a result: `[price, amount]`, best first.
  static func book(_ result: JSONValue) throws(DecodingFault) -> OrderBook {
    try OrderBook.of(bids: levels(result.need("bids")), asks: levels(result.need("asks")))
  }

  private static func levels(_ side: JSONValue) throws(DecodingFault) -> [OrderBook.Level] {
    var levels: [OrderBook.Level] = []
    for row in side.elements { levels.append(try OrderBook.Level.pair(row)) }
    return levels
  }
}

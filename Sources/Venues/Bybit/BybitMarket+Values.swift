import FoundationEssentials
import HedgeModel
import MarketData

extension BybitMarket {
  /// One question: the ticker of a single instrument, or those of the whole category.
  public func values(of instruments: [Instrument], _ client: any VenueClient) async throws -> [MarketUpdate] {
    guard let first = instruments.first else { return [] }
    let symbol = instruments.count == 1 ? first.id.symbol : nil
    let body = try await client.read(
      VenueRequest(BybitEndpoints.tickers, ["category": category.rawValue, "symbol": symbol]))
    let time = try body.milliseconds("time") ?? client.now
    let wanted = bySymbol(instruments)
    var output = StreamOutput()
    for row in try body.need("result").need("list").elements {
      guard let symbol = row.string("symbol"), let instrument = wanted[symbol] else { continue }
      var ticker = BybitTicker(instrument.kind)
      _ = try ticker.take(row)
      ticker.add(.all, of: instrument.id, at: time, to: &output)
    }
    return output.events.compactMap { if case .update(let update) = $0 { update } else { nil } }
  }

  /// 50 levels a side.
  public func book(of instrument: Instrument, _ client: any VenueClient) async throws -> OrderBook {
    let result = try await client.read(
      VenueRequest(
        BybitEndpoints.book, ["category": category.rawValue, "symbol": instrument.id.symbol, "limit": "50"])
    ).need("result")
    return try OrderBook.of(
      bids: result.need("b").elements.map(OrderBook.Level.pair),
      asks: result.need("a").elements.map(OrderBook.Level.pair))
  }
}

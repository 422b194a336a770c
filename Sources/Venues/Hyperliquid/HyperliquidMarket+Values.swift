import HedgeModel
import MarketData

extension HyperliquidMarket {
  /// Present prices, and of futures mark, index and funding.
  public func values(of instruments: [Instrument], _ client: any VenueClient) async throws -> [MarketUpdate] {
    let wanted = Dictionary(instruments.map { ($0.id.symbol, $0) }, uniquingKeysWith: { first, _ in first })
    var updates: [MarketUpdate] = []
    if instruments.contains(where: \.isFuture) {
      let answer = try await client.read(HyperliquidQuestion.perpetuals)
      updates += try perpetualValues(answer, of: wanted, at: client.now)
    }
    if instruments.contains(where: { !$0.isFuture }) {
      let answer = try await client.read(HyperliquidQuestion.spots)
      updates += try spotValues(answer, of: wanted, at: client.now)
    }
    return updates
  }

  /// Price, mark, index and funding of perpetuals in the answer to `metaAndAssetCtxs`, which bears no time.
  func perpetualValues(
    _ answer: JSONValue, of wanted: [String: Instrument], at now: Timestamp
  ) throws(DecodingFault) -> [MarketUpdate] {
    var updates: [MarketUpdate] = []
    try HyperliquidPages.perpetuals(of: answer) { row, value throws(DecodingFault) in
      guard let value, let name = row.string("name"), let instrument = wanted[name], instrument.isFuture else { return }
      let context = try HyperliquidContext(value)
      let quote = context.mid.flatMap { Quote(price: $0) }
      let values = (quote.map { [.quote($0)] } ?? []) + context.futureValues(at: now)
      updates += values.map { MarketUpdate(instrument: instrument.id, at: now, value: $0) }
    }
    return updates
  }

  /// Prices of spot pairs in the answer to `spotMetaAndAssetCtxs`, whose states bear their pair's name.
  func spotValues(
    _ answer: JSONValue, of wanted: [String: Instrument], at now: Timestamp
  ) throws(DecodingFault) -> [MarketUpdate] {
    guard let contexts = answer[1] else { throw answer.fault("spot pairs and their state") }
    var updates: [MarketUpdate] = []
    for value in contexts.elements {
      guard let name = value.string("coin"), let instrument = wanted[name], !instrument.isFuture else { continue }
      guard let mid = try HyperliquidContext(value).mid, let quote = Quote(price: mid) else { continue }
      updates.append(MarketUpdate(instrument: instrument.id, at: now, value: .quote(quote)))
    }
    return updates
  }

  /// The order book.
  public func book(of instrument: Instrument, _ client: any VenueClient) async throws -> OrderBook {
    let answer = try await client.read(HyperliquidQuestion.book(of: instrument.id.symbol))
    guard !answer.isAbsent else { throw VenueFault.unknownInstrument(instrument.id.symbol) }
    return try Self.book(answer)
  }

  /// The book of an answer to `l2Book`: 20 levels a side, bids first.
  static func book(_ answer: JSONValue) throws(DecodingFault) -> OrderBook {
    let sides = try answer.need("levels")
    guard let bids = sides[0], let asks = sides[1] else { throw sides.fault("bids and asks") }
    return try OrderBook.of(bids: levels(bids), asks: levels(asks))
  }

  private static func levels(_ side: JSONValue) throws(DecodingFault) -> [OrderBook.Level] {
    var levels: [OrderBook.Level] = []
    for level in side.elements {
      levels.append(OrderBook.Level(price: try level.needDecimal("px"), quantity: try level.needDecimal("sz")))
    }
    return levels
  }
}

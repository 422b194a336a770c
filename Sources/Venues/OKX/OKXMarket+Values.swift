import FoundationEssentials
import HedgeModel
import MarketData

extension OKXMarket {
  /// A question for the quotes and one for the marks of each list, one for the indexes of each currency, and one for
  /// all funding rates.
  public func values(of instruments: [Instrument], _ client: any VenueClient) async throws -> [MarketUpdate] {
    var updates: [MarketUpdate] = []
    for (type, listed) in Dictionary(grouping: instruments, by: OKXInstrumentType.init(of:)) {
      updates += try await quotes(of: listed, type, client)
      if type != .spot { updates += try await marks(of: listed, type, client) }
    }
    updates += try await indexes(of: instruments.filter(\.isFuture), client)
    updates += try await fundings(of: instruments.filter(\.paysFunding), client)
    return updates
  }

  private func quotes(
    of instruments: [Instrument], _ type: OKXInstrumentType, _ client: any VenueClient
  ) async throws -> [MarketUpdate] {
    let request =
      instruments.count == 1
      ? VenueRequest(OKXEndpoints.ticker, ["instId": instruments[0].id.symbol])
      : VenueRequest(OKXEndpoints.tickers, ["instType": type.rawValue])
    return try await read(request, instruments, client) { row, _ throws(DecodingFault) in
      try OKXTicker(row).quote.map { .quote($0) }
    }
  }

  func marks(
    of instruments: [Instrument], _ type: OKXInstrumentType, _ client: any VenueClient
  ) async throws -> [MarketUpdate] {
    let symbol = instruments.count == 1 ? instruments[0].id.symbol : nil
    let request = VenueRequest(OKXEndpoints.marks, ["instType": type.rawValue, "instId": symbol])
    return try await read(request, instruments, client) { row, _ throws(DecodingFault) in
      try row.positiveDouble("markPx").map { .mark($0) }
    }
  }

  /// All swaps at once where there are several; perpetual-style futures, which that answer leaves out, one by one.
  private func fundings(of instruments: [Instrument], _ client: any VenueClient) async throws -> [MarketUpdate] {
    let swaps = instruments.filter { OKXInstrumentType(of: $0) == .swap }
    let names = swaps.count > 1 ? ["ANY"] : swaps.map(\.id.symbol)
    let others = instruments.filter { OKXInstrumentType(of: $0) != .swap }.map(\.id.symbol)
    var updates: [MarketUpdate] = []
    for name in names + others {
      let request = VenueRequest(OKXEndpoints.funding, ["instId": name])
      updates += try await read(request, instruments, client) { row, instrument throws(DecodingFault) in
        try OKXFunding(row).rate(of: instrument.kind).map { .funding($0) }
      }
    }
    return updates
  }

  /// Rows that are about one of `instruments` each.
  private func read(
    _ request: VenueRequest, _ instruments: [Instrument], _ client: any VenueClient,
    _ value: (JSONValue, Instrument) throws(DecodingFault) -> MarketUpdate.Value?
  ) async throws -> [MarketUpdate] {
    let wanted = Dictionary(instruments.map { ($0.id.symbol, $0) }, uniquingKeysWith: { first, _ in first })
    var updates: [MarketUpdate] = []
    for row in try await client.read(request).need("data").elements {
      guard let instrument = row.string("instId").flatMap({ wanted[$0] }),
        let value = try value(row, instrument)
      else { continue }
      let time = try row.milliseconds("ts") ?? client.now
      updates.append(MarketUpdate(instrument: instrument.id, at: time, value: value))
    }
    return updates
  }

  /// An index belongs to all futures of its underlying.
  private func indexes(of instruments: [Instrument], _ client: any VenueClient) async throws -> [MarketUpdate] {
    let byIndex = Dictionary(grouping: instruments, by: Self.index(of:))
    var updates: [MarketUpdate] = []
    for request in indexRequests(Set(instruments.map { [$0.underlying.symbol, $0.quote.symbol] })) {
      for row in try await client.read(request).need("data").elements {
        guard let name = row.string("instId"), let price = try row.positiveDouble("idxPx") else { continue }
        let time = try row.milliseconds("ts") ?? client.now
        for instrument in byIndex[name] ?? [] {
          updates.append(MarketUpdate(instrument: instrument.id, at: time, value: .index(price)))
        }
      }
    }
    return updates
  }

  /// All indexes of a currency at once where several are wanted and the venue lists them so.
  private func indexRequests(_ pairs: Set<[String]>) -> [VenueRequest] {
    Dictionary(grouping: pairs, by: { $0[1] }).sorted { $0.key < $1.key }.flatMap { quote, pairs in
      if pairs.count > 1, ["USD", "USDT", "USDC", "BTC"].contains(quote) {
        return [VenueRequest(OKXEndpoints.indexes, ["quoteCcy": quote])]
      }
      return pairs.map { VenueRequest(OKXEndpoints.indexes, ["instId": "\($0[0])-\($0[1])"]) }
    }
  }

  /// 50 levels a side.
  public func book(of instrument: Instrument, _ client: any VenueClient) async throws -> OrderBook {
    let data = try await client.read(
      VenueRequest(OKXEndpoints.book, ["instId": instrument.id.symbol, "sz": "50"])
    ).need("data")
    guard let row = data[0] else { throw DecodingFault("data", found: "nothing", expected: "an order book") }
    return try OrderBook.of(
      bids: row.need("bids").elements.map(OrderBook.Level.pair),
      asks: row.need("asks").elements.map(OrderBook.Level.pair))
  }
}

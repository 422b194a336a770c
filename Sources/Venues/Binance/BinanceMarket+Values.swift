import HedgeModel
import MarketData

extension BinanceMarket {
  /// Beyond so many coins all are asked for: the weight is the same, and an address has an end.
  private static var mostNamed: Int { 100 }

  /// Quotes from the best bid and ask, and of futures mark, index and funding: two or three questions in all.
  public func values(of instruments: [Instrument], _ client: any VenueClient) async throws -> [MarketUpdate] {
    guard !instruments.isEmpty else { return [] }
    let wanted = Dictionary(instruments.map { ($0.id.symbol, $0) }) { first, _ in first }
    let asked = client.now
    let quotes = try await client.read(quoteRequest(Array(wanted.keys)))
    var updates = try BinanceAnswer.read { () throws(DecodingFault) in
      try Self.quotes(in: quotes, of: wanted, at: asked)
    }
    guard let futures = segment.futures else { return updates }
    let marks = try await client.read(
      wanted.count == 1
        ? VenueRequest(futures.marks, ["symbol": instruments[0].id.symbol], weight: segment == .usdMargined ? 1 : nil)
        : VenueRequest(futures.marks))
    let intervals = try await fundingIntervals(client)
    updates += try BinanceAnswer.read { () throws(DecodingFault) in
      try Self.marks(in: marks, of: wanted, fundingIntervals: intervals, at: asked)
    }
    return updates
  }

  private func quoteRequest(_ symbols: [String]) -> VenueRequest {
    if symbols.count == 1 { return VenueRequest(segment.quotes, ["symbol": symbols[0]], weight: 2) }
    guard segment == .spot, symbols.count <= Self.mostNamed else { return VenueRequest(segment.quotes) }
    let list = symbols.sorted().map { "\"\($0)\"" }.joined(separator: ",")
    return VenueRequest(segment.quotes, ["symbols": "[\(list)]"])
  }

  static func quotes(
    in answer: JSONValue, of wanted: [String: Instrument], at asked: Timestamp
  ) throws(DecodingFault) -> [MarketUpdate] {
    var updates: [MarketUpdate] = []
    for row in BinanceAnswer.rows(of: answer) {
      guard let instrument = wanted[try row.needString("symbol")],
        let bid = try BinanceAnswer.price("bidPrice", of: row), let ask = try BinanceAnswer.price("askPrice", of: row),
        let quote = Quote(price: (bid + ask) / 2, bid: bid, ask: ask)
      else { continue }
      // The spot market does not tell the time of a quote.
      let time = try row.milliseconds("time") ?? asked
      updates.append(MarketUpdate(instrument: instrument.id, at: time, value: .quote(quote)))
    }
    return updates
  }

  static func marks(
    in answer: JSONValue, of wanted: [String: Instrument], fundingIntervals: [String: Duration], at asked: Timestamp
  ) throws(DecodingFault) -> [MarketUpdate] {
    var updates: [MarketUpdate] = []
    for row in BinanceAnswer.rows(of: answer) {
      guard let instrument = wanted[try row.needString("symbol")] else { continue }
      let time = try row.milliseconds("time") ?? asked
      var values: [MarketUpdate.Value] = []
      if let mark = try BinanceAnswer.price("markPrice", of: row) { values.append(.mark(mark)) }
      if let index = try BinanceAnswer.price("indexPrice", of: row) { values.append(.index(index)) }
      let interval = fundingIntervals[instrument.id.symbol] ?? .hours(8)
      if case .perpetual = instrument.kind, let funding = try funding(in: row, every: interval) {
        values.append(.funding(funding))
      }
      updates += values.map { MarketUpdate(instrument: instrument.id, at: time, value: $0) }
    }
    return updates
  }

  private static func funding(
    in row: JSONValue, every interval: Duration
  ) throws(DecodingFault) -> FundingRate? {
    guard let rate = try row.double("lastFundingRate"), let next = try row.integer("nextFundingTime"), next > 0 else {
      return nil
    }
    return FundingRate(rate: rate, interval: interval, nextStamp: Timestamp(milliseconds: next))
  }
}

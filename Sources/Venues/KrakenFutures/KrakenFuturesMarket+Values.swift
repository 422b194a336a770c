import FoundationEssentials
import HedgeModel
import MarketData

extension KrakenFuturesMarket {
  /// Present values, all with one question.
  public func values(of instruments: [Instrument], _ client: any VenueClient) async throws -> [MarketUpdate] {
    try values(
      await client.read(VenueRequest(KrakenFuturesEndpoints.tickers)), of: instruments, at: client.now)
  }

  /// Values of `instruments` in an answer of all tickers, which bears one time.
  func values(
    _ answer: JSONValue, of instruments: [Instrument], at now: Timestamp
  ) throws(DecodingFault) -> [MarketUpdate] {
    let wanted = Dictionary(instruments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let time = try answer.instant("serverTime") ?? now
    var output = StreamOutput()
    for row in try answer.need("tickers").elements {
      guard let symbol = row.string("symbol"), let instrument = wanted[id(symbol)] else { continue }
      try Self.add(row, of: instrument, at: time, to: &output)
    }
    return output.events.compactMap { event in
      if case .update(let update) = event { update } else { nil }
    }
  }

  private static func add(
    _ row: JSONValue, of instrument: Instrument, at time: Timestamp, to output: inout StreamOutput
  ) throws(DecodingFault) {
    let quote = Quote(last: try row.double("last"), bid: try row.double("bid"), ask: try row.double("ask"))
    let mark = try row.double("markPrice").flatMap { $0 > 0 ? $0 : nil }
    let index = try row.double("indexPrice").flatMap { $0 > 0 ? $0 : nil }
    if let quote { output.add(.quote(quote), of: instrument.id, at: time) }
    if let mark { output.add(.mark(mark), of: instrument.id, at: time) }
    if let index { output.add(.index(index), of: instrument.id, at: time) }
    guard instrument.paysFunding, let absolute = try row.double("fundingRate"), let price = index ?? mark else {
      return
    }
    let rate = relative(absolute, price: price, instrument.convention)
    if let funding = funding(rate: rate, nextStamp: nextFunding(after: time)) {
      output.add(.funding(funding), of: instrument.id, at: time)
    }
  }

  /// A fraction of the notional from the rate over HTTP, an amount of one contract unit: coins for a dollar of inverse
  /// futures, currency for a coin of linear ones.
  static func relative(_ absolute: Double, price: Double, _ convention: Instrument.Convention) -> Double {
    convention == .inverse ? absolute * price : absolute / price
  }

  static func funding(rate: Double, nextStamp: Timestamp?) -> FundingRate? {
    FundingRate(rate: rate, interval: fundingInterval, nextStamp: nextStamp)
  }

  /// The next full hour: a rate stands for an hour.
  static func nextFunding(after now: Timestamp) -> Timestamp {
    let hour = fundingInterval.wholeMilliseconds
    return Timestamp(milliseconds: (now.milliseconds / hour + 1) * hour)
  }

  /// The order book, as deep as the venue tells it.
  public func book(of instrument: Instrument, _ client: any VenueClient) async throws -> OrderBook {
    try Self.book(
      await client.read(VenueRequest(KrakenFuturesEndpoints.book, ["symbol": instrument.id.symbol])))
  }

  /// The book of an answer: `[price, size]`.
  static func book(_ answer: JSONValue) throws(DecodingFault) -> OrderBook {
    let book = try answer.need("orderBook")
    return try OrderBook.of(bids: levels(book.need("bids")), asks: levels(book.need("asks")))
  }

  private static func levels(_ side: JSONValue) throws(DecodingFault) -> [OrderBook.Level] {
    var levels: [OrderBook.Level] = []
    for row in side.elements { levels.append(try OrderBook.Level.pair(row)) }
    return levels
  }
}

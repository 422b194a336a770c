import FoundationEssentials
import HedgeModel

extension BinanceMarket {
  /// Everything that can be traded now. Perpetuals of which the venue lists no funding interval have its usual one of
  /// eight hours: it lists those that differ or ever did.
  public func instruments(_ client: any VenueClient) async throws -> [Instrument] {
    let answer = try await client.read(VenueRequest(segment.instruments))
    let intervals = try await fundingIntervals(client)
    return try BinanceAnswer.read { () throws(DecodingFault) in
      try instruments(in: answer, fundingIntervals: intervals)
    }
  }

  /// Intervals between fundings by symbol, of those that are listed; nothing for the spot market.
  func fundingIntervals(_ client: any VenueClient) async throws -> [String: Duration] {
    guard let futures = segment.futures else { return [:] }
    let answer = try await client.read(VenueRequest(futures.fundingIntervals))
    return try BinanceAnswer.read { () throws(DecodingFault) in
      var intervals: [String: Duration] = [:]
      for row in BinanceAnswer.rows(of: answer) {
        let hours = try row.needInteger("fundingIntervalHours")
        guard (1...24).contains(hours) else {
          throw DecodingFault("fundingIntervalHours", found: "\(hours)", expected: "1 to 24 hours")
        }
        intervals[try row.needString("symbol")] = .hours(Double(hours))
      }
      return intervals
    }
  }

  func instruments(
    in answer: JSONValue, fundingIntervals: [String: Duration]
  ) throws(DecodingFault) -> [Instrument] {
    var instruments: [Instrument] = []
    for row in try BinanceAnswer.list("symbols", of: answer) where Self.isTraded(row) {
      let read = try? segment == .spot ? coin(row) : future(row, fundingIntervals)
      if let instrument = read { instruments.append(instrument) }
    }
    return instruments
  }

  private static func isTraded(_ row: JSONValue) -> Bool {
    guard let status = row["status"] ?? row["contractStatus"], status.equals("TRADING") else { return false }
    let isAllowed = try? row.flag("isSpotTradingAllowed")
    return isAllowed != .some(false)
  }

  private func coin(_ row: JSONValue) throws(DecodingFault) -> Instrument {
    let quote = Asset(try row.needString("quoteAsset"))
    let filters = try BinanceFilters(try BinanceAnswer.list("filters", of: row))
    return Instrument(
      id: id(of: try row.needString("symbol")), kind: .spot, underlying: Asset(try row.needString("baseAsset")),
      quote: quote, settlement: quote, tickSize: filters.tickSize, lotStep: filters.lotStep,
      minimumQuantity: filters.minimumQuantity, minimumNotional: filters.minimumNotional)
  }

  /// Nil for a contract that is not of this market: linear among the inverse ones or the other way round.
  private func future(
    _ row: JSONValue, _ fundingIntervals: [String: Duration]
  ) throws(DecodingFault) -> Instrument? {
    let symbol = try row.needString("symbol")
    let underlying = Asset(try row.needString("baseAsset"))
    let quote = Asset(try row.needString("quoteAsset"))
    let margin = Asset(try row.needString("marginAsset"))
    guard let convention = Self.convention(underlying, quote, margin), convention == segment.convention,
      let kind = try Self.kind(of: row, fundingIntervals[symbol])
    else { return nil }
    let multiplier = convention == .inverse ? try row.needDecimal("contractSize") : 1
    guard multiplier > 0 else { throw DecodingFault("contractSize", found: "\(multiplier)", expected: "more than 0") }
    let filters = try BinanceFilters(try BinanceAnswer.list("filters", of: row))
    return Instrument(
      id: id(of: symbol), kind: kind, convention: convention, underlying: underlying, quote: quote,
      settlement: margin, multiplier: multiplier, tickSize: filters.tickSize, lotStep: filters.lotStep,
      minimumQuantity: filters.minimumQuantity, minimumNotional: filters.minimumNotional)
  }

  private static func convention(_ underlying: Asset, _ quote: Asset, _ margin: Asset) -> Instrument.Convention? {
    margin == quote ? .linear : margin == underlying ? .inverse : nil
  }

  private static func kind(of row: JSONValue, _ interval: Duration?) throws(DecodingFault) -> Instrument.Kind? {
    let type = try row.needString("contractType")
    if type == "PERPETUAL" || type == "TRADIFI_PERPETUAL" {
      return .perpetual(fundingInterval: interval ?? .hours(8))
    }
    guard type.hasPrefix("CURRENT_") || type.hasPrefix("NEXT_") else { return nil }
    return .dated(expiry: try row.need("deliveryDate").milliseconds())
  }
}

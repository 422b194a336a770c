import HedgeModel

extension BybitMarket {
  /// Pages of 1,000 candles, the newest first.
  public func bars(
    of instrument: Instrument, _ interval: BetaPolicy.BarInterval, from start: Timestamp, to end: Timestamp,
    _ client: any VenueClient
  ) async throws -> [Bar] {
    let length = interval.duration
    let earliest = start - length
    let latest = min(end, client.now) - length
    var pricesByOpen: [Timestamp: Double?] = [:]
    var upTo = latest
    while upTo > earliest {
      let result = try await client.read(
        VenueRequest(
          BybitEndpoints.candles,
          [
            "category": category.rawValue, "symbol": instrument.id.symbol, "interval": interval == .day ? "D" : "60",
            "start": "\(earliest.milliseconds + 1)", "end": "\(upTo.milliseconds)", "limit": "\(Self.candlesOfPage)",
          ])
      ).need("result")
      let page = try candles(try result.need("list"))
      for (open, price) in page where open > earliest && open <= latest { pricesByOpen[open] = .some(price) }
      guard page.count == Self.candlesOfPage, let oldest = page.map(\.open).min(), oldest <= upTo else { break }
      upTo = oldest.advanced(byMilliseconds: -1)
    }
    return pricesByOpen.map { Bar(close: $0.key + length, price: $0.value) }.sorted { $0.close < $1.close }
  }

  private static var candlesOfPage: Int { 1000 }

  /// Opening instants and closing prices; no price where nothing was traded, as the venue repeats the one before.
  private func candles(_ list: JSONValue) throws(DecodingFault) -> [(open: Timestamp, price: Double?)] {
    var candles: [(open: Timestamp, price: Double?)] = []
    for row in list.elements {
      guard let open = try row[0]?.milliseconds(), let close = try row[4]?.double() else {
        throw DecodingFault("result.list", found: String(row.string.prefix(40)), expected: "a candle")
      }
      let isTraded = try row[5]?.double() != 0
      candles.append((open, isTraded && close > 0 ? close : nil))
    }
    return candles
  }

  /// Pages of 200 settled rates, the newest first.
  public func fundingStamps(
    of instrument: Instrument, since start: Timestamp, _ client: any VenueClient
  ) async throws -> [FundingStamp] {
    guard case .perpetual = instrument.kind else { return [] }
    var stamps: [Timestamp: FundingStamp] = [:]
    var upTo = client.now
    while upTo > start {
      let result = try await client.read(
        VenueRequest(
          BybitEndpoints.fundingHistory,
          [
            "category": category.rawValue, "symbol": instrument.id.symbol,
            "startTime": "\(start.milliseconds + 1)", "endTime": "\(upTo.milliseconds)", "limit": "200",
          ])
      ).need("result")
      let page = try settled(try result.need("list"))
      for stamp in page where stamp.time > start { stamps[stamp.time] = stamp }
      guard page.count == 200, let oldest = page.map(\.time).min(), oldest <= upTo else { break }
      upTo = oldest.advanced(byMilliseconds: -1)
    }
    return stamps.values.sorted { $0.time < $1.time }
  }

  private func settled(_ list: JSONValue) throws(DecodingFault) -> [FundingStamp] {
    var stamps: [FundingStamp] = []
    for row in list.elements {
      let time = Timestamp(milliseconds: try row.needInteger("fundingRateTimestamp"))
      stamps.append(FundingStamp(time: time, rate: try row.needDouble("fundingRate"), markPrice: nil))
    }
    return stamps
  }
}

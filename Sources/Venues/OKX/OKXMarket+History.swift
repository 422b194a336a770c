import HedgeModel

extension OKXMarket {
  /// Candles of UTC days or hours, the newest first; those further back than the venue's short memory come in smaller
  /// pages from its archive.
  public func bars(
    of instrument: Instrument, _ interval: BetaPolicy.BarInterval, from start: Timestamp, to end: Timestamp,
    _ client: any VenueClient
  ) async throws -> [Bar] {
    let length = interval.duration
    let earliest = start - length
    let latest = min(end, client.now) - length
    let isRecent = client.now - earliest < length * 1400
    let limit = isRecent ? 300 : 100
    var pricesByOpen: [Timestamp: Double?] = [:]
    var before = Timestamp(milliseconds: latest.milliseconds + 1)
    while before.milliseconds > earliest.milliseconds + 1 {
      let data = try await client.read(
        VenueRequest(
          isRecent ? OKXEndpoints.candles : OKXEndpoints.olderCandles,
          [
            "instId": instrument.id.symbol, "bar": interval == .day ? "1Dutc" : "1H",
            "after": "\(before.milliseconds)", "limit": "\(limit)",
          ])
      ).need("data")
      let page = try candles(data)
      for candle in page where candle.isClosed && candle.open > earliest && candle.open <= latest {
        pricesByOpen[candle.open] = .some(candle.price)
      }
      guard page.count >= limit, let oldest = page.map(\.open).min(), oldest < before else { break }
      before = oldest
    }
    return pricesByOpen.map { Bar(close: $0.key + length, price: $0.value) }.sorted { $0.close < $1.close }
  }

  /// A candle of the venue; without a price where nothing was traded, as the venue repeats the one before.
  private struct Candle {
    let open: Timestamp
    let price: Double?
    let isClosed: Bool
  }

  private func candles(_ data: JSONValue) throws(DecodingFault) -> [Candle] {
    var candles: [Candle] = []
    for row in data.elements {
      guard let open = try row[0]?.milliseconds(), let close = try row[4]?.double(), let confirm = row[8] else {
        throw DecodingFault("data", found: String(row.string.prefix(40)), expected: "a candle")
      }
      let isTraded = try row[5]?.double() != 0
      candles.append(
        Candle(open: open, price: isTraded && close > 0 ? close : nil, isClosed: confirm.equals("1")))
    }
    return candles
  }

  /// Pages of 100 payments, the newest first.
  public func fundingStamps(
    of instrument: Instrument, since start: Timestamp, _ client: any VenueClient
  ) async throws -> [FundingStamp] {
    guard case .perpetual = instrument.kind else { return [] }
    var stamps: [Timestamp: FundingStamp] = [:]
    var before: Timestamp?
    while true {
      let data = try await client.read(
        VenueRequest(
          OKXEndpoints.fundingHistory,
          [
            "instId": instrument.id.symbol, "before": "\(start.milliseconds)",
            "after": before.map { "\($0.milliseconds)" }, "limit": "100",
          ])
      ).need("data")
      let page = try settled(data)
      for stamp in page where stamp.time > start && stamp.time <= client.now { stamps[stamp.time] = stamp }
      guard page.count >= 100, let oldest = page.map(\.time).min(), oldest > start,
        oldest < before ?? .init(milliseconds: .max)
      else { break }
      before = oldest
    }
    return stamps.values.sorted { $0.time < $1.time }
  }

  /// The rate that was paid; the one predicted before it where the venue does not tell.
  private func settled(_ data: JSONValue) throws(DecodingFault) -> [FundingStamp] {
    var stamps: [FundingStamp] = []
    for row in data.elements {
      let time = Timestamp(milliseconds: try row.needInteger("fundingTime"))
      let paid = try row.double("realizedRate")
      let rate = if let paid { paid } else { try row.needDouble("fundingRate") }
      stamps.append(FundingStamp(time: time, rate: rate, markPrice: nil))
    }
    return stamps
  }
}

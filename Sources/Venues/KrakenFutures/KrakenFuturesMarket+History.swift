import HedgeModel

extension KrakenFuturesMarket {
  /// Closed bars that close in (`start`, `end`], oldest first. A bar without a trade has no price.
  public func bars(
    of instrument: Instrument, _ interval: BetaPolicy.BarInterval, from start: Timestamp, to end: Timestamp,
    _ client: any VenueClient
  ) async throws -> [Bar] {
    let length = interval.duration.wholeMilliseconds
    let last = min(end, client.now).milliseconds / length * length
    let endpoint = KrakenFuturesEndpoints.candles(
      of: instrument.id.symbol, resolution: interval == .hour ? "1h" : "1d")
    var open = start.milliseconds / length * length
    var bars: [Bar] = []
    while open + length <= last {
      let answer = try await client.read(
        VenueRequest(endpoint, ["from": "\(open / 1000)", "to": "\((last - length) / 1000)"]))
      let page = try Self.bars(answer, interval).filter { bar in
        bar.close > (bars.last?.close ?? start) && bar.close.milliseconds <= last
      }
      bars += page
      guard try answer.flag("more_candles") == true, let newest = page.last else { break }
      open = newest.close.milliseconds
    }
    return bars
  }

  /// Bars of an answer, oldest first.
  static func bars(_ answer: JSONValue, _ interval: BetaPolicy.BarInterval) throws(DecodingFault) -> [Bar] {
    var bars: [Bar] = []
    for row in try answer.need("candles").elements {
      let open = Timestamp(milliseconds: try row.needInteger("time"))
      let price = try row.needDouble("close")
      let hasTraded = try row.double("volume") != 0 && price > 0
      bars.append(Bar(close: open + interval.duration, price: hasTraded ? price : nil))
    }
    return bars.sorted { $0.close < $1.close }
  }

  /// Funding rates in (`start`, now], oldest first; the venue gives all there ever were. Nothing of dated futures.
  public func fundingStamps(
    of instrument: Instrument, since start: Timestamp, _ client: any VenueClient
  ) async throws -> [FundingStamp] {
    guard instrument.paysFunding else { return [] }
    let answer = try await client.read(
      VenueRequest(KrakenFuturesEndpoints.funding, ["symbol": instrument.id.symbol]))
    return try Self.stamps(answer).filter { $0.time > start && $0.time <= client.now }
  }

  /// Rates of an answer, oldest first: the relative ones; those that lack it are left out. The venue dates a rate by the
  /// begin of the hour it is paid for.
  static func stamps(_ answer: JSONValue) throws(DecodingFault) -> [FundingStamp] {
    var stamps: [FundingStamp] = []
    for row in try answer.need("rates").elements {
      guard let rate = try row.double("relativeFundingRate") else { continue }
      let end = try row.needInstant("timestamp") + fundingInterval
      stamps.append(FundingStamp(time: end, rate: rate, markPrice: nil))
    }
    return stamps.sorted { $0.time < $1.time }
  }
}

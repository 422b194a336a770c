import HedgeModel

extension HyperliquidMarket {
  /// Closed bars that close in (`start`, `end`], oldest first.
  public func bars(
    of instrument: Instrument, _ interval: BetaPolicy.BarInterval, from start: Timestamp, to end: Timestamp,
    _ client: any VenueClient
  ) async throws -> [Bar] {
    let last = min(end, client.now)
    var bars: [Bar] = []
    var next = start - interval.duration + .milliseconds(1)
    let lastOpen = last - interval.duration
    while next <= lastOpen {
      let answer = try await client.read(
        HyperliquidQuestion.candles(of: instrument.id.symbol, interval, from: next, to: lastOpen))
      let page = try Self.bars(answer, interval).filter { $0.close > (bars.last?.close ?? start) && $0.close <= last }
      bars += page
      guard let newest = page.last else { break }
      next = newest.close
    }
    return bars
  }

  /// Bars of an answer to `candleSnapshot`, oldest first. Without a trade a bar has no price.
  static func bars(_ answer: JSONValue, _ interval: BetaPolicy.BarInterval) throws(DecodingFault) -> [Bar] {
    var bars: [Bar] = []
    for candle in answer.elements {
      let open = try candle.needInteger("t")
      let close = try candle.needDouble("c")
      let hasTraded = try candle.integer("n") != 0 && close > 0
      bars.append(
        Bar(close: Timestamp(milliseconds: open) + interval.duration, price: hasTraded ? close : nil))
    }
    return bars.sorted { $0.close < $1.close }
  }

  /// Funding payments in (`start`, now], oldest first.
  public func fundingStamps(
    of instrument: Instrument, since start: Timestamp, _ client: any VenueClient
  ) async throws -> [FundingStamp] {
    guard instrument.isFuture else { return [] }
    var stamps: [FundingStamp] = []
    while true {
      let from = (stamps.last?.time ?? start) + .milliseconds(1)
      let answer = try await client.read(HyperliquidQuestion.funding(of: instrument.id.symbol, from: from))
      let page = try Self.stamps(answer).filter { $0.time >= from && $0.time <= client.now }
      stamps += page
      guard let last = page.last, client.now - last.time >= Self.fundingInterval else { return stamps }
    }
  }

  /// Payments of an answer to `fundingHistory`, oldest first.
  static func stamps(_ answer: JSONValue) throws(DecodingFault) -> [FundingStamp] {
    var stamps: [FundingStamp] = []
    for row in answer.elements {
      let time = Timestamp(milliseconds: try row.needInteger("time"))
      stamps.append(FundingStamp(time: time, rate: try row.needDouble("fundingRate"), markPrice: nil))
    }
    return stamps.sorted { $0.time < $1.time }
  }
}

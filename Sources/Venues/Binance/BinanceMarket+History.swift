import HedgeModel
import MarketData

extension BinanceMarket {
  /// Bars in one question: more cost more than they are worth.
  private static var barsInPage: Int64 { 1000 }
  /// Stamps in one question.
  private static var stampsInPage: Int { 1000 }
  /// COIN-M refuses longer spans.
  private static var longestSpan: Duration { .days(200) }

  /// Closed bars that close in (`start`, `end`], oldest first. A bar in which nothing was traded has no price, as the
  /// venue repeats the last one there.
  public func bars(
    of instrument: Instrument, _ interval: BetaPolicy.BarInterval, from start: Timestamp, to end: Timestamp,
    _ client: any VenueClient
  ) async throws -> [Bar] {
    let length = interval.duration.wholeMilliseconds
    let span = min(length * Self.barsInPage, Self.longestSpan.wholeMilliseconds)
    // The venue knows bars by when they open.
    let last = min(end, client.now).milliseconds / length * length - length
    var first = max(start.milliseconds, 0) / length * length
    var bars: [Bar] = []
    while first <= last {
      let final = min(first + span - length, last)
      let count = (final - first) / length + 1
      let answer = try await client.read(
        VenueRequest(
          segment.bars,
          [
            "symbol": instrument.id.symbol, "interval": interval == .hour ? "1h" : "1d", "startTime": "\(first)",
            "endTime": "\(final)", "limit": "\(count)",
          ], weight: segment == .spot ? nil : Self.weight(ofBars: count)))
      bars += try BinanceAnswer.read { () throws(DecodingFault) in
        try Self.bars(in: answer, length: length, opening: first...final, after: bars.last)
      }
      first = final + length
    }
    return bars
  }

  private static func weight(ofBars count: Int64) -> Int { count < 100 ? 1 : count < 500 ? 2 : 5 }

  static func bars(
    in answer: JSONValue, length: Int64, opening range: ClosedRange<Int64>, after previous: Bar?
  ) throws(DecodingFault) -> [Bar] {
    guard answer.isArray else { throw answer.fault("a list of bars") }
    var bars: [Bar] = []
    for row in answer.elements {
      guard let opened = try row[0]?.integer(), let close = row[4] else { throw row.fault("a bar") }
      let end = Timestamp(milliseconds: opened).advanced(byMilliseconds: length)
      guard range.contains(opened), end > (bars.last ?? previous)?.close ?? Timestamp(milliseconds: .min) else {
        continue
      }
      let price = try close.double()
      let wasTraded = try row[8]?.integer() != 0
      bars.append(Bar(close: end, price: wasTraded && price > 0 ? price : nil))
    }
    return bars
  }

  /// Funding payments in (`start`, now], oldest first; empty for what is no perpetual.
  public func fundingStamps(
    of instrument: Instrument, since start: Timestamp, _ client: any VenueClient
  ) async throws -> [FundingStamp] {
    guard let futures = segment.futures, case .perpetual = instrument.kind else { return [] }
    let end = client.now
    var stamps: [FundingStamp] = []
    var first = start.advanced(byMilliseconds: 1)
    while first <= end {
      let answer = try await client.read(
        VenueRequest(
          futures.fundingStamps,
          [
            "symbol": instrument.id.symbol, "startTime": "\(first.milliseconds)", "endTime": "\(end.milliseconds)",
            "limit": "\(Self.stampsInPage)",
          ]))
      let page = try BinanceAnswer.read { () throws(DecodingFault) in try Self.stamps(in: answer) }
      stamps += page.filter { $0.time >= first && $0.time <= end }
      guard page.count >= Self.stampsInPage, let last = page.last?.time, last >= first else { break }
      first = last.advanced(byMilliseconds: 1)
    }
    return stamps
  }

  static func stamps(in answer: JSONValue) throws(DecodingFault) -> [FundingStamp] {
    guard answer.isArray else { throw answer.fault("a list of fundings") }
    var stamps: [FundingStamp] = []
    for row in answer.elements {
      stamps.append(
        FundingStamp(
          time: try row.need("fundingTime").milliseconds(), rate: try row.needDouble("fundingRate"),
          markPrice: try BinanceAnswer.price("markPrice", of: row)))
    }
    return stamps.sorted { $0.time < $1.time }
  }
}

import HedgeModel

extension CoinbaseMarket {
  /// Bars of an answer.
  static let pageSize: Int64 = 300

  /// Closed bars that close in (`start`, `end`], oldest first. Where nothing was traded the venue has no bar.
  public func bars(
    of instrument: Instrument, _ interval: BetaPolicy.BarInterval, from start: Timestamp, to end: Timestamp,
    _ client: any VenueClient
  ) async throws -> [Bar] {
    let length = interval.duration.wholeMilliseconds
    let last = min(end, client.now)
    // The first that closes after `start` opens with the interval `start` lies in.
    var open = start.milliseconds / length * length
    var bars: [Bar] = []
    while open + length <= last.milliseconds {
      let lastOpen = min(open + (Self.pageSize - 1) * length, last.milliseconds / length * length - length)
      let answer = try await client.read(
        Self.question(instrument.id.symbol, interval, from: open, to: lastOpen))
      let page = try Self.bars(answer, interval)
      bars += page.filter { $0.close > (bars.last?.close ?? start) && $0.close <= last }
      open = lastOpen + length
    }
    return bars
  }

  private static func question(
    _ symbol: String, _ interval: BetaPolicy.BarInterval, from start: Int64, to end: Int64
  ) -> VenueRequest {
    VenueRequest(
      CoinbaseEndpoints.candles(of: symbol),
      [
        "granularity": interval == .hour ? "3600" : "86400", "start": Timestamp(milliseconds: start).iso8601,
        "end": Timestamp(milliseconds: end).iso8601,
      ])
  }

  /// Bars of an answer, `[open time in seconds, low, high, open, close, volume]`, newest first; given oldest first.
  static func bars(_ answer: JSONValue, _ interval: BetaPolicy.BarInterval) throws(DecodingFault) -> [Bar] {
    guard answer.isArray else { throw answer.fault("a list of bars") }
    var bars: [Bar] = []
    for row in answer.elements {
      guard let time = row[0], let close = row[4] else { throw row.fault("six numbers") }
      let price = try close.double()
      let open = Timestamp(seconds: Double(try time.integer()))
      bars.append(Bar(close: open + interval.duration, price: price > 0 ? price : nil))
    }
    return bars.sorted { $0.close < $1.close }
  }
}

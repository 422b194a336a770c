import HedgeModel

extension DeribitMarket {
  /// Bars that are asked for at once.
  static let chartSize: Int64 = 5000
  /// Hours of funding that are asked for at once.
  static let fundingSize: Int64 = 720

  /// Closed bars that close in (`start`, `end`], oldest first. Days are put together of hours: when the venue's own days
  /// begin is not documented.
  public func bars(
    of instrument: Instrument, _ interval: BetaPolicy.BarInterval, from start: Timestamp, to end: Timestamp,
    _ client: any VenueClient
  ) async throws -> [Bar] {
    let hour = Duration.hours(1).wholeMilliseconds
    let length = interval.duration.wholeMilliseconds
    let last = min(end, client.now).milliseconds / length * length
    var open = start.milliseconds / length * length
    var hours: [Bar] = []
    while open + hour <= last {
      let lastOpen = min(open + (Self.chartSize - 1) * hour, last - hour)
      let answer = try await client.read(Self.question(instrument.id.symbol, from: open, to: lastOpen))
      let page = try Self.hours(answer.need("result"))
      hours += page.filter { bar in
        bar.close.milliseconds > (hours.last?.close.milliseconds ?? open) && bar.close.milliseconds <= last
      }
      open = lastOpen + hour
    }
    let bars = interval == .hour ? hours : Self.days(of: hours)
    return bars.filter { $0.close > start && $0.close.milliseconds <= last }
  }

  private static func question(_ symbol: String, from start: Int64, to end: Int64) -> VenueRequest {
    VenueRequest(
      DeribitEndpoints.chart,
      [
        "instrument_name": symbol, "start_timestamp": "\(start)", "end_timestamp": "\(end)", "resolution": "60",
      ])
  }

  /// Hours of a result, lists of equal length, oldest first. Without volume an hour has no price.
  static func hours(_ result: JSONValue) throws(DecodingFault) -> [Bar] {
    if result["status"]?.equals("no_data") == true { return [] }
    let ticks = Array(try result.need("ticks").elements)
    let closes = Array(try result.need("close").elements)
    let volumes = Array(try result.need("volume").elements)
    guard ticks.count == closes.count, ticks.count == volumes.count else {
      throw DecodingFault("close", found: "\(closes.count) prices", expected: "\(ticks.count)")
    }
    var bars: [Bar] = []
    for place in ticks.indices {
      let price = try closes[place].double()
      let hasTraded = try volumes[place].double() > 0 && price > 0
      bars.append(Bar(close: try ticks[place].milliseconds() + .hours(1), price: hasTraded ? price : nil))
    }
    return bars.sorted { $0.close < $1.close }
  }

  /// UTC days of hours: the price of a day is the last in it; a day of which there is no hour is missing.
  static func days(of hours: [Bar]) -> [Bar] {
    let day = Duration.days(1).wholeMilliseconds
    var days: [Bar] = []
    for hour in hours {
      let close = Timestamp(milliseconds: (hour.close.milliseconds + day - 1) / day * day)
      if let last = days.last, last.close == close {
        days[days.count - 1] = Bar(close: close, price: hour.price ?? last.price)
      } else {
        days.append(Bar(close: close, price: hour.price))
      }
    }
    return days
  }

  /// What accrued in each hour of (`start`, now], oldest first, at the hour's end; nothing of dated futures.
  public func fundingStamps(
    of instrument: Instrument, since start: Timestamp, _ client: any VenueClient
  ) async throws -> [FundingStamp] {
    guard instrument.paysFunding else { return [] }
    var stamps: [FundingStamp] = []
    var from = start.milliseconds + 1
    while from <= client.now.milliseconds {
      let to = min(from + Self.fundingSize * 3_600_000 - 1, client.now.milliseconds)
      let answer = try await client.read(
        VenueRequest(
          DeribitEndpoints.funding,
          ["instrument_name": instrument.id.symbol, "start_timestamp": "\(from)", "end_timestamp": "\(to)"]))
      stamps += try Self.stamps(answer.need("result")).filter { (from...to).contains($0.time.milliseconds) }
      from = to + 1
    }
    return stamps
  }

  /// Hours of a result, oldest first.
  static func stamps(_ result: JSONValue) throws(DecodingFault) -> [FundingStamp] {
    var stamps: [FundingStamp] = []
    for row in result.elements {
      let time = Timestamp(milliseconds: try row.needInteger("timestamp"))
      stamps.append(FundingStamp(time: time, rate: try row.needDouble("interest_1h"), markPrice: nil))
    }
    return stamps.sorted { $0.time < $1.time }
  }
}

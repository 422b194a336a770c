import HedgeModel
import MarketData

/// What a ticker tells: the same over HTTP and in streams.
struct DeribitTicker {
  let at: Timestamp
  let quote: Quote?
  let mark: Double?
  let index: Double?
  /// Of perpetuals: the rate of eight hours that accrues now.
  let funding: FundingRate?

  /// - Throws: ``DecodingFault`` when it bears no time or a number is none.
  init(_ data: JSONValue, isPerpetual: Bool) throws(DecodingFault) {
    at = Timestamp(milliseconds: try data.needInteger("timestamp"))
    quote = Quote(
      last: try data.double("last_price"), bid: try data.double("best_bid_price"),
      ask: try data.double("best_ask_price"))
    mark = try data.double("mark_price").flatMap { $0 > 0 ? $0 : nil }
    index = try data.double("index_price").flatMap { $0 > 0 ? $0 : nil }
    let current = try data.double("current_funding")
    let accrued = try data.double("funding_8h")
    let rate = isPerpetual ? current ?? accrued : nil
    funding = rate.flatMap { FundingRate(rate: $0, interval: DeribitMarket.fundingInterval, nextStamp: nil) }
  }

  /// Adds the values of `instrument`.
  func add(to output: inout StreamOutput, of instrument: InstrumentID) {
    if let quote { output.add(.quote(quote), of: instrument, at: at) }
    if let mark { output.add(.mark(mark), of: instrument, at: at) }
    if let index { output.add(.index(index), of: instrument, at: at) }
    if let funding { output.add(.funding(funding), of: instrument, at: at) }
  }
}

import HedgeModel
import MarketData

/// What is known of one instrument, from a whole ticker or from changes told since.
struct BybitTicker: Sendable {
  /// Which of its values a message told.
  struct Parts: OptionSet, Sendable {
    let rawValue: UInt8
    static let quote = Parts(rawValue: 1)
    static let mark = Parts(rawValue: 2)
    static let index = Parts(rawValue: 4)
    static let funding = Parts(rawValue: 8)
    static let all: Parts = [.quote, .mark, .index, .funding]
  }

  private var last: Double?
  private var bid: Double?
  private var ask: Double?
  private var mark: Double?
  private var index: Double?
  private var rate: Double?
  private var nextFunding: Timestamp?
  private var interval: Duration?

  /// A ticker of which nothing is known yet.
  ///
  /// - Parameter kind: of a perpetual, it gives the funding interval until the ticker tells another; what is no
  ///   perpetual has no funding, whatever the ticker says.
  init(_ kind: Instrument.Kind) {
    if case .perpetual(let fundingInterval) = kind { interval = fundingInterval }
  }

  /// Takes what `data` tells; what it does not mention is as it was.
  mutating func take(_ data: JSONValue) throws(DecodingFault) -> Parts {
    var told: Parts = []
    if try data.change("lastPrice", &last) { told.insert(.quote) }
    if try data.change("bid1Price", &bid) { told.insert(.quote) }
    if try data.change("ask1Price", &ask) { told.insert(.quote) }
    if try data.change("markPrice", &mark) { told.insert(.mark) }
    if try data.change("indexPrice", &index) { told.insert(.index) }
    if try takeFunding(data) { told.insert(.funding) }
    return told
  }

  private mutating func takeFunding(_ data: JSONValue) throws(DecodingFault) -> Bool {
    guard let usual = interval else { return false }
    var isTold = false
    if data.stated("fundingRate") != nil {
      rate = try data.double("fundingRate")
      isTold = true
    }
    if let next = try data.integer("nextFundingTime") {
      nextFunding = next > 0 ? Timestamp(milliseconds: next) : nil
      isTold = true
    }
    if let hours = try data.double("fundingIntervalHour") {
      interval = hours > 0 && hours < 10_000 ? .hours(hours) : usual
      isTold = true
    }
    return isTold
  }

  /// Adds the values of `parts` that are known.
  func add(_ parts: Parts, of instrument: InstrumentID, at time: Timestamp, to output: inout StreamOutput) {
    if parts.contains(.quote), let quote = Quote(last: last, bid: bid, ask: ask) {
      output.add(.quote(quote), of: instrument, at: time)
    }
    if parts.contains(.mark), let mark { output.add(.mark(mark), of: instrument, at: time) }
    if parts.contains(.index), let index { output.add(.index(index), of: instrument, at: time) }
    if parts.contains(.funding), let rate, let interval,
      let funding = FundingRate(rate: rate, interval: interval, nextStamp: nextFunding)
    {
      output.add(.funding(funding), of: instrument, at: time)
    }
  }
}

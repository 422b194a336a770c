/// What is known of one instrument's market now, each value with its own age.
public struct InstrumentMarket: Hashable, Sendable {
  /// Last price, bid and ask.
  public var quote: Reading<Quote>
  /// The venue's mark price, which margin and unrealised profit are computed from.
  public var mark: Reading<Double>
  /// The venue's index of the underlying's spot price.
  public var index: Reading<Double>
  /// The current funding rate.
  public var funding: Reading<FundingRate>

  /// A market of which nothing is known yet.
  public init(unknown instrument: InstrumentID) {
    quote = .unknown(UnknownReason(.notReceived, "no price of \(instrument) yet"))
    mark = .unknown(UnknownReason(.notReceived, "no mark price of \(instrument) yet"))
    index = .unknown(UnknownReason(.notReceived, "no index price of \(instrument) yet"))
    funding = .unknown(UnknownReason(.notReceived, "no funding rate of \(instrument) yet"))
  }
}

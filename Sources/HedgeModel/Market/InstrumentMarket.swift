/// What is known of one instrument's market now, each value with its own age.
///
/// What has never arrived takes no room, and its words are made when they are read: a table holds thousands of markets,
/// and most instruments have only two of the four values.
public struct InstrumentMarket: Hashable, Sendable {
  private let instrument: InstrumentID
  private var knownQuote: Reading<Quote>?
  private var knownMark: Reading<Double>?
  private var knownIndex: Reading<Double>?
  private var knownFunding: Reading<FundingRate>?

  /// A market of which nothing is known yet.
  public init(unknown instrument: InstrumentID) {
    self.instrument = instrument
  }

  /// Last price, bid and ask.
  public var quote: Reading<Quote> {
    get { knownQuote ?? missing("price") }
    set { knownQuote = newValue }
  }

  /// The venue's mark price, which margin and unrealised profit are computed from.
  public var mark: Reading<Double> {
    get { knownMark ?? missing("mark price") }
    set { knownMark = newValue }
  }

  /// The venue's index of the underlying's spot price.
  public var index: Reading<Double> {
    get { knownIndex ?? missing("index price") }
    set { knownIndex = newValue }
  }

  /// The current funding rate.
  public var funding: Reading<FundingRate> {
    get { knownFunding ?? missing("funding rate") }
    set { knownFunding = newValue }
  }

  private func missing<Value>(_ what: String) -> Reading<Value> {
    .unknown(UnknownReason(.notReceived, "no \(what) of \(instrument) yet"))
  }
}

/// What is known of one instrument's market now, each value with its own age.
///
/// What has never arrived takes no room, and its words are made when they are read: a table holds thousands of markets,
/// and most instruments have only two of the four values.
///
/// Its values are inlinable, so that another module reads one of them out of a table without copying the whole market.
public struct InstrumentMarket: Hashable, Sendable {
  @usableFromInline let instrument: InstrumentID
  @usableFromInline var knownQuote: Reading<Quote>?
  @usableFromInline var knownMark: Reading<Double>?
  @usableFromInline var knownIndex: Reading<Double>?
  @usableFromInline var knownFunding: Reading<FundingRate>?

  /// A market of which nothing is known yet.
  public init(unknown instrument: InstrumentID) {
    self.instrument = instrument
  }

  /// Last price, bid and ask.
  public var quote: Reading<Quote> {
    @inlinable get { knownQuote ?? missing("price") }
    @inlinable set { knownQuote = newValue }
  }

  /// The venue's mark price, which margin and unrealised profit are computed from.
  public var mark: Reading<Double> {
    @inlinable get { knownMark ?? missing("mark price") }
    @inlinable set { knownMark = newValue }
  }

  /// The venue's index of the underlying's spot price.
  public var index: Reading<Double> {
    @inlinable get { knownIndex ?? missing("index price") }
    @inlinable set { knownIndex = newValue }
  }

  /// The current funding rate.
  public var funding: Reading<FundingRate> {
    @inlinable get { knownFunding ?? missing("funding rate") }
    @inlinable set { knownFunding = newValue }
  }

  @usableFromInline func missing<Value>(_ what: String) -> Reading<Value> {
    .unknown(UnknownReason(.notReceived, "no \(what) of \(instrument) yet"))
  }
}

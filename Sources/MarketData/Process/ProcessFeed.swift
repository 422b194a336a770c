import HedgeModel

/// Any program that writes JSON, one object a line, to its standard output: the plug for feeds nobody here wrote.
///
/// The program is started without a shell and without a terminal. The first line of its standard input tells what is
/// wanted, `{"subscribe":["BTC","BTC-PERP"]}`; its input is closed when it should end. Each line it writes has a
/// `type`, and, but for `status`, an `instrument`, a name of up to 64 printable ASCII characters. Numbers are JSON
/// numbers or strings; times are ISO 8601 in UTC or milliseconds since 1970, and where `time` is left out the line's
/// arrival counts. Fields that are not named here are ignored.
///
///     {"type":"quote","instrument":"BTC","price":65000.5,"bid":65000,"ask":65001,"time":"2021-05-19T12:00:00Z"}
///     {"type":"mark","instrument":"BTC-PERP","price":"65010.2"}
///     {"type":"index","instrument":"BTC-PERP","price":65001.1}
///     {"type":"funding","instrument":"BTC-PERP","rate":0.0001,"interval_hours":8,"next":1621440000000}
///     {"type":"funding_stamp","instrument":"BTC-PERP","rate":6.27e-08,"time":"2021-05-19T08:00:00Z","mark":64000}
///     {"type":"bar","instrument":"BTC","interval":"day","close_time":"2021-05-19T00:00:00Z","price":null}
///     {"type":"depth","instrument":"BTC-PERP","bids":[["65000","1.2"],["64999.9","3"]],"asks":[["65000.1","0.8"]]}
///     {"type":"status","state":"connected"}
///     {"type":"instrument","instrument":"BTC-PERP","kind":"perpetual","convention":"linear","underlying":"BTC",
///      "quote":"USDT","settlement":"USDT","multiplier":1,"tick":"0.1","lot":"0.001","interval_hours":8}
///
/// A further line of its input, `{"depth":["BTC-PERP"]}`, names the instruments whose order books matter from then on, an
/// empty list none; it comes again when that changes. A program without order books ignores it. `bids` and `asks` are
/// both needed, each a list of price and quantity in contracts, in any order; books nobody watches are dropped.
///
/// A `bar` with a null price is a gap. `interval` is `hour` or `day`. `state` is `connecting`, `connected`, `failed`
/// (with a `message`; `connecting` or `connected` again when that is over) or `ended`; a program that ends after `ended` is not started again. `kind` is `spot`,
/// `perpetual` or `dated` (with `expiry`); `convention`, `settlement`, `multiplier`, `minimum_quantity` and
/// `minimum_notional` may be left out.
///
/// A line that is not understood, or longer than 1 MiB, becomes a warning. When the program ends, closes its output
/// or cannot be started, the feed has failed, says why with the last line of its standard error, and starts it again
/// after a growing wait of up to a minute, when ``advance(to:)`` is told that the time has come. The arrival times
/// are those of the clock given.
public final class ProcessFeed: PriceFeed {
  private let configuration: ProcessConfiguration
  private let core: ProcessCore

  /// A feed that runs the configuration's program once it is started.
  public init(configuration: ProcessConfiguration, clock: any MarketClock = WallClock()) {
    self.configuration = configuration
    core = ProcessCore(configuration, clock: clock)
  }

  deinit { core.stop() }

  /// The configured name, in capitals for the header.
  public var identity: FeedIdentity {
    FeedIdentity(
      name: configuration.name, label: printable(configuration.name).uppercased(), isLive: configuration.isLive,
      staleAfter: configuration.staleAfter, givesDepth: true)
  }

  /// The configured specifications and those the program has announced so far.
  public func instruments() async throws -> [Instrument] { core.specifications }

  /// The bars the program has sent so far; it sends its history when it is started.
  public func history(_ request: HistoryRequest) async throws -> [Bar] { try core.history(request) }

  /// The payments the program has sent so far.
  public func fundingHistory(of instrument: InstrumentID, since: Timestamp) async throws -> [FundingStamp] {
    core.stamps(of: instrument, since: since)
  }

  /// Starts the program, or starts it anew for other instruments.
  public func start(_ instruments: [InstrumentID], into inbox: Inbox) { core.start(instruments, into: inbox) }

  /// Tells the program which order books matter; those of others are dropped.
  public func watchDepth(of instruments: [InstrumentID]) { core.watchDepth(of: instruments) }

  /// Starts the program again when the time for it has come.
  public func advance(to now: Timestamp) { core.advance(to: now) }

  /// Ends the program and all it started; returns when they are gone.
  public func stop() { core.stop() }
}

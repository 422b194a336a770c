import HedgeModel

/// One line of a recording after its header: what one feed brought at one time.
///
/// A recording is a file of JSON Lines. The header is the first:
///
///     {"format":"hedgetop recording","version":1,"program":"hedgetop 0.1.0","start":1700000000000,
///      "spot":{"venue":"coinbase","quote":"USD"},
///      "feeds":[{"name":"coinbase","label":"COINBASE","stale_after_ms":30000,"live":true,"depth":true}],
///      "instruments":[{"name":"coinbase:BTC-USD","kind":"spot","convention":"linear","underlying":"BTC",
///        "quote":"USD","settlement":"USD","multiplier":"1","tick":"0.01","lot":"0.00000001",
///        "minimum_quantity":"0","minimum_notional":"1"}],
///      "tiers":[{"instrument":"binance-usdm:BTCUSDT","rule":"marginal","growth":"0","source":"…",
///        "brackets":[["0","0.004","125"],["50000","0.005",null]]}]}
///
/// Perpetuals have `interval_ms` beside their `kind`, dated futures `expiry`. Then comes a line for each refresh of a
/// feed that brought something, and one for each part of the past that was asked for:
///
///     {"t":1700000001000,"feed":"coinbase","events":[
///       {"signal":"connected"}, {"signal":"failed","message":"…","retry":1700000005000},
///       {"signal":"warning","message":"…"},
///       {"quote":"coinbase:BTC-USD","at":1700000000990,"price":65000.5,"bid":65000.0,"ask":65001.0},
///       {"mark":"…","at":…,"price":…}, {"index":"…","at":…,"price":…},
///       {"funding":"…","at":…,"rate":0.0001,"interval_ms":28800000,"next":…},
///       {"book":"…","at":…,"bids":[["65000.0","1.5"]],"asks":[]},
///       {"bar":"…","interval":"day","close":…,"price":…}, {"stamp":"…","at":…,"rate":…,"mark_price":…}]}
///     {"t":…,"feed":"…","bars":"…","interval":"day","count":366,"end":…,"closes":[[1699920000000,64000.0],[…,null]]}
///     {"t":…,"feed":"…","stamps":"…","since":…,"payments":[[1699920000000,0.0001,64010.5],[…,…,null]]}
///     {"t":…,"feed":"…","bars":"…","interval":"hour","count":49,"end":…,"missing":{"place":"…","message":"…"}}
///
/// Instants are milliseconds since 1970, UTC. What is estimated is a number with as many digits as bring it back to the
/// last bit; what is counted is a text of exact digits. What is not known is left out, or null in a list. The instants
/// `t` never fall.
public struct RecordingEntry: Hashable, Sendable {
  /// What was brought.
  public enum Content: Hashable, Sendable {
    /// What came between two refreshes; of updates the latest of each sort.
    case events([FeedEvent])
    /// Bars that were asked for, oldest first.
    case bars(HistoryRequest, [Bar])
    /// Bars that could not be had, and why.
    case noBars(HistoryRequest, FeedError)
    /// Funding payments of a perpetual after an instant, oldest first.
    case payments(InstrumentID, since: Timestamp, [FundingStamp])
    /// Funding payments that could not be had, and why.
    case noPayments(InstrumentID, since: Timestamp, FeedError)
  }

  /// The instant of the refresh; of what was asked for, of the last refresh before it came.
  public let at: Timestamp
  /// The feed's name.
  public let feed: String
  /// What it brought.
  public let content: Content

  /// An entry; see the properties.
  public init(at: Timestamp, feed: String, content: Content) {
    self.at = at
    self.feed = feed
    self.content = content
  }
}

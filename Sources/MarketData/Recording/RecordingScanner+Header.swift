import FoundationEssentials
import HedgeModel

extension RecordingScanner {
  /// Reads the first line.
  mutating func header() throws(RecordingFault) -> RecordingHeader {
    var seen: [RecordingKey] = []
    var (program, start, spot): (String?, Timestamp?, (venue: String, quote: Asset?)?) = (nil, nil, nil)
    var (feeds, instruments, tiers): ([FeedIdentity]?, [Instrument]?, [InstrumentID: MarginTiers]?) = (nil, nil, nil)
    try open("{")
    while let key = try key(&seen) {
      guard key == .format || seen.first == .format else { throw fault("expected the header of a recording", at: 0) }
      switch key {
      case .format: try expectFormat()
      case .version: try expectVersion()
      case .program: program = try text()
      case .start: start = try instant()
      case .spot: spot = try self.spot()
      case .feeds: feeds = try self.feeds()
      case .instruments: instruments = try self.instruments()
      case .tiers: tiers = try self.tiers()
      default: throw fault("the field \(key.rawValue) does not belong to a header")
      }
    }
    guard seen.contains(.version), let program, let start, let spot, let feeds, let instruments, let tiers else {
      throw fault("expected a header with \(Self.headerFields)", at: 0)
    }
    return RecordingHeader(
      program: program, start: start, spotVenue: spot.venue, spotQuote: spot.quote, feeds: feeds,
      instruments: instruments, tiers: tiers)
  }

  private static let headerFields = "format, version, program, start, spot, feeds, instruments and tiers"

  private mutating func expectFormat() throws(RecordingFault) {
    guard try text() == RecordingEncoder.format else { throw fault("expected the header of a recording", at: 0) }
  }

  private mutating func expectVersion() throws(RecordingFault) {
    let version = try integer()
    guard version == RecordingEncoder.version else {
      throw fault("found version \(version) of the format, expected \(RecordingEncoder.version)")
    }
  }

  private mutating func spot() throws(RecordingFault) -> (venue: String, quote: Asset?) {
    var seen: [RecordingKey] = []
    var (venue, quote): (String?, Asset?) = (nil, nil)
    try open("{")
    while let key = try key(&seen) {
      switch key {
      case .venue: venue = try name()
      case .quote: quote = try asset()
      default: throw fault("expected venue and quote")
      }
    }
    guard let venue else { throw fault("the venue is missing") }
    return (venue, quote)
  }

  private mutating func feeds() throws(RecordingFault) -> [FeedIdentity] {
    var feeds: [FeedIdentity] = []
    var isFirst = true
    try open("[")
    while try element(&isFirst) {
      let feed = try self.feed()
      guard !feeds.contains(where: { $0.name == feed.name }) else { throw fault("two feeds are called \(feed.name)") }
      feeds.append(feed)
    }
    guard !feeds.isEmpty else { throw fault("expected at least one feed") }
    return feeds
  }

  private mutating func feed() throws(RecordingFault) -> FeedIdentity {
    var seen: [RecordingKey] = []
    var (name, label, staleAfter): (String?, String?, Duration?) = (nil, nil, nil)
    var (isLive, givesDepth): (Bool?, Bool?) = (nil, nil)
    try open("{")
    while let key = try key(&seen) {
      switch key {
      case .name: name = try self.name()
      case .label: label = try text()
      case .staleAfter: staleAfter = try duration()
      case .live: isLive = try flag()
      case .depth: givesDepth = try flag()
      default: throw fault("the field \(key.rawValue) does not belong to a feed")
      }
    }
    guard let name, let label, let staleAfter, let isLive, let givesDepth else {
      throw fault("expected a feed with name, label, stale_after_ms, live and depth")
    }
    return FeedIdentity(name: name, label: label, isLive: isLive, staleAfter: staleAfter, givesDepth: givesDepth)
  }

  private mutating func tiers() throws(RecordingFault) -> [InstrumentID: MarginTiers] {
    var tables: [InstrumentID: MarginTiers] = [:]
    var isFirst = true
    try open("[")
    while try element(&isFirst) {
      let (instrument, table) = try table()
      guard tables.updateValue(table, forKey: instrument) == nil else { throw fault("two tables of \(instrument)") }
    }
    return tables
  }

  private mutating func table() throws(RecordingFault) -> (InstrumentID, MarginTiers) {
    var seen: [RecordingKey] = []
    var (instrument, rule, growth): (InstrumentID?, MarginTiers.Rule?, Decimal?) = (nil, nil, nil)
    var (source, brackets): (String?, [MarginTiers.Tier]?) = (nil, nil)
    try open("{")
    while let key = try key(&seen) {
      switch key {
      case .instrument: instrument = try self.instrument()
      case .rule: rule = try choice()
      case .growth: growth = try decimal()
      case .source: source = try text()
      case .brackets: brackets = try self.brackets()
      default: throw fault("the field \(key.rawValue) does not belong to a margin table")
      }
    }
    guard let instrument, let rule, let growth, let source, let brackets,
      let tiers = MarginTiers(rule: rule, tiers: brackets, growthPerCoin: growth, source: source)
    else { throw fault("expected a margin table with rising floors from 0 and rates from 0 to 1") }
    return (instrument, tiers)
  }

  private mutating func brackets() throws(RecordingFault) -> [MarginTiers.Tier] {
    try rows { scanner, isFirst throws(RecordingFault) in
      try scanner.expectElement(&isFirst)
      let floor = try scanner.decimal()
      try scanner.expectElement(&isFirst)
      let rate = try scanner.decimal()
      try scanner.expectElement(&isFirst)
      let leverage: Decimal? = scanner.takeNull() ? nil : try scanner.decimal()
      return MarginTiers.Tier(floor: floor, maintenanceRate: rate, maximumLeverage: leverage)
    }
  }
}

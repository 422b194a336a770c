import HedgeConfiguration
import HedgeModel
import MarketData
import Venues

/// The configured feeds with the clock of the time they live in.
struct FeedConnection {
  let feeds: [any PriceFeed]
  let clock: any MarketClock

  /// The feed that quotes an instrument.
  ///
  /// - Throws: ``FeedError`` when none does.
  func feed(of instrument: InstrumentID) throws -> any PriceFeed {
    if let feed = feeds.first(where: { $0.identity.name == instrument.venue }) { return feed }
    throw FeedError(place: instrument.description, message: "is quoted by no feed of the configuration")
  }

  /// The same feeds and clock, with what the feeds tell written down.
  init(_ connection: FeedConnection, recorder: Recorder) {
    feeds = connection.feeds.map { RecordingFeed($0, recorder: recorder) }
    clock = connection.clock
  }

  /// Makes the feeds the configuration names.
  ///
  /// - Parameters:
  ///   - configuration: what the user asks for. The specifications of its portfolio are handed to feeds that have none.
  ///   - network: reaches exchanges; needed for them only.
  ///   - speed: market time per wall time from the command line; nil takes the configuration's.
  ///   - wall: the clock of the wall.
  ///   - warn: is told what the user should know and what stops nothing.
  /// - Throws: ``FeedError`` when a recording cannot be read, or a venue is not known.
  @MainActor
  init(
    _ configuration: Configuration, network: VenueNetwork?, speed: Double?, wall: any MarketClock = ForwardClock(),
    warn: @MainActor (String) -> Void = StandardError.warn
  ) throws {
    let portfolio = configuration.portfolio
    switch configuration.feed {
    case .simulated(let simulated):
      let pace = speed ?? simulated.speed
      let start = wall.now()
      feeds = [SimulatedFeed(configuration: SimulatedConfiguration(seed: simulated.seed, start: start, speed: pace))]
      clock = ScaledClock(start: start, speed: pace, wall: wall)
    case .replay(let replay):
      let pace = speed ?? replay.speed
      let recording = try ReplayFeed(
        configuration: ReplayConfiguration(
          files: replay.prices + replay.perpetuals + replay.funding, start: replay.start, end: replay.end,
          quote: portfolio.currency, specifications: Array(portfolio.instruments.values), speed: pace))
      feeds = [recording]
      clock = ScaledClock(start: recording.start, speed: pace, wall: wall)
    case .recording(let file):
      let pace = speed ?? file.speed
      let recording = try Recording(path: file.file)
      if let warning = recording.warning { warn(warning) }
      feeds = recording.feeds(speed: pace)
      clock = ScaledClock(start: recording.header.start, speed: pace, wall: wall)
    case .process(let process):
      feeds = [
        ProcessFeed(
          configuration: ProcessConfiguration(
            command: process.command, name: process.name, staleAfter: process.staleAfter,
            specifications: Array(portfolio.instruments.values), folder: process.folder),
          clock: wall)
      ]
      clock = wall
    case .venues:
      feeds = try Self.venues(of: portfolio).compactMap { name in
        try network?.feed(name, hosts: configuration.venueHosts)
      }
      clock = wall
    }
  }

  /// The feeds another configuration needs, of those there are as many as it still does; new ones are made for venues
  /// that none is of, those of exchanges only.
  ///
  /// - Throws: ``ProgramFailure`` when it needs a venue that the feed does not have; ``FeedError`` when none is known.
  func feeds(for new: Configuration, network: VenueNetwork?) throws -> [any PriceFeed] {
    let present = Set(feeds.map(\.identity.name))
    guard case .venues = new.feed, let network else {
      if let other = new.portfolio.watchedInstruments.first(where: { !present.contains($0.venue) }) {
        throw ProgramFailure(
          .configuration, "\(other) is of another venue than the feed; the running configuration stays")
      }
      return feeds
    }
    let wanted = Self.venues(of: new.portfolio)
    let added = try wanted.filter { !present.contains($0) }.map { name in
      try network.feed(name, hosts: new.venueHosts)
    }
    return feeds.filter { wanted.contains($0.identity.name) } + added
  }

  /// The same clock with other feeds.
  func replacing(_ feeds: [any PriceFeed]) -> FeedConnection { FeedConnection(feeds: feeds, clock: clock) }

  private init(feeds: [any PriceFeed], clock: any MarketClock) {
    self.feeds = feeds
    self.clock = clock
  }

  private static func venues(of portfolio: Portfolio) -> [String] {
    Set(portfolio.watchedInstruments.map(\.venue)).sorted()
  }
}

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
  /// - Throws: ``FeedError`` when a recording cannot be read, or a venue is not known.
  init(
    _ configuration: Configuration, network: VenueNetwork?, speed: Double?, wall: any MarketClock = WallClock()
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
      if let warning = recording.warning { StandardError.write("hedgetop: \(PrintableLines.text(warning))\n") }
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
      let names = Set(portfolio.watchedInstruments.map(\.venue)).sorted()
      feeds = try names.compactMap { name in
        try network?.feed(name, hosts: configuration.venueHosts)
      }
      clock = wall
    }
  }
}

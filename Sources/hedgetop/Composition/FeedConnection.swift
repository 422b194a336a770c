import HedgeConfiguration
import HedgeModel
import MarketData

/// The configured feed with the clock of the time it lives in.
struct FeedConnection {
  let feed: any PriceFeed
  let clock: any MarketClock

  /// Makes the feed the configuration names.
  ///
  /// - Parameters:
  ///   - configuration: what the user asks for.
  ///   - portfolio: whose instruments are wanted; its specifications are handed to feeds that have none.
  ///   - speed: market time per wall time from the command line; nil takes the configuration's.
  ///   - wall: the clock of the wall.
  /// - Throws: ``FeedError`` when a recording cannot be read.
  init(
    _ configuration: FeedConfiguration, for portfolio: Portfolio, speed: Double?, wall: any MarketClock = WallClock()
  ) throws {
    switch configuration {
    case .simulated(let simulated):
      let pace = speed ?? simulated.speed
      let start = wall.now()
      feed = SimulatedFeed(configuration: SimulatedConfiguration(seed: simulated.seed, start: start, speed: pace))
      clock = ScaledClock(start: start, speed: pace, wall: wall)
    case .replay(let replay):
      let pace = speed ?? replay.speed
      let recording = try ReplayFeed(
        configuration: ReplayConfiguration(
          files: replay.prices + replay.perpetuals + replay.funding, start: replay.start, end: replay.end,
          quote: portfolio.currency, specifications: Array(portfolio.instruments.values), speed: pace))
      feed = recording
      clock = ScaledClock(start: recording.start, speed: pace, wall: wall)
    case .process(let process):
      feed = ProcessFeed(
        configuration: ProcessConfiguration(
          command: process.command, name: process.name, staleAfter: process.staleAfter,
          specifications: Array(portfolio.instruments.values), folder: process.folder),
        clock: wall)
      clock = wall
    }
  }
}

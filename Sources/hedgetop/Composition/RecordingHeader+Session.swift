import HedgeConfiguration
import HedgeModel
import MarketData

extension RecordingHeader {
  /// What a recording of this session begins with. Take it before the first refresh.
  @MainActor
  init(_ session: HedgeSession) {
    let configuration = session.configuration
    let portfolio = configuration.portfolio
    self.init(
      program: ProgramVersion.text, start: session.store.snapshot.now, spotVenue: configuration.feed.name,
      spotQuote: Self.spotQuote(of: configuration.feed), feeds: session.connection.feeds.map(\.identity),
      instruments: Array(portfolio.instruments.values),
      tiers: portfolio.accounts.reduce(into: [:]) { $0.merge($1.tiers) { first, _ in first } })
  }

  private static func spotQuote(of feed: FeedConfiguration) -> Asset? {
    switch feed {
    case .venues(let venues): venues.quote
    case .recording(let recording): recording.facts?.spotQuote
    case .simulated, .replay, .process: nil
    }
  }
}

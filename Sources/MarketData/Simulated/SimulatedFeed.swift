import HedgeModel
import Synchronization

/// A market that exists only here: ten correlated coins with known true betas, their perpetuals, an inverse perpetual
/// and a dated future.
///
/// For trying the program without a connection, and for testing it against a truth. Nothing it shows is a market
/// price, and its label says so. The same configuration gives the same prices at the same instants, whether
/// ``advance(to:)`` is called once for an hour or once for each second of it: prices live on a grid of whole seconds
/// and are computed for the instant asked, not stepped to.
///
///     let feed = SimulatedFeed(configuration: SimulatedConfiguration(seed: 7, start: clock.now()))
///     feed.start([InstrumentID(venue: "simulated", symbol: "BTC-PERP")], into: inbox)
///     feed.advance(to: clock.now())
public final class SimulatedFeed: PriceFeed {
  /// `SIMULATED`, with the speed where it is not 1. A value is stale after ten seconds of the clock on the wall.
  public let identity: FeedIdentity
  /// What the returns are drawn with: the beta of each coin's log return to BTC's.
  public let trueBetas: [Asset: Double]
  private let specifications: [Instrument]
  private let state: Mutex<SimulatedSession>

  /// A market that opens at the configuration's start.
  public init(configuration: SimulatedConfiguration) {
    let label = configuration.speed == 1 ? "SIMULATED" : "SIMULATED \(speedLabel(configuration.speed))"
    identity = FeedIdentity(
      name: SimulatedVenue.name, label: label, isLive: false, staleAfter: .seconds(10 * max(1, configuration.speed)),
      givesDepth: true)
    trueBetas = Dictionary(uniqueKeysWithValues: SimulatedVenue.coins.map { ($0.asset, $0.beta) })
    let market = SimulatedMarket(configuration)
    specifications = market.listings.map(\.instrument)
    state = Mutex(SimulatedSession(market))
  }

  /// Everything listed: the simulated venue publishes all of its specifications.
  public func instruments() async throws -> [Instrument] { specifications }

  /// Bars on whole UTC hours or days, back to three years before the start and up to the instant last told.
  public func history(_ request: HistoryRequest) async throws -> [Bar] {
    try state.withLock { try $0.history(request) }
  }

  /// Payments in (`since`, the instant last told], at most three years back from the start.
  public func fundingHistory(of instrument: InstrumentID, since: Timestamp) async throws -> [FundingStamp] {
    try state.withLock { try $0.fundingHistory(of: instrument, since: since) }
  }

  /// Replaces the instruments and the inbox; names the venue does not list are left out with a warning.
  public func start(_ instruments: [InstrumentID], into inbox: Inbox) {
    state.withLock { $0.start(instruments, into: inbox) }
  }

  /// Tells made-up order books of these from now on, of the instant last told at once.
  public func watchDepth(of instruments: [InstrumentID]) {
    state.withLock { $0.watchDepth(of: instruments) }
  }

  /// Tells the bars and payments that `now` has passed, then the state at the last whole second.
  public func advance(to now: Timestamp) {
    state.withLock { $0.advance(to: now) }
  }

  /// Tells nothing more.
  public func stop() {
    state.withLock { $0.stop() }
  }
}

import HedgeModel
import MarketData

/// One market of a venue, connected: its clock, its client and its specifications, which the feed and the accounts
/// share.
public struct VenueConnection: Sendable {
  /// The market.
  public let market: any VenueMarket
  /// The venue's time.
  public let clock: VenueClock
  /// Asks what anybody may ask.
  public let client: LiveVenueClient
  /// The market's specifications.
  public let catalogue: InstrumentCatalogue
  private let transport: any HTTPTransport
  private let sockets: any WebSocketTransport
  private let limiter: SharedRateLimiter
  private let pause: any Pause
  private let seed: UInt64

  /// A connection that has asked nothing yet.
  ///
  /// - Parameters:
  ///   - market: the market.
  ///   - transport: carries requests.
  ///   - sockets: connects streams.
  ///   - limiter: the budgets, one for the whole program.
  ///   - cache: keeps specifications from start to start.
  ///   - clock: the venue's clock.
  ///   - pause: how to wait.
  ///   - seed: what waits are drawn from.
  public init(
    _ market: any VenueMarket, transport: any HTTPTransport, sockets: any WebSocketTransport,
    limiter: SharedRateLimiter, cache: any SpecificationCache = NoSpecificationCache(),
    clock: VenueClock = VenueClock(), pause: any Pause = SleepingPause(), seed: UInt64 = 1
  ) {
    self.market = market
    self.transport = transport
    self.sockets = sockets
    self.limiter = limiter
    self.clock = clock
    self.pause = pause
    self.seed = seed
    client = LiveVenueClient(
      market: market, transport: transport, limiter: limiter, clock: clock, pause: pause, seed: seed)
    catalogue = InstrumentCatalogue(of: market, client, cache: cache)
  }

  /// The market's prices.
  ///
  /// - Parameter ticker: how the feed is told that time passes.
  public func feed(ticker: any Ticker = DispatchTicker()) -> VenueFeed {
    VenueFeed(client: client, sockets: sockets, catalogue: catalogue, ticker: ticker, seed: seed)
  }

  /// What is used of each budget: `120 of 2400 in a minute`.
  public var budgets: [String] {
    let now = clock.local.now()
    return market.profile.limits.map { limit in
      let usage = limiter.withLimiter { $0.usage(of: limit, at: now) }
      return "\(limit.name): \(usage.used) of \(usage.capacity ?? limit.capacity) used, a window of "
        + "\(limit.window.components.seconds) s"
    }
  }

  /// Asks what only the owner of an account may, too.
  ///
  /// - Parameter signer: signs for it; nil for an account anybody may read.
  public func client(signedBy signer: (any RequestSigner)?) -> LiveVenueClient {
    LiveVenueClient(
      market: market, transport: transport, limiter: limiter, clock: clock, signer: signer, pause: pause,
      seed: seed &+ 1)
  }

  /// One account.
  ///
  /// - Parameters:
  ///   - account: what it is called here.
  ///   - reader: what is asked.
  ///   - signer: signs for it; nil for an account anybody may read.
  ///   - credentials: what must not stand in any words.
  public func account(
    _ account: AccountID, reader: any VenueAccountReader, signer: (any RequestSigner)?,
    credentials: VenueCredentials?
  ) -> VenueAccountSource {
    VenueAccountSource(
      account: account, reader: reader, client: client(signedBy: signer), catalogue: catalogue, credentials: credentials
    )
  }
}

import HedgeModel
import MarketData
import Synchronization

/// The prices of one market of a venue, live: streams, with questions where they do not tell.
///
/// On its start it measures the venue's clock, reads the specifications, fetches the present values and opens the
/// streams. What a stream does not tell, because it is not connected or a channel is silent, is asked for every few
/// seconds until it is heard again. Bars of the watched spot markets, and of what history was asked for, and funding
/// payments are fetched when they are due. Values keep the venue's own time.
public final class VenueFeed: PriceFeed {
  /// Between the first connections of two streams: venues allow few a second.
  private static let connectEvery = Duration.milliseconds(400)

  let market: any VenueMarket
  let client: LiveVenueClient
  let catalogue: InstrumentCatalogue
  let clock: VenueClock
  let state: Mutex<FeedState>
  private let sockets: any WebSocketTransport
  private let ticker: any Ticker
  private let seed: UInt64

  /// A feed that delivers nothing yet.
  ///
  /// - Parameters:
  ///   - client: asks the market.
  ///   - sockets: connects the streams.
  ///   - catalogue: the market's specifications.
  ///   - ticker: how the feed is told that time passes.
  ///   - seed: what waits are drawn from.
  public init(
    client: LiveVenueClient, sockets: any WebSocketTransport, catalogue: InstrumentCatalogue,
    ticker: any Ticker = DispatchTicker(), seed: UInt64 = 1
  ) {
    market = client.market
    self.client = client
    self.sockets = sockets
    self.catalogue = catalogue
    self.ticker = ticker
    self.seed = seed
    clock = client.clock
    state = Mutex(FeedState(FeedPlan(client.market.profile, [], at: client.clock.local.now(), seed: seed)))
  }

  deinit { end() }

  /// The market's name, its name in print, and how long its prices stay fresh.
  public var identity: FeedIdentity {
    let profile = market.profile
    return FeedIdentity(
      name: profile.name, label: profile.title, isLive: true, staleAfter: profile.staleAfter,
      givesDepth: true)
  }

  /// Begins to deliver; a feed that was started begins anew. Instruments of other venues are left to their feeds.
  public func start(_ instruments: [InstrumentID], into inbox: Inbox) {
    let now = clock.local.now()
    let own = instruments.filter { $0.venue == market.profile.name }
    let replaced = state.withLock { state in
      var plan = FeedPlan(market.profile, own, at: now, seed: seed)
      plan.depth.watch(state.depth, at: now)
      let replaced = state.begin(plan, into: inbox)
      state.tellSignal(clock)
      return replaced
    }
    for runner in replaced { runner.stop() }
    tick()
    ticker.start { [weak self] in self?.tick() }
  }

  /// Stops for good.
  public func stop() { end() }

  /// Asks for the order books of these instruments every five seconds, and of no others; nothing for none.
  public func watchDepth(of instruments: [InstrumentID]) {
    let now = clock.local.now()
    state.withLock { state in
      state.depth = instruments
      state.plan.depth.watch(instruments, at: now)
    }
  }

  private func end() {
    ticker.stop()
    let now = clock.local.now()
    let runners = state.withLock { state in
      state.begin(FeedPlan(market.profile, [], at: now, seed: seed), into: nil)
    }
    for runner in runners { runner.stop() }
  }

  // MARK: Time passes

  /// Looks what is to be done. Called by the ticker.
  func tick() {
    let (session, runners) = state.withLock { ($0.session, $0.inbox == nil ? [] : $0.runners) }
    let reports = runners.map { $0.tick() }
    let now = clock.local.now()
    let venueTime = clock.venueTime(of: now)
    state.withLock { state in
      guard state.session == session, state.inbox != nil else { return }
      let jobs = state.plan.tick(reports, at: now, venueTime)
      state.tellSignal(clock)
      for job in jobs {
        state.launch { [weak self] id in
          await self?.run(job, in: session)
          self?.state.withLock { $0.tasks[id] = nil }
        }
      }
    }
  }

  /// Waits for the questions under way, and those that follow from them.
  func settle() async {
    while let task = state.withLock({ $0.tasks.values.first }) { await task.value }
  }

  // MARK: Questions

  private func run(_ job: FeedJob, in session: Int) async {
    do {
      try await ask(job, in: session)
    } catch {
      let fault = VenueFault(error)
      conclude(session) { plan, now, _ in plan.failed(job, fault, at: now) }
    }
  }

  private func ask(_ job: FeedJob, in session: Int) async throws {
    switch job {
    case .clock:
      let offset = try await client.synchroniseClock()
      conclude(session) { plan, now, _ in plan.measured(offset, at: now) }
    case .specifications(let age): open(try await catalogue.current(notOlderThan: age), in: session)
    case .snapshot(let instruments), .poll(let instruments):
      let updates = try await market.values(of: instruments, client)
      teach(updates, in: session)
      conclude(session) { plan, now, venueTime in plan.valued(updates, by: job, at: now, venueTime) }
    case .bars(let needs):
      for need in needs { try await tellBars(need, in: session) }
      conclude(session) { plan, _, _ in done(job, &plan) }
    case .funding(let needs):
      for need in needs { try await tellFunding(need, in: session) }
      conclude(session) { plan, _, _ in done(job, &plan) }
    case .depth(let instruments):
      for instrument in instruments { try await tellBook(of: instrument, in: session) }
      conclude(session) { plan, _, _ in done(job, &plan) }
    }
  }

  /// Tells the streams the times between fundings in an answer, before what they say next replaces it.
  private func teach(_ updates: [MarketUpdate], in session: Int) {
    var intervals: [InstrumentID: Duration] = [:]
    for update in updates {
      if case .funding(let rate) = update.value { intervals[update.instrument] = rate.interval }
    }
    guard !intervals.isEmpty else { return }
    let runners = state.withLock { $0.session == session ? $0.runners : [] }
    for runner in runners { runner.learn(intervals) }
  }

  private func done(_ job: FeedJob, _ plan: inout FeedPlan) -> [FeedEvent] {
    plan.done(job)
    return []
  }

  /// Changes the plan by what a question brought, and tells what follows, unless it belongs to an earlier beginning.
  func conclude(
    _ session: Int, _ change: (inout FeedPlan, Timestamp, Timestamp) -> [FeedEvent]
  ) {
    let now = clock.local.now()
    let venueTime = clock.venueTime(of: now)
    state.withLock { state in
      guard state.session == session, let inbox = state.inbox else { return }
      inbox.post(contentsOf: change(&state.plan, now, venueTime))
    }
  }

  private func open(_ listing: InstrumentCatalogue.Listing, in session: Int) {
    let now = clock.local.now()
    let venueTime = clock.venueTime(of: now)
    let (old, new) = state.withLock { state -> ([StreamRunner], [StreamRunner]) in
      guard state.session == session, let inbox = state.inbox else { return ([], []) }
      let before = state.plan.isListed ? state.plan.instruments : nil
      inbox.post(contentsOf: state.plan.listed(listing, at: now, venueTime))
      guard before.map({ $0 != state.plan.instruments }) ?? true else { return ([], []) }
      let streams = market.streams(for: state.plan.instruments)
      state.plan.opened(streams)
      let old = state.runners
      state.runners = runners(of: streams, into: inbox)
      return (old, state.runners)
    }
    for runner in old { runner.stop() }
    for (place, runner) in new.enumerated() { runner.start(after: Self.connectEvery * place) }
  }

  private func runners(of streams: [any VenueStream], into inbox: Inbox) -> [StreamRunner] {
    streams.enumerated().map { number, stream in
      StreamRunner(
        stream, of: market.profile, over: sockets, clock: clock, into: inbox, seed: seed &+ UInt64(number) &+ 100)
    }
  }
}

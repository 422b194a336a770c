import HedgeModel

/// What a ``SimulatedFeed`` keeps under its lock: the market, who listens, and what has been told.
struct SimulatedSession: Sendable {
  private var market: SimulatedMarket
  private var inbox: Inbox?
  private var listings: [SimulatedListing] = []
  /// Whose order books are told.
  private var watched: [SimulatedListing] = []
  /// The grid instant told last, nil before the first.
  private var told: Timestamp?
  /// The last hour whose bars and payments were told.
  private var toldHour: Int
  private var expiryTold = false

  init(_ market: SimulatedMarket) {
    self.market = market
    toldHour = market.hour(of: market.configuration.start)
  }

  mutating func start(_ instruments: [InstrumentID], into inbox: Inbox) {
    self.inbox = inbox
    listings = instruments.compactMap { market.listing($0) }
    inbox.post(.signal(.connecting))
    inbox.post(.signal(.connected))
    for unknown in instruments where market.listing(unknown) == nil {
      inbox.post(.signal(.warning("the simulated venue does not list \(printable(unknown.symbol))")))
    }
  }

  mutating func stop() { inbox = nil }

  /// Tells the order books of these from now on, and those of the instant last told at once.
  mutating func watchDepth(of instruments: [InstrumentID]) {
    watched = instruments.compactMap { market.listing($0) }
    guard let inbox, let told, !watched.isEmpty else { return }
    inbox.post(contentsOf: books(in: market.state(at: told)))
  }

  private func books(in state: SimulatedState) -> [FeedEvent] {
    watched.compactMap { listing in
      market.book(of: listing, in: state).map {
        .update(MarketUpdate(instrument: listing.instrument.id, at: state.instant, value: .book($0)))
      }
    }
  }

  /// Tells the bars and payments of every hour passed, then the state at the whole second before `now`.
  mutating func advance(to now: Timestamp) {
    guard let inbox, now >= market.configuration.start else { return }
    let instant = Timestamp(milliseconds: now.milliseconds / 1000 * 1000)
    guard told.map({ $0 < instant }) ?? true else { return }
    told = instant
    let current = market.state(at: instant)
    var events: [FeedEvent] = []
    events.reserveCapacity(4 * listings.count)
    while toldHour < current.hour {
      toldHour += 1
      appendHour(to: &events)
    }
    for listing in listings {
      for value in market.updates(of: listing, in: current) {
        events.append(.update(MarketUpdate(instrument: listing.instrument.id, at: instant, value: value)))
      }
    }
    events += books(in: current)
    appendExpiry(at: instant, to: &events)
    inbox.post(contentsOf: events)
  }

  private func appendHour(to events: inout [FeedEvent]) {
    let close = market.beginning(of: toldHour)
    for listing in listings {
      guard let price = market.price(of: listing, atHour: toldHour) else { continue }
      let bar = Bar(close: close, price: price)
      events.append(.bar(listing.instrument.id, .hour, bar))
      if market.beginsDay(toldHour) { events.append(.bar(listing.instrument.id, .day, bar)) }
    }
    for listing in listings {
      guard let interval = listing.fundingHours, market.isStamp(toldHour, every: interval) else { continue }
      let stamp = market.stamp(of: listing, atHour: toldHour, every: interval)
      events.append(.fundingStamp(listing.instrument.id, stamp))
    }
  }

  private mutating func appendExpiry(at instant: Timestamp, to events: inout [FeedEvent]) {
    for listing in listings where !expiryTold {
      guard let expiry = listing.expiry, expiry < instant else { continue }
      expiryTold = true
      events.append(.signal(.warning("\(listing.instrument.id) expired at \(expiry.iso8601)")))
    }
  }

  /// The hour last told, or the one of the start: nothing later exists yet.
  private var currentHour: Int { market.hour(of: told ?? market.configuration.start) }

  mutating func history(_ request: HistoryRequest) throws(FeedError) -> [Bar] {
    let listing = try listing(request.instrument)
    let step = request.interval == .hour ? 1 : 24
    var hour = min(market.hour(of: request.end), currentHour)
    while step == 24, !market.beginsDay(hour) { hour -= 1 }
    let available = max(0, (hour + SimulatedMarket.historyHours) / step + 1)
    let count = min(max(0, request.count), available)
    market.walk(to: hour - step * max(0, count - 1))
    return (0..<count).reversed().map { age in
      let closing = hour - age * step
      return Bar(close: market.beginning(of: closing), price: market.price(of: listing, atHour: closing))
    }
  }

  mutating func fundingHistory(
    of instrument: InstrumentID, since: Timestamp
  ) throws(FeedError) -> [FundingStamp] {
    let listing = try listing(instrument)
    guard let interval = listing.fundingHours else {
      throw FeedError(place: "\(instrument)", message: "has no funding; ask for a perpetual")
    }
    let last = currentHour
    let first = max(market.hour(of: since) + 1, -SimulatedMarket.historyHours)
    guard first <= last else { return [] }
    market.walk(to: first - interval)
    return (first...last).filter { market.isStamp($0, every: interval) }
      .map { market.stamp(of: listing, atHour: $0, every: interval) }
  }

  private func listing(_ id: InstrumentID) throws(FeedError) -> SimulatedListing {
    if let listing = market.listing(id) { return listing }
    throw FeedError(
      place: printable("\(id)"),
      message: "is not listed by the simulated venue; it lists "
        + market.listings.map(\.instrument.id.symbol).joined(separator: ", "))
  }
}

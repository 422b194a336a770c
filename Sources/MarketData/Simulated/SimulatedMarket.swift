import HedgeModel

/// The simulated venue's prices, bases and funding rates at any instant.
///
/// A value type that knows no inbox and no clock: the same configuration gives the same answer to the same question.
struct SimulatedMarket: Sendable {
  /// How far back history reaches.
  static let historyHours = 3 * 8760
  private static let hourLength: Int64 = 3_600_000

  let configuration: SimulatedConfiguration
  /// Everything listed, in the venue's order.
  let listings: [SimulatedListing]
  private var path: SimulatedPath
  /// Hours between the epoch and the hour that holds the start.
  private let epochHour: Int

  init(_ configuration: SimulatedConfiguration) {
    self.configuration = configuration
    listings = SimulatedVenue.listings(start: configuration.start)
    path = SimulatedPath(configuration)
    epochHour = Self.epochHour(of: configuration.start)
    // The first funding payments average over hours before the start.
    path.walk(to: -24)
  }

  /// Rounds towards the past, for instants before the epoch too.
  private static func epochHour(of instant: Timestamp) -> Int {
    let (quotient, remainder) = instant.milliseconds.quotientAndRemainder(dividingBy: hourLength)
    return Int(remainder < 0 ? quotient - 1 : quotient)
  }

  /// The listing of this name.
  func listing(_ id: InstrumentID) -> SimulatedListing? {
    listings.first { $0.instrument.id == id }
  }

  // MARK: Hours

  /// The hour that holds `instant`, counted from the one that holds the start.
  func hour(of instant: Timestamp) -> Int { Self.epochHour(of: instant) - epochHour }

  /// When `hour` begins.
  func beginning(of hour: Int) -> Timestamp {
    Timestamp(milliseconds: Int64(epochHour + hour) * Self.hourLength)
  }

  /// True when a UTC day begins with `hour`.
  func beginsDay(_ hour: Int) -> Bool { (epochHour + hour).isMultiple(of: 24) }

  /// True when funding is paid every `interval` hours and one of the payments is made as `hour` begins.
  func isStamp(_ hour: Int, every interval: Int) -> Bool { (epochHour + hour).isMultiple(of: interval) }

  /// Walks the path to `hour`; needed before any question about it.
  mutating func walk(to hour: Int) { path.walk(to: hour) }

  /// The price as `hour` begins; nil after expiry.
  func price(of listing: SimulatedListing, atHour hour: Int) -> Double? {
    let basis = basisLevel(of: listing).map { path.level($0, atHour: hour) } ?? 0
    return price(
      of: listing, spot: exponential(path.level(listing.coin, atHour: hour)), basis: basis, at: beginning(of: hour)
    )
    .map { listing.onTick($0) }
  }

  /// The funding payment made as `hour` begins.
  func stamp(of listing: SimulatedListing, atHour hour: Int, every interval: Int) -> FundingStamp {
    let premium = meanBasis(of: listing, hours: (hour - interval + 1)...hour)
    return FundingStamp(
      time: beginning(of: hour), rate: SimulatedFunding.rate(premium: premium, hours: interval),
      markPrice: price(of: listing, atHour: hour))
  }

  private func meanBasis(of listing: SimulatedListing, hours: ClosedRange<Int>) -> Double {
    guard let level = basisLevel(of: listing) else { return 0 }
    return hours.reduce(0) { $0 + path.level(level, atHour: $1) } / Double(hours.count)
  }

  // MARK: Instants

  /// The state of the market at `instant`, which must not lie before one asked for earlier.
  mutating func state(at instant: Timestamp) -> SimulatedState {
    let hour = hour(of: instant)
    walk(to: hour)
    let second = Int((instant - beginning(of: hour)).inSeconds)
    return SimulatedState(instant: instant, hour: hour, levels: path.levels(second: second))
  }

  /// What the listing shows in `state`: quote, and for futures mark, index and funding; empty after expiry.
  func updates(of listing: SimulatedListing, in state: SimulatedState) -> [MarketUpdate.Value] {
    let spot = exponential(state.levels[listing.coin])
    let basis = basisLevel(of: listing).map { state.levels[$0] } ?? 0
    guard let fair = price(of: listing, spot: spot, basis: basis, at: state.instant) else { return [] }
    let halfSpread = SimulatedVenue.coins[listing.coin].halfSpread
    let quote = Quote(
      price: listing.onTick(fair), bid: listing.onTick(fair * (1 - halfSpread), .down),
      ask: listing.onTick(fair * (1 + halfSpread), .up))
    var values: [MarketUpdate.Value] = quote.map { [.quote($0)] } ?? []
    guard listing.pricing != .spot else { return values }
    values.append(.mark(listing.onTick(fair)))
    values.append(.index(listing.onTick(spot)))
    if let funding = funding(of: listing, in: state) { values.append(.funding(funding)) }
    return values
  }

  /// The rate the next payment would have if the basis stayed as it is: from the mean basis since the last payment.
  private func funding(of listing: SimulatedListing, in state: SimulatedState) -> FundingRate? {
    guard let interval = listing.fundingHours, let level = basisLevel(of: listing) else { return nil }
    let elapsed = (epochHour + state.hour) % interval
    let sampled = ((state.hour - elapsed + 1)..<(state.hour + 1)).reduce(state.levels[level]) {
      $0 + path.level(level, atHour: $1)
    }
    return FundingRate(
      rate: SimulatedFunding.rate(premium: sampled / Double(elapsed + 1), hours: interval),
      interval: .hours(Double(interval)), nextStamp: beginning(of: state.hour - elapsed + interval))
  }

  private func basisLevel(of listing: SimulatedListing) -> Int? {
    switch listing.pricing {
    case .spot: nil
    case .perpetual: SimulatedShock.coins + listing.coin
    case .inverse: SimulatedShock.inverseBasis
    case .dated: SimulatedShock.carry
    }
  }

  /// For a dated future the basis is a yearly rate that has until expiry to work.
  private func price(of listing: SimulatedListing, spot: Double, basis: Double, at instant: Timestamp) -> Double? {
    guard let expiry = listing.expiry else { return spot * (1 + basis) }
    return instant <= expiry ? spot * exponential(basis * (expiry - instant).inDays / 365) : nil
  }
}

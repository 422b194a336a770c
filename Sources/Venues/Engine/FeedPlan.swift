import HedgeModel
import MarketData

/// What a ``VenueFeed`` does when: a pure state machine told how its streams stand, what its questions brought, and the
/// time in our clock and the venue's.
struct FeedPlan: Sendable {
  /// How often what a stream does not tell is asked for.
  static let pollEvery = Duration.seconds(3)
  /// How often the venue's clock is measured, and how often while it is off.
  private static let clockEvery = (right: Duration.hours(1), off: Duration.seconds(300))
  /// How often the age of the specifications is looked at, and how old they may be while something wanted is missing.
  private static let specificationsEvery = Duration.hours(1)
  private static let incompleteLife = Duration.hours(0.5)
  /// How long something is left alone that the venue refused to tell.
  static let refusedWait = Duration.seconds(600)

  let profile: VenueProfile
  private var specifications: WantedInstruments
  private(set) var isListed = false
  var bars = BarFollower()
  var funding = FundingFollower()
  var depth = DepthPoller()
  private(set) var signal = FeedSignal.connecting
  private var complaints = Complaints()
  private var chores: [Topic: Chore]
  private var missed = StreamReport.Scope(all: true)
  private var uncovered: Set<InstrumentID> = []
  private var lastPoll: Timestamp?
  private var listingFailure: FeedSignal?
  private var clockIsOff = false
  private var listingWarning: String?

  /// The sorts of jobs; of each sort one is under way at a time.
  private enum Topic: UInt64, CaseIterable, Sendable {
    case clock = 1
    case specifications, snapshot, poll, bars, funding, depth
  }

  /// A plan for `wanted`, which begins with the venue's clock.
  init(_ profile: VenueProfile, _ wanted: [InstrumentID], at now: Timestamp, seed: UInt64) {
    self.profile = profile
    specifications = WantedInstruments(wanted)
    chores = Dictionary(uniqueKeysWithValues: Topic.allCases.map { ($0, Chore(seed: seed &+ $0.rawValue)) })
    chores[.clock]?.schedule(at: now)
  }

  /// What it is to tell of.
  var wanted: [InstrumentID] { specifications.ids }
  /// Specifications of those wanted that the venue has, in order.
  var instruments: [Instrument] { specifications.known }

  // MARK: What is to be done

  /// Takes how the streams stand; gives what is to be asked now. The signal that follows from it is ``signal``.
  mutating func tick(_ reports: [StreamReport], at now: Timestamp, _ venueTime: Timestamp) -> [FeedJob] {
    var polled = StreamReport.Scope(instruments: uncovered)
    for report in reports {
      missed.formUnion(report.missed)
      polled.formUnion(report.polled)
      for (instrument, rate) in report.funding { funding.note(rate, of: instrument, at: venueTime) }
    }
    signal = worst(of: reports)
    schedule(polled, at: now, venueTime)
    return begin(polled, at: now, venueTime)
  }

  private mutating func schedule(_ polled: StreamReport.Scope, at now: Timestamp, _ venueTime: Timestamp) {
    guard isListed else { return }
    if !missed.isEmpty { chores[.snapshot]?.schedule(at: now) }
    if !polled.isEmpty { chores[.poll]?.schedule(at: lastPoll.map { $0 + Self.pollEvery } ?? now) }
    if !bars.due(at: venueTime).isEmpty { chores[.bars]?.schedule(at: now) }
    if !funding.due(at: venueTime).isEmpty { chores[.funding]?.schedule(at: now) }
    if let next = depth.next { chores[.depth]?.schedule(at: next) }
  }

  private mutating func begin(
    _ polled: StreamReport.Scope, at now: Timestamp, _ venueTime: Timestamp
  ) -> [FeedJob] {
    var jobs: [FeedJob] = []
    for topic in Topic.allCases {
      guard chores[topic]?.begin(at: now) ?? false else { continue }
      if let job = job(topic, polled, at: now, venueTime) {
        jobs.append(job)
      } else {
        chores[topic]?.succeeded()
      }
    }
    return jobs
  }

  /// The job of a topic; nil when there turns out to be nothing to do.
  private mutating func job(
    _ topic: Topic, _ polled: StreamReport.Scope, at now: Timestamp, _ venueTime: Timestamp
  ) -> FeedJob? {
    switch topic {
    case .clock: return .clock
    case .specifications:
      return .specifications(
        notOlderThan: specifications.isComplete ? InstrumentCatalogue.life : Self.incompleteLife)
    case .snapshot:
      defer { missed = StreamReport.Scope() }
      let missing = instruments(in: missed)
      return missing.isEmpty ? nil : .snapshot(missing)
    case .poll:
      lastPoll = now
      let silent = instruments(in: polled)
      return silent.isEmpty ? nil : .poll(silent)
    case .bars:
      let due = bars.due(at: venueTime)
      return due.isEmpty ? nil : .bars(due)
    case .funding:
      let due = funding.due(at: venueTime)
      return due.isEmpty ? nil : .funding(due)
    case .depth:
      let due = Set(depth.take(at: now))
      let books = instruments.filter { due.contains($0.id) }
      return books.isEmpty ? nil : .depth(books)
    }
  }

  private func instruments(in scope: StreamReport.Scope) -> [Instrument] {
    scope.all ? instruments : instruments.filter { scope.instruments.contains($0.id) }
  }

  /// How the worst of the streams stands.
  private func worst(of reports: [StreamReport]) -> FeedSignal {
    guard isListed else { return listingFailure ?? .connecting }
    var earliest: (message: String, at: Timestamp)?
    for case .waiting(let message, let retryAt) in reports.map(\.condition) {
      if earliest.map({ retryAt < $0.at }) ?? true { earliest = (message, retryAt) }
    }
    if let earliest { return .failed(message: earliest.message, retryAt: earliest.at) }
    return reports.allSatisfy { $0.condition == .live } ? .connected : .connecting
  }

  // MARK: What questions brought

  /// The venue's clock was measured; gives what to tell.
  mutating func measured(_ offset: ClockOffset, at now: Timestamp) -> [FeedEvent] {
    let wait = offset.isNotable ? Self.clockEvery.off : Self.clockEvery.right
    chores[.clock]?.succeeded(next: now + wait)
    startListing(at: now)
    defer { clockIsOff = offset.isNotable }
    switch (clockIsOff, offset.warning(of: profile.title)) {
    case (false, let words?): return [.signal(.warning(words))]
    case (true, nil): return [.signal(.warning("this machine's clock agrees with that of \(profile.title) again"))]
    case (true, .some), (false, nil): return []
    }
  }

  /// The specifications are there; gives what to tell. The streams of ``instruments`` are to be made when they differ
  /// from those before.
  mutating func listed(_ listing: InstrumentCatalogue.Listing, at now: Timestamp, _ venueTime: Timestamp) -> [FeedEvent]
  {
    chores[.specifications]?.succeeded(next: now + Self.specificationsEvery)
    listingFailure = nil
    var warnings: [String] = []
    if let warning = listing.warning, listingWarning == nil { warnings.append(warning) }
    listingWarning = listing.warning
    warnings += specifications.take(listing.instruments, of: profile.title, at: venueTime)
    isListed = true
    for instrument in instruments where !instrument.isFuture {
      for interval in BetaPolicy.BarInterval.allCases {
        let last = BarGrid.lastClose(of: interval, at: venueTime)
        bars.follow(BarFollower.Series(instrument: instrument.id, interval: interval), after: last)
      }
    }
    return warnings.map { .signal(.warning($0)) }
  }

  /// These streams will tell of the instruments; what none of them tells of is asked for by REST.
  mutating func opened(_ streams: [any VenueStream]) {
    var covered = StreamReport.Scope()
    for stream in streams {
      for channel in stream.channels { covered.insert(channel) }
    }
    uncovered = covered.all ? [] : Set(instruments.map(\.id)).subtracting(covered.instruments)
  }

  /// Present values have come; gives what to tell.
  mutating func valued(_ updates: [MarketUpdate], by job: FeedJob, at now: Timestamp, _ venueTime: Timestamp)
    -> [FeedEvent]
  {
    done(job)
    for update in updates {
      if case .funding(let rate) = update.value { funding.note(rate, of: update.instrument, at: venueTime) }
    }
    return updates.map { .update($0) }
  }

  /// A job is done.
  mutating func done(_ job: FeedJob) { chores[Self.topic(of: job)]?.succeeded() }

  /// A job failed; gives what to tell.
  mutating func failed(_ job: FeedJob, _ fault: VenueFault, at now: Timestamp) -> [FeedEvent] {
    let retryAt = chores[Self.topic(of: job)]?.failed(fault, at: now)
    switch job {
    case .clock:
      startListing(at: now)
      return []  // the specifications are asked for next and tell the same
    case .specifications where !isListed:
      listingFailure = .failed(message: "\(fault)", retryAt: retryAt)
      return []
    case .snapshot(let instruments): missed.instruments.formUnion(instruments.map(\.id))
    case .specifications, .poll, .bars, .funding, .depth: break
    }
    return warning("no \(job.words): \(fault)", at: now)
  }

  /// A warning, unless it was given lately.
  mutating func warning(_ words: String, at now: Timestamp) -> [FeedEvent] {
    complaints.take(words, at: now).map { [.signal(.warning($0))] } ?? []
  }

  private mutating func startListing(at now: Timestamp) {
    if !isListed, listingFailure == nil { chores[.specifications]?.schedule(at: now) }
  }

  private static func topic(of job: FeedJob) -> Topic {
    switch job {
    case .clock: .clock
    case .specifications: .specifications
    case .snapshot: .snapshot
    case .poll: .poll
    case .bars: .bars
    case .funding: .funding
    case .depth: .depth
    }
  }
}

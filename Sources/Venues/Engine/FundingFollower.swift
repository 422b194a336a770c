import HedgeModel

/// Which funding payments have been made since the last that was told: a pure state machine told the rates with their
/// next stamps, and the venue's time.
struct FundingFollower: Sendable {
  /// Payments to ask for: those after `since`.
  struct Need: Hashable, Sendable {
    let instrument: InstrumentID
    let since: Timestamp
  }

  /// Venues take a moment to book a payment.
  private static let delay = Duration.seconds(10)
  /// How long until a payment that was not there yet is asked for again.
  private static let again = Duration.seconds(30)
  /// A payment that is not there so long after its stamp is not waited for; the next question covers it.
  private static let patience = Duration.seconds(600)

  private struct Progress: Sendable {
    /// The newest payment told, or when following began.
    var told: Timestamp
    /// The payment that comes next.
    var next: Timestamp
    /// The payment that should have been made; nil when all were told.
    var awaited: Timestamp?
    /// The payment that was awaited last, and was told or given up.
    var settled: Timestamp
    var notBefore: Timestamp
  }

  private var progress: [InstrumentID: Progress] = [:]

  /// Takes a rate as it is at `now`. A venue that does not tell the next stamp is taken to pay at whole intervals of
  /// UTC.
  mutating func note(_ rate: FundingRate, of instrument: InstrumentID, at now: Timestamp) {
    let next = rate.nextStamp ?? Self.nextMultiple(of: rate.intervalMilliseconds, after: now)
    guard var known = progress[instrument] else {
      progress[instrument] = Progress(told: now, next: next, settled: now, notBefore: now)
      return
    }
    if next == known.next { return }
    if known.next <= now, known.next > known.settled { known.awaited = known.next }
    known.next = next
    progress[instrument] = known
  }

  /// Follows nothing but these.
  mutating func keep(_ isWanted: (InstrumentID) -> Bool) {
    progress = progress.filter { isWanted($0.key) }
  }

  /// What has been paid and was not told.
  mutating func due(at now: Timestamp) -> [Need] {
    for (instrument, known) in progress where known.next <= now && known.next > known.settled {
      progress[instrument]?.awaited = known.next
    }
    return progress.compactMap { instrument, known in
      guard let awaited = known.awaited, now >= awaited + Self.delay, now >= known.notBefore else { return nil }
      return Need(instrument: instrument, since: known.told)
    }
    .sorted { $0.instrument < $1.instrument }
  }

  /// Takes what the venue gave; returns the payments to tell, oldest first.
  mutating func received(_ stamps: [FundingStamp], for need: Need, at now: Timestamp) -> [FundingStamp] {
    guard var known = progress[need.instrument] else { return [] }
    let told = known.told
    let new = stamps.filter { $0.time > told && $0.time <= now }.sorted { $0.time < $1.time }
    if let last = new.last { known.told = last.time }
    // A payment is booked at its stamp, give or take a minute.
    if let awaited = known.awaited, known.told >= awaited - .seconds(60) || now - awaited > Self.patience {
      known.settled = awaited
      known.awaited = nil
    }
    known.notBefore = known.awaited == nil ? now : now + Self.again
    progress[need.instrument] = known
    return new
  }

  /// Leaves an instrument alone until then, as the venue refused to tell.
  mutating func postpone(_ need: Need, until instant: Timestamp) {
    progress[need.instrument]?.notBefore = instant
  }

  private static func nextMultiple(of interval: Int64, after now: Timestamp) -> Timestamp {
    let length = max(interval, 1)
    return Timestamp(milliseconds: (now.milliseconds / length + 1) * length)
  }
}

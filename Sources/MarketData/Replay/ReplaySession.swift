import HedgeModel

/// What a ``ReplayFeed`` keeps under its lock: the recording, who listens, and what has been told.
struct ReplaySession: Sendable {
  private let recording: ReplayRecording
  private let listings: [ReplayListing]
  private let start: Timestamp
  private let end: Timestamp
  private var inbox: Inbox?
  private var subscribed: [ReplayListing]?
  /// The instant told last, nil before the first.
  private var told: Timestamp?
  private var hasEnded = false

  init(_ recording: ReplayRecording, _ listings: [ReplayListing], start: Timestamp, end: Timestamp) {
    self.recording = recording
    self.listings = listings
    self.start = start
    self.end = end
  }

  /// One and a half of the longest bars in use.
  var staleAfter: Duration {
    let used = subscribed.map { $0.isEmpty ? listings : $0 } ?? listings
    let longest = used.compactMap { $0.quote?.interval.duration }.max() ?? .hours(1)
    return longest * 3 / 2
  }

  // MARK: Telling

  mutating func start(_ instruments: [InstrumentID], into inbox: Inbox) {
    self.inbox = inbox
    subscribed = instruments.compactMap { id in listings.first { $0.instrument.id == id } }
    inbox.post(.signal(.connecting))
    inbox.post(.signal(.connected))
    for unknown in instruments where !listings.contains(where: { $0.instrument.id == unknown }) {
      inbox.post(.signal(.warning("the recording has no \(printable(unknown.symbol))")))
    }
    // Another subscription begins with the newest values again.
    if let last = told { tellUpdates(since: nil, at: last, to: inbox) }
  }

  mutating func stop() { inbox = nil }

  mutating func advance(to now: Timestamp) {
    guard let inbox, now >= start, !hasEnded else { return }
    let instant = min(now, end)
    let previous = told
    if previous.map({ $0 < instant }) ?? true {
      told = instant
      inbox.post(contentsOf: passed(from: previous ?? start, to: instant))
      tellUpdates(since: previous, at: instant, to: inbox)
    }
    if instant == end {
      hasEnded = true
      inbox.post(.signal(.ended))
    }
  }

  /// Bars and payments in (`previous`, `instant`], in the order they came; at one instant by instrument.
  private func passed(from previous: Timestamp, to instant: Timestamp) -> [FeedEvent] {
    var events: [ReplayMoment] = []
    for (rank, listing) in (subscribed ?? []).enumerated() {
      for interval in BetaPolicy.BarInterval.allCases {
        guard let column = column(of: listing, interval) else { continue }
        for bar in bars(column, every: interval, after: previous, through: instant) {
          events.append(ReplayMoment(bar.close, rank, .bar(listing.instrument.id, interval, bar)))
        }
      }
      let firstStamp = listing.funding.partitioningIndex { $0.stamp.time > previous }
      for event in listing.funding[firstStamp...].prefix(while: { $0.stamp.time <= instant }) {
        events.append(ReplayMoment(event.stamp.time, rank, .fundingStamp(listing.instrument.id, event.stamp)))
      }
    }
    return events.sorted().map(\.event)
  }

  private func tellUpdates(since previous: Timestamp?, at instant: Timestamp, to inbox: Inbox) {
    for listing in subscribed ?? [] {
      inbox.post(contentsOf: updates(of: listing, since: previous, at: instant))
    }
  }

  /// The newest values in (`previous`, `instant`]; at the beginning those of the bar that has just closed.
  private func updates(of listing: ReplayListing, since previous: Timestamp?, at instant: Timestamp) -> [FeedEvent] {
    guard let quoted = listing.quote else { return [] }
    let since = previous ?? instant - quoted.interval.duration
    var values: [(at: Timestamp, value: MarketUpdate.Value)] = []
    if let last = newest(quoted, after: since, through: instant) {
      if let quote = Quote(price: last.price) { values.append((last.at, .quote(quote))) }
      if listing.instrument.isFuture, listing.mark == nil { values.append((last.at, .mark(last.price))) }
    }
    if let last = listing.mark.flatMap({ newest($0, after: since, through: instant) }) {
      values.append((last.at, .mark(last.price)))
    }
    if let last = listing.index.flatMap({ newest($0, after: since, through: instant) }) {
      values.append((last.at, .index(last.price)))
    }
    if let (at, rate) = funding(of: listing, at: instant) { values.append((at, .funding(rate))) }
    return values.map { .update(MarketUpdate(instrument: listing.instrument.id, at: $0.at, value: $0.value)) }
  }

  /// The rate of the last payment, as of now or, once the next payment is overdue, as of when it was due.
  private func funding(of listing: ReplayListing, at instant: Timestamp) -> (Timestamp, FundingRate)? {
    let later = listing.funding.partitioningIndex { $0.stamp.time > instant }
    guard later > 0, let interval = listing.funding[later - 1].interval else { return nil }
    let stamp = listing.funding[later - 1].stamp
    let due = stamp.time + interval
    return FundingRate(rate: stamp.rate, interval: interval, nextStamp: due).map { (min(instant, due), $0) }
  }

  // MARK: Looking back

  /// Nothing later is known yet.
  private var known: Timestamp { told ?? start }

  func history(_ request: HistoryRequest) throws(FeedError) -> [Bar] {
    let listing = try listing(request.instrument)
    guard let column = column(of: listing, request.interval) else {
      throw FeedError(
        place: "\(request.instrument)",
        message: "has no bars of one \(request.interval.rawValue) in the recording; use longer bars or add a file")
    }
    let last = min(request.end, known)
    let first = recording.prices[column.table].firstClose - .milliseconds(1)
    let wanted = request.interval.duration.wholeMilliseconds.multipliedReportingOverflow(
      by: Int64(max(0, request.count)))
    let earliest = wanted.overflow ? first : max(first, last - .milliseconds(wanted.partialValue))
    return bars(column, every: request.interval, after: earliest, through: last)
  }

  func fundingHistory(of instrument: InstrumentID, since: Timestamp) throws(FeedError) -> [FundingStamp] {
    let listing = try listing(instrument)
    guard !listing.funding.isEmpty else {
      throw FeedError(place: "\(instrument)", message: "has no funding in the recording; add a file of payments")
    }
    return listing.funding.map(\.stamp).filter { $0.time > since && $0.time <= known }
  }

  private func listing(_ id: InstrumentID) throws(FeedError) -> ReplayListing {
    if let listing = listings.first(where: { $0.instrument.id == id }) { return listing }
    throw FeedError(
      place: printable("\(id)"),
      message: "is not in the recording; it has " + listings.map(\.instrument.id.symbol).joined(separator: ", "))
  }

  // MARK: Prices

  /// The column that has bars of this length; days may be made of hours.
  private func column(of listing: ReplayListing, _ interval: BetaPolicy.BarInterval) -> ReplayColumn? {
    listing.bars[interval] ?? (interval == .day ? listing.bars[.hour] : nil)
  }

  /// Bars that close in (`previous`, `instant`], oldest first, gaps without a price.
  private func bars(
    _ column: ReplayColumn, every interval: BetaPolicy.BarInterval, after previous: Timestamp,
    through instant: Timestamp
  ) -> [Bar] {
    let table = recording.prices[column.table]
    guard let last = table.lastRow(at: instant) else { return [] }
    let first = table.lastRow(at: previous).map { $0 + 1 } ?? 0
    guard first <= last else { return [] }
    let prices = table.columns[column.column]
    let day = BetaPolicy.BarInterval.day.duration.wholeMilliseconds
    return (first...last).compactMap { row in
      let close = table.close(ofRow: row)
      if interval != column.interval, !close.milliseconds.isMultiple(of: day) { return nil }
      return Bar(close: close, price: prices[row].isNaN ? nil : prices[row])
    }
  }

  /// The newest price that closed in (`previous`, `instant`]; nil when all of them are gaps.
  private func newest(
    _ column: ReplayColumn, after previous: Timestamp, through instant: Timestamp
  ) -> (at: Timestamp, price: Double)? {
    let table = recording.prices[column.table]
    guard var row = table.lastRow(at: instant) else { return nil }
    while row >= 0, table.close(ofRow: row) > previous {
      let price = table.columns[column.column][row]
      if !price.isNaN { return (table.close(ofRow: row), price) }
      row -= 1
    }
    return nil
  }
}

import HedgeModel

extension RecordingScanner {
  /// Reads a line after the header.
  mutating func entry() throws(RecordingFault) -> RecordingEntry {
    var seen: [RecordingKey] = []
    var (time, feed): (Timestamp?, String?) = (nil, nil)
    var part = PartOfPast()
    var events: [FeedEvent]?
    try open("{")
    while let key = try key(&seen) {
      switch key {
      case .time: time = try instant()
      case .feed: feed = try name()
      case .events: events = try self.events()
      default: try read(key, into: &part)
      }
    }
    guard let time, let feed else { throw fault("t or feed is missing") }
    guard let events else { return RecordingEntry(at: time, feed: feed, content: try content(part)) }
    guard seen.count == 3 else { throw fault("expected nothing beside t, feed and events") }
    return RecordingEntry(at: time, feed: feed, content: .events(events))
  }

  private mutating func events() throws(RecordingFault) -> [FeedEvent] {
    var events: [FeedEvent] = []
    var isFirst = true
    try open("[")
    while try element(&isFirst) { events.append(try event()) }
    return events
  }

  /// What the fields of a line about the past say.
  private struct PartOfPast {
    var bars: InstrumentID?
    var interval: BetaPolicy.BarInterval?
    var count: Int64?
    var end: Timestamp?
    var closes: [Bar]?
    var stamps: InstrumentID?
    var since: Timestamp?
    var payments: [FundingStamp]?
    var missing: FeedError?
  }

  private mutating func read(_ key: RecordingKey, into part: inout PartOfPast) throws(RecordingFault) {
    switch key {
    case .bars: part.bars = try instrument()
    case .interval: part.interval = try choice()
    case .count: part.count = try integer(in: 0...10_000_000, "a number of bars")
    case .end: part.end = try instant()
    case .closes: part.closes = try closes()
    case .stamps: part.stamps = try instrument()
    case .since: part.since = try instant()
    case .payments: part.payments = try payments()
    case .missing: part.missing = try reason()
    default: throw fault("the field \(key.rawValue) does not belong here")
    }
  }

  private func content(_ part: PartOfPast) throws(RecordingFault) -> RecordingEntry.Content {
    switch (part.bars, part.interval, part.count, part.end, part.stamps, part.since) {
    case (let bars?, let interval?, let count?, let end?, nil, nil):
      let request = HistoryRequest(instrument: bars, interval: interval, count: Int(count), end: end)
      switch (part.closes, part.missing, part.payments) {
      case (let closes?, nil, nil): return .bars(request, closes)
      case (nil, let reason?, nil): return .noBars(request, reason)
      default: throw fault("expected closes, or why they are missing")
      }
    case (nil, nil, nil, nil, let stamps?, let since?):
      switch (part.payments, part.missing, part.closes) {
      case (let payments?, nil, nil): return .payments(stamps, since: since, payments)
      case (nil, let reason?, nil): return .noPayments(stamps, since: since, reason)
      default: throw fault("expected payments, or why they are missing")
      }
    default: throw fault("expected events, bars with interval, count and end, or stamps with since")
    }
  }

  private mutating func closes() throws(RecordingFault) -> [Bar] {
    try rows { scanner, isFirst throws(RecordingFault) in
      try scanner.expectElement(&isFirst)
      let close = try scanner.instant()
      try scanner.expectElement(&isFirst)
      return Bar(close: close, price: try scanner.optionalNumber())
    }
  }

  private mutating func payments() throws(RecordingFault) -> [FundingStamp] {
    try rows { scanner, isFirst throws(RecordingFault) in
      try scanner.expectElement(&isFirst)
      let time = try scanner.instant()
      try scanner.expectElement(&isFirst)
      let rate = try scanner.number()
      try scanner.expectElement(&isFirst)
      return FundingStamp(time: time, rate: rate, markPrice: try scanner.optionalNumber())
    }
  }

  private mutating func reason() throws(RecordingFault) -> FeedError {
    var seen: [RecordingKey] = []
    var (place, message): (String?, String?) = (nil, nil)
    try open("{")
    while let key = try key(&seen) {
      switch key {
      case .place: place = try text()
      case .message: message = try text()
      default: throw fault("expected place and message")
      }
    }
    guard let place, let message else { throw fault("expected place and message") }
    return FeedError(place: place, message: message)
  }

  /// A list of rows, each a list itself.
  ///
  /// - Parameter row: reads one, ``expectElement(_:)`` before each of its values.
  mutating func rows<Row>(
    _ row: (inout Self, inout Bool) throws(RecordingFault) -> Row
  ) throws(RecordingFault) -> [Row] {
    var rows: [Row] = []
    var isFirst = true
    try open("[")
    while try element(&isFirst) {
      var isFirstOfRow = true
      try open("[")
      rows.append(try row(&self, &isFirstOfRow))
      try expectEnd()
    }
    return rows
  }

  /// Makes sure that a row goes on.
  mutating func expectElement(_ isFirst: inout Bool) throws(RecordingFault) {
    if try !element(&isFirst) { throw fault("the row is too short") }
  }

  /// Makes sure that a row ends.
  mutating func expectEnd() throws(RecordingFault) {
    var isFirst = false
    if try element(&isFirst) { throw fault("the row is too long") }
  }
}

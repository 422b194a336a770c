import HedgeModel

/// What the fields of one event say, before it is known what they are fields of.
private struct EventFields {
  var sort: RecordingKey?
  var instrument: InstrumentID?
  var signal: String?
  var at: Timestamp?
  var price: Double?
  var bid: Double?
  var ask: Double?
  var rate: Double?
  var markPrice: Double?
  var length: Duration?
  var interval: BetaPolicy.BarInterval?
  var next: Timestamp?
  var close: Timestamp?
  var bids: [OrderBook.Level]?
  var asks: [OrderBook.Level]?
  var message: String?
  var retry: Timestamp?
}

extension RecordingScanner {
  /// Reads an event.
  mutating func event() throws(RecordingFault) -> FeedEvent {
    let start = position
    var seen: [RecordingKey] = []
    var fields = EventFields()
    try open("{")
    while let key = try key(&seen) { try read(key, into: &fields) }
    guard let sort = fields.sort, let allowed = Self.allowed[sort],
      seen.allSatisfy({ $0 == sort || allowed.contains($0) }
      )
    else { throw fault("expected the fields of one event", at: start) }
    if let event = event(sort, fields) { return event }
    throw fault("a field of this \(sort.rawValue) is missing, or is not what it must be", at: start)
  }

  /// The fields each sort of event may have beside its own.
  private static let allowed: [RecordingKey: Set<RecordingKey>] = [
    .quote: [.at, .price, .bid, .ask], .mark: [.at, .price], .index: [.at, .price],
    .funding: [.at, .rate, .intervalMilliseconds, .next], .book: [.at, .bids, .asks],
    .bar: [.interval, .close, .price], .stamp: [.at, .rate, .markPrice], .signal: [.message, .retry],
  ]

  private mutating func read(_ key: RecordingKey, into fields: inout EventFields) throws(RecordingFault) {
    switch key {
    case .quote, .mark, .index, .funding, .book, .bar, .stamp, .signal:
      guard fields.sort == nil else { throw fault("found a second sort of event in one") }
      fields.sort = key
      if key == .signal { fields.signal = try text() } else { fields.instrument = try instrument() }
    case .at: fields.at = try instant()
    case .price: fields.price = try number()
    case .bid: fields.bid = try number()
    case .ask: fields.ask = try number()
    case .rate: fields.rate = try number()
    case .markPrice: fields.markPrice = try number()
    case .intervalMilliseconds: fields.length = try duration()
    case .interval: fields.interval = try choice()
    case .next: fields.next = try instant()
    case .close: fields.close = try instant()
    case .bids: fields.bids = try levels()
    case .asks: fields.asks = try levels()
    case .message: fields.message = try text()
    case .retry: fields.retry = try instant()
    default: throw fault("the field \(key.rawValue) does not belong to an event")
    }
  }

  private mutating func levels() throws(RecordingFault) -> [OrderBook.Level] {
    try rows { scanner, isFirst throws(RecordingFault) in
      try scanner.expectElement(&isFirst)
      let price = try scanner.decimal()
      try scanner.expectElement(&isFirst)
      return OrderBook.Level(price: price, quantity: try scanner.decimal())
    }
  }

  private func event(_ sort: RecordingKey, _ fields: EventFields) -> FeedEvent? {
    switch sort {
    case .signal: return signal(fields).map { .signal($0) }
    case .bar:
      guard let instrument = fields.instrument, let interval = fields.interval, let close = fields.close else {
        return nil
      }
      return .bar(instrument, interval, Bar(close: close, price: fields.price))
    case .stamp:
      guard let instrument = fields.instrument, let at = fields.at, let rate = fields.rate else { return nil }
      return .fundingStamp(instrument, FundingStamp(time: at, rate: rate, markPrice: fields.markPrice))
    default:
      guard let instrument = fields.instrument, let at = fields.at, let value = value(sort, fields) else { return nil }
      return .update(MarketUpdate(instrument: instrument, at: at, value: value))
    }
  }

  private func value(_ sort: RecordingKey, _ fields: EventFields) -> MarketUpdate.Value? {
    switch sort {
    case .quote:
      fields.price.flatMap { Quote(price: $0, bid: fields.bid, ask: fields.ask) }.map { .quote($0) }
    case .mark: fields.price.map { .mark($0) }
    case .index: fields.price.map { .index($0) }
    case .funding: funding(fields).map { .funding($0) }
    case .book: book(fields).map { .book($0) }
    default: nil
    }
  }

  private func funding(_ fields: EventFields) -> FundingRate? {
    guard let rate = fields.rate, let interval = fields.length else { return nil }
    return FundingRate(rate: rate, interval: interval, nextStamp: fields.next)
  }

  private func book(_ fields: EventFields) -> OrderBook? {
    guard let bids = fields.bids, let asks = fields.asks else { return nil }
    return OrderBook(bids: bids, asks: asks)
  }

  private func signal(_ fields: EventFields) -> FeedSignal? {
    switch (fields.signal, fields.message, fields.retry) {
    case ("connecting", nil, nil): .connecting
    case ("connected", nil, nil): .connected
    case ("ended", nil, nil): .ended
    case ("failed", let message?, let retry): .failed(message: message, retryAt: retry)
    case ("warning", let message?, nil): .warning(message)
    default: nil
    }
  }
}

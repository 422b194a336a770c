import FoundationEssentials
import HedgeModel

extension RecordingText {
  /// Writes an event as an object.
  mutating func write(_ event: FeedEvent) {
    object { text in
      switch event {
      case .update(let update): text.write(update)
      case .bar(let instrument, let interval, let bar):
        text.field(.bar, instrument)
        text.field(.interval, interval.rawValue)
        text.field(.close, bar.close)
        text.field(.price, bar.price)
      case .fundingStamp(let instrument, let stamp):
        text.field(.stamp, instrument)
        text.field(.at, stamp.time)
        text.field(.rate, stamp.rate)
        text.field(.markPrice, stamp.markPrice)
      case .signal(let signal): text.write(signal)
      }
    }
  }

  private mutating func write(_ update: MarketUpdate) {
    switch update.value {
    case .quote(let quote):
      open(.quote, update)
      field(.price, quote.price)
      field(.bid, quote.bid)
      field(.ask, quote.ask)
    case .mark(let price):
      open(.mark, update)
      field(.price, price)
    case .index(let price):
      open(.index, update)
      field(.price, price)
    case .funding(let funding):
      open(.funding, update)
      field(.rate, funding.rate)
      field(.intervalMilliseconds, funding.intervalMilliseconds)
      field(.next, funding.nextStamp)
    case .book(let book):
      open(.book, update)
      field(.bids, book.bids) { $0.write($1) }
      field(.asks, book.asks) { $0.write($1) }
    }
  }

  private mutating func open(_ sort: RecordingKey, _ update: MarketUpdate) {
    field(sort, update.instrument)
    field(.at, update.at)
  }

  private mutating func write(_ level: OrderBook.Level) {
    list { text in
      text.text(level.price.description)
      text.text(level.quantity.description)
    }
  }

  private mutating func write(_ signal: FeedSignal) {
    switch signal {
    case .connecting: field(.signal, "connecting")
    case .connected: field(.signal, "connected")
    case .ended: field(.signal, "ended")
    case .failed(let message, let retryAt):
      field(.signal, "failed")
      field(.message, message)
      field(.retry, retryAt)
    case .warning(let message):
      field(.signal, "warning")
      field(.message, message)
    }
  }
}

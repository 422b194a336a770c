import HedgeModel

/// What had arrived when the inbox was drained.
public struct InboxContents: Sendable {
  /// The newest value of each sort per instrument.
  public struct LatestValues: Sendable {
    /// Last price, bid and ask.
    public internal(set) var quote: (value: Quote, at: Timestamp)?
    /// Mark price.
    public internal(set) var mark: (value: Double, at: Timestamp)?
    /// Index price.
    public internal(set) var index: (value: Double, at: Timestamp)?
    /// Funding rate.
    public internal(set) var funding: (value: FundingRate, at: Timestamp)?
  }

  /// The newest values by instrument.
  public private(set) var latest: [InstrumentID: LatestValues] = [:]
  /// The newest order books. They are few and large, so they are kept apart: quotes copy without them.
  public private(set) var books: [InstrumentID: (value: OrderBook, at: Timestamp)] = [:]
  /// Bars, funding stamps and signals, in the order they came.
  public private(set) var ordered: [FeedEvent] = []

  /// True when nothing has arrived.
  public var isEmpty: Bool { latest.isEmpty && books.isEmpty && ordered.isEmpty }

  /// An empty inbox.
  public init() {}

  /// Adds one event: an update that is not older than the one held replaces it, anything else is queued.
  public mutating func insert(_ event: FeedEvent) {
    guard case .update(let update) = event else { return ordered.append(event) }
    if case .book(let book) = update.value {
      if let held = books[update.instrument], held.at > update.at { return }
      books[update.instrument] = (book, update.at)
      return
    }
    latest[update.instrument, default: LatestValues()].replace(with: update)
  }

  /// Forgets everything but keeps the room it took.
  mutating func removeAll() {
    latest.removeAll(keepingCapacity: true)
    books.removeAll(keepingCapacity: true)
    ordered.removeAll(keepingCapacity: true)
  }
}

extension InboxContents.LatestValues {
  /// Takes the update unless a newer value of its sort is held: venues deliver out of order.
  fileprivate mutating func replace(with update: MarketUpdate) {
    switch update.value {
    case .quote(let value): if isCurrent(quote?.at, update.at) { quote = (value, update.at) }
    case .mark(let value): if isCurrent(mark?.at, update.at) { mark = (value, update.at) }
    case .index(let value): if isCurrent(index?.at, update.at) { index = (value, update.at) }
    case .funding(let value): if isCurrent(funding?.at, update.at) { funding = (value, update.at) }
    case .book: break  // kept apart
    }
  }

  private func isCurrent(_ held: Timestamp?, _ offered: Timestamp) -> Bool {
    held.map { $0 <= offered } ?? true
  }
}

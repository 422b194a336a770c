import HedgeModel

extension InboxContents {
  /// Everything in it as events, in an order that is always the same: what is kept in order, then the newest values by
  /// instrument and sort, then the order books. Put into an inbox again they make the same contents.
  var events: [FeedEvent] {
    var events = ordered
    for (instrument, values) in latest.sorted(by: { $0.key < $1.key }) { events += values.events(of: instrument) }
    for (instrument, book) in books.sorted(by: { $0.key < $1.key }) {
      events.append(.update(MarketUpdate(instrument: instrument, at: book.at, value: .book(book.value))))
    }
    return events
  }
}

extension InboxContents.LatestValues {
  fileprivate func events(of instrument: InstrumentID) -> [FeedEvent] {
    let values: [(MarketUpdate.Value, Timestamp)?] = [
      quote.map { (.quote($0.value), $0.at) }, mark.map { (.mark($0.value), $0.at) },
      index.map { (.index($0.value), $0.at) }, funding.map { (.funding($0.value), $0.at) },
    ]
    return values.compactMap { value in
      value.map { .update(MarketUpdate(instrument: instrument, at: $0.1, value: $0.0)) }
    }
  }
}

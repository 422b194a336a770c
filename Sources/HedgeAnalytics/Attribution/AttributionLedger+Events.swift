import HedgeModel

extension AttributionLedger {
  /// Takes one event.
  public mutating func take(_ event: AttributionEvent) {
    switch event {
    case .market(let point): advance(to: point)
    case .fill(let trade): fill(trade)
    case .funding(let payments): settle(payments)
    case .review: cut()
    case .mark(let period): mark(period)
    }
  }

  /// The ledger after a recorded path, its events in their order.
  ///
  ///     let ledger = AttributionLedger(openings, benchmark: benchmark).after([.market(first), .fill(entry), .market(last)])
  ///     let profit = ledger.figures(since: .start)
  public func after(_ events: some Sequence<AttributionEvent>) -> AttributionLedger {
    var ledger = self
    for event in events { ledger.take(event) }
    return ledger
  }
}

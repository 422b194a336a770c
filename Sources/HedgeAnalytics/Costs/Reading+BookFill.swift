import HedgeModel

extension Reading where Value == BookFill {
  /// The slippage of a trade in the portfolio's currency, positive.
  ///
  /// Unknown with the reason when there is no book, when the book is stale, which says nothing of what stands in it now,
  /// and when it holds too little.
  ///
  /// - Parameters:
  ///   - instrument: what is traded, for the reason.
  ///   - notional: value of the trade in the portfolio's currency.
  public func slippage(of instrument: InstrumentID, notional: Double) -> Reading<Double> {
    if isStale, let provenance {
      return .unknown(
        UnknownReason(.notReceived, "\(instrument): depth is stale, last heard at \(provenance.asOf.iso8601)"))
    }
    return flatMap(\.slippage).map { $0 / 10_000 * abs(notional) }.named(instrument)
  }
}

extension Reading {
  /// The same reading; a reason says which instrument it is about.
  private func named(_ instrument: InstrumentID) -> Reading {
    guard let reason = unknownReason, !reason.detail.contains(instrument.description) else { return self }
    return .unknown(UnknownReason(reason.kind, "\(instrument): \(reason.detail)"))
  }
}

extension Reading where Value == OrderBook {
  /// That nobody has told the order book of `instrument`.
  static func noBook(of instrument: InstrumentID) -> Reading {
    .unknown(UnknownReason(.notReceived, "no order book of \(instrument)"))
  }
}

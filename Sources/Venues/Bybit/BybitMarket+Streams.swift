import HedgeModel

extension BybitMarket {
  /// One connection, unless the topics are more than one takes.
  public func streams(for instruments: [Instrument]) -> [any VenueStream] {
    let url = "\(profile.streamBase)/v5/public/\(category.rawValue)"
    return BybitMessages.connections(instruments) { "orderbook.1.\($0.id.symbol)" }.map { run in
      if category == .spot { return BybitBookStream(url: url, instruments: run) }
      return BybitTickerStream(url: url, instruments: run)
    }
  }
}

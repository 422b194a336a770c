import HedgeModel

extension OKXMarket {
  /// One connection.
  public func streams(for instruments: [Instrument]) -> [any VenueStream] {
    if instruments.isEmpty { return [] }
    return [OKXStream(url: "\(profile.streamBase)/ws/v5/public", instruments: instruments)]
  }
}

import HedgeModel

extension HyperliquidMarket {
  /// One connection: the venue allows a thousand subscriptions to an address, so that 500 instruments are served.
  public func streams(for instruments: [Instrument]) -> [any VenueStream] {
    instruments.isEmpty ? [] : [HyperliquidStream(url: profile.streamBase + "/ws", instruments: instruments)]
  }
}

import HedgeModel

extension BinanceMarket {
  /// The venue lets a connection have 1024.
  private static var streamsOnConnection: Int { 1000 }

  /// Best bids and asks, and of futures mark, index and funding every second. USDⓈ-M has them on two connections: it
  /// sends nothing at all, and no error either, when a mark price is subscribed to on the one for books.
  public func streams(for instruments: [Instrument]) -> [any VenueStream] {
    switch segment {
    case .spot: streams([.book], "/stream", instruments)
    case .usdMargined: streams([.book], "/public/stream", instruments) + streams([.mark], "/market/stream", instruments)
    case .coinMargined: streams([.book, .mark], "/stream", instruments)
    }
  }

  private func streams(
    _ topics: [BinanceStream.Topic], _ path: String, _ instruments: [Instrument]
  ) -> [BinanceStream] {
    let share = Self.streamsOnConnection / topics.count
    return stride(from: 0, to: instruments.count, by: share).map { start in
      BinanceStream(
        url: profile.streamBase + path, topics: topics, symbolType: segment.symbolType,
        of: Array(instruments[start..<min(start + share, instruments.count)]))
    }
  }
}

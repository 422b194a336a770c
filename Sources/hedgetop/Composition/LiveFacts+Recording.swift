import HedgeConfiguration
import MarketData
import Venues

extension LiveFacts {
  /// What the header of a recording tells, in the place of what exchanges would.
  init(_ header: RecordingHeader) {
    self.init(
      venues: Set(VenueDirectory.names + header.feeds.map(\.name)).sorted(), accountVenues: VenueDirectory.accountNames,
      instruments: header.instruments, tiers: header.tiers,
      recording: RecordingFacts(start: header.start, spotVenue: header.spotVenue, spotQuote: header.spotQuote))
  }
}

import HedgeModel
import MarketData

/// One market of a venue: what is asked of it, what its answers mean, and which streams tell of its instruments.
///
/// Everything that differs between venues and nothing else; limits, retries, connections and clocks are the same for
/// all and live in the engine.
public protocol VenueMarket: Sendable {
  /// What it is called and how it wants to be treated.
  var profile: VenueProfile { get }

  /// The reason a response is no answer: by its status or by the venue's own error code; nil when it is one.
  ///
  /// - Parameter body: the body as JSON; nil when it is none.
  func fault(in response: HTTPResponse, body: JSONValue?) -> VenueFault?

  /// What the headers tell of the budget used.
  func usage(in response: HTTPResponse) -> [RateUsage]

  /// The venue's time.
  func serverTime(_ client: any VenueClient) async throws -> Timestamp

  /// Everything that can be traded now, with its specification. What is not understood is left out.
  func instruments(_ client: any VenueClient) async throws -> [Instrument]

  /// The present values of `instruments` in as few questions as serve: quote, and of futures mark, index and funding.
  func values(of instruments: [Instrument], _ client: any VenueClient) async throws -> [MarketUpdate]

  /// Closed bars that close in (`start`, `end`], oldest first, as the venue has them: what is missing is missing. The
  /// pages the venue needs are asked for one after the other.
  func bars(
    of instrument: Instrument, _ interval: BetaPolicy.BarInterval, from start: Timestamp, to end: Timestamp,
    _ client: any VenueClient
  ) async throws -> [Bar]

  /// Funding payments in (`start`, now], oldest first; empty for what has none.
  func fundingStamps(
    of instrument: Instrument, since start: Timestamp, _ client: any VenueClient
  ) async throws -> [FundingStamp]

  /// The order book, some 20 levels or more a side.
  func book(of instrument: Instrument, _ client: any VenueClient) async throws -> OrderBook

  /// Maintenance-margin tiers of `futures` where the venue tells them to anybody; the others are missing.
  func publicTiers(of futures: [Instrument], _ client: any VenueClient) async throws -> [InstrumentID: MarginTiers]

  /// The streams that tell of `instruments`: as few connections and subscriptions as serve them.
  func streams(for instruments: [Instrument]) -> [any VenueStream]
}

extension VenueMarket {
  /// No tiers are told to anybody.
  public func publicTiers(
    of futures: [Instrument], _ client: any VenueClient
  ) async throws -> [InstrumentID: MarginTiers] { [:] }
}

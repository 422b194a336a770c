import HedgeModel
import MarketData

/// Kraken Futures: perpetuals and dated futures, inverse (`PI_XBTUSD`, `FI_…`) and linear (`PF_XBTUSD`, `FF_…`). See
/// `NOTES.md`.
public struct KrakenFuturesMarket: VenueMarket {
  /// What the relative rate is stated for.
  static let fundingInterval = Duration.hours(1)

  /// What it is called and how it wants to be treated.
  public let profile: VenueProfile

  /// The market; hosts other than the live ones are for tests and test networks.
  public init(restBase: String = "https://futures.kraken.com", streamBase: String = "wss://futures.kraken.com") {
    profile = VenueProfile(
      name: "kraken-futures", title: "Kraken Futures", restBase: restBase, streamBase: streamBase,
      limits: [RateLimit("kraken-futures", capacity: 500, per: .seconds(10))], pace: StreamPace(50, per: .seconds(1)))
  }

  /// The venue's time.
  public func serverTime(_ client: any VenueClient) async throws -> Timestamp {
    try await client.read(VenueRequest(KrakenFuturesEndpoints.fees)).needInstant("serverTime")
  }

  /// Nothing: no header tells.
  public func usage(in response: HTTPResponse) -> [RateUsage] { [] }

  /// One connection that tells of all.
  public func streams(for instruments: [Instrument]) -> [any VenueStream] {
    instruments.isEmpty ? [] : [KrakenFuturesStream(url: profile.streamBase + "/ws/v1", instruments: instruments)]
  }

  func id(_ symbol: String) -> InstrumentID { InstrumentID(venue: profile.name, symbol: symbol.uppercased()) }
}

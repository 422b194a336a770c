import HedgeModel
import MarketData

/// Deribit: perpetuals and dated futures, inverse and linear, named as the venue names them: `BTC-PERPETUAL`,
/// `BTC_USDC-PERPETUAL`, `BTC-26JUN26`. See `NOTES.md`.
public struct DeribitMarket: VenueMarket {
  /// Funding accrues all the time; the venue states its rate for eight hours.
  static let fundingInterval = Duration.hours(8)

  /// What it is called and how it wants to be treated.
  public let profile: VenueProfile

  /// The market; hosts other than the live ones are for tests and test networks.
  public init(restBase: String = "https://www.deribit.com", streamBase: String = "wss://www.deribit.com") {
    profile = VenueProfile(
      name: "deribit", title: "Deribit", restBase: restBase, streamBase: streamBase,
      limits: [RateLimit("deribit-credits", capacity: 50_000, per: .seconds(5))],
      pace: StreamPace(3, per: .seconds(1)))
  }

  /// The venue's time.
  public func serverTime(_ client: any VenueClient) async throws -> Timestamp {
    Timestamp(milliseconds: try await client.read(VenueRequest(DeribitEndpoints.time)).needInteger("result"))
  }

  /// Nothing: no header tells.
  public func usage(in response: HTTPResponse) -> [RateUsage] { [] }

  /// One connection that tells of all.
  public func streams(for instruments: [Instrument]) -> [any VenueStream] {
    instruments.isEmpty ? [] : [DeribitStream(url: profile.streamBase + "/ws/api/v2", instruments: instruments)]
  }
}

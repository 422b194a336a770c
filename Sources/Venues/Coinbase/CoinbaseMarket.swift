import HedgeModel
import MarketData

/// Coinbase Exchange: spot pairs named `BTC-USD`. See `NOTES.md`.
public struct CoinbaseMarket: VenueMarket {
  /// What it is called and how it wants to be treated.
  public let profile: VenueProfile

  /// The market; hosts other than the live ones are for tests and test networks.
  public init(
    restBase: String = "https://api.exchange.coinbase.com", streamBase: String = "wss://ws-feed.exchange.coinbase.com"
  ) {
    profile = VenueProfile(
      name: "coinbase", title: "Coinbase Exchange", restBase: restBase, streamBase: streamBase,
      limits: [RateLimit("coinbase-public", capacity: 10, per: .seconds(1))], pace: StreamPace(8, per: .seconds(1)))
  }

  /// The venue's time.
  public func serverTime(_ client: any VenueClient) async throws -> Timestamp {
    try await client.read(VenueRequest(CoinbaseEndpoints.time)).needInstant("iso")
  }

  /// Nothing: no header tells.
  public func usage(in response: HTTPResponse) -> [RateUsage] { [] }

  /// There are no futures here, so nothing is paid.
  public func fundingStamps(
    of instrument: Instrument, since start: Timestamp, _ client: any VenueClient
  ) async throws -> [FundingStamp] { [] }

  /// One connection that tells of all.
  public func streams(for instruments: [Instrument]) -> [any VenueStream] {
    instruments.isEmpty ? [] : [CoinbaseStream(url: profile.streamBase, instruments: instruments)]
  }
}

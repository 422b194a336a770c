import HedgeModel
import MarketData

/// Hyperliquid: its own perpetuals and its spot pairs.
///
/// Perpetuals are named by their coin, `BTC`; spot pairs as the venue names them, `PURR/USDC` or `@107`. See `NOTES.md`.
public struct HyperliquidMarket: VenueMarket {
  /// Time between two funding payments of every perpetual.
  static let fundingInterval = Duration.hours(1)

  /// What it is called and how it wants to be treated.
  public let profile: VenueProfile

  /// The market; hosts other than the live ones are for tests and test networks.
  public init(
    restBase: String = "https://api.hyperliquid.xyz", streamBase: String = "wss://api.hyperliquid.xyz"
  ) {
    profile = VenueProfile(
      name: "hyperliquid", title: "Hyperliquid", restBase: restBase, streamBase: streamBase,
      limits: [RateLimit("hyperliquid-weight", capacity: 1200, per: .seconds(60))],
      pace: StreamPace(30, per: .seconds(1)))
  }

  /// The venue's time.
  public func serverTime(_ client: any VenueClient) async throws -> Timestamp {
    guard let time = try await client.read(HyperliquidQuestion.status).milliseconds("time") else {
      throw DecodingFault("time", found: "nothing", expected: "a time")
    }
    return time
  }

  /// What the headers tell of the budget used.
  public func usage(in response: HTTPResponse) -> [RateUsage] { [] }

  /// The next full hour: when funding is paid.
  static func nextFunding(after now: Timestamp) -> Timestamp {
    let hour = fundingInterval.wholeMilliseconds
    return Timestamp(milliseconds: (now.milliseconds / hour + 1) * hour)
  }

  func id(_ symbol: String) -> InstrumentID { InstrumentID(venue: profile.name, symbol: symbol) }
}
